package org.dextwin.core.internal.assembly;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.dextwin.core.internal.config.Content;
import org.dextwin.core.internal.config.Faults;
import org.dextwin.core.internal.config.KeyPath;
import org.dextwin.core.internal.config.NearestName;
import org.dextwin.core.internal.config.Node;

/**
 * The top level of a configuration: blocks of roles, declared parameters, and blocks that
 * references name. Nothing else.
 */
final class TopLevel {

  private static final String PARAMETERS = "parameters";

  private final Node.Block root;
  private final Set<String> substituted;
  private final Set<String> roles;
  private final Set<String> components;
  private final Faults faults;

  /**
   * Looks at a configuration whose references have been followed.
   *
   * @param content the configuration
   * @param roles names of all roles
   * @param components paths of the blocks that stand for components
   * @param faults collects what is wrong
   */
  TopLevel(Content content, Set<String> roles, Set<String> components, Faults faults) {
    root = content.root();
    substituted = content.substituted();
    this.roles = roles;
    this.components = components;
    this.faults = faults;
  }

  /**
   * Records what does not belong there.
   *
   * @return the root block without constants, which have done their work
   */
  Node.Block check() {
    List<String> parameters = parameters();
    Map<String, Node> kept = new LinkedHashMap<>(root.entries());
    root.entries()
        .forEach(
            (key, node) -> {
              String path = KeyPath.child("", key);
              if (key.equals(PARAMETERS) || roles.contains(key) || parameters.contains(key)) {
                return;
              }
              if (isConstant(key, node) && !isOnTheWay(path)) {
                kept.remove(key);
              } else if (!holdsComponents(path, node)) {
                faults.add(node.at(), path, unknown(key, node, parameters));
              }
            });
    return new Node.Block(root.at(), root.from(), kept);
  }

  /** A value that a file defines for its own use; a caller only sets what is declared. */
  private boolean isConstant(String key, Node node) {
    return substituted.contains(key) && node.at().isInFile();
  }

  private List<String> parameters() {
    Node node = root.get(PARAMETERS);
    List<String> names = new ArrayList<>();
    if (node instanceof Node.Items items
        && items.elements().stream().allMatch(Node.Scalar.class::isInstance)) {
      for (Node element : items.elements()) {
        String name = ((Node.Scalar) element).text();
        if (roles.contains(name)) {
          faults.add(element.at(), PARAMETERS, "\"" + name + "\" is a role; choose another name");
        } else if (!name.matches("[a-zA-Z][a-zA-Z0-9_-]*")) {
          faults.add(
              element.at(),
              PARAMETERS,
              element.shown() + " is no name: letters, digits and '-' are allowed");
        }
        names.add(name);
      }
    } else if (node != null && !(node instanceof Node.Unresolved)) {
      faults.add(
          node.at(), PARAMETERS, "is " + node.shown() + ", but must be a list of names: [takes]");
    }
    return names;
  }

  /** True for a component's block, and for a block all of whose entries hold components. */
  private boolean holdsComponents(String path, Node node) {
    if (components.contains(path)) {
      return true;
    }
    if (!isOnTheWay(path) || !(node instanceof Node.Block block)) {
      return false;
    }
    block
        .entries()
        .forEach(
            (key, inner) -> {
              String innerPath = KeyPath.child(path, key);
              if (!holdsComponents(innerPath, inner)) {
                faults.add(
                    inner.at(),
                    innerPath,
                    "unknown key, with value " + inner.shown() + "\n    no reference names it");
              }
            });
    return true;
  }

  private boolean isOnTheWay(String path) {
    return components.stream().anyMatch(c -> c.equals(path) || c.startsWith(path + "."));
  }

  private String unknown(String key, Node node, List<String> parameters) {
    Set<String> accepted = new TreeSet<>(roles);
    accepted.addAll(parameters);
    accepted.add(PARAMETERS);
    String nearest =
        NearestName.of(key, accepted).map(name -> "\n    did you mean: " + name).orElse("");
    return "unknown key, with value "
        + node.shown()
        + nearest
        + "\n    accepted keys: "
        + String.join(", ", accepted)
        + ", and blocks that a reference names"
        + "\n    a value of your own is declared with "
        + PARAMETERS
        + " = ["
        + key
        + "]";
  }
}
