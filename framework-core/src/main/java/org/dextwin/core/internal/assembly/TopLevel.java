package org.dextwin.core.internal.assembly;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
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
  private final Set<String> roles;
  private final Set<String> components;
  private final Faults faults;

  /**
   * Looks at a configuration whose references have been followed.
   *
   * @param root root block
   * @param roles names of all roles
   * @param components paths of the blocks that stand for components
   * @param faults collects what is wrong
   */
  TopLevel(Node.Block root, Set<String> roles, Set<String> components, Faults faults) {
    this.root = root;
    this.roles = roles;
    this.components = components;
    this.faults = faults;
  }

  void check() {
    List<String> parameters = parameters();
    root.entries()
        .forEach(
            (key, node) -> {
              boolean known =
                  key.equals(PARAMETERS) || roles.contains(key) || parameters.contains(key);
              if (!known && !holdsComponents(KeyPath.child("", key), node)) {
                faults.add(node.at(), KeyPath.child("", key), unknown(key, node, parameters));
              }
            });
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
    boolean onTheWay = components.stream().anyMatch(component -> component.startsWith(path + "."));
    if (!onTheWay || !(node instanceof Node.Block block)) {
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
        + (node instanceof Node.Block
            ? ", and blocks that a reference names"
            : "\n    a value of your own is declared with " + PARAMETERS + " = [" + key + "]");
  }
}
