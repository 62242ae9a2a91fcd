package org.dextwin.mechanics.urdf;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.dextwin.mechanics.xml.XmlElement;

/**
 * The links and joints of a robot in the order of a walk from the root, depth first.
 *
 * @param root the link that carries all others
 * @param links all links
 * @param joints all joints
 */
record UrdfTree(String root, List<String> links, List<UrdfJoint> joints) {

  static UrdfTree of(
      XmlElement robot, Map<String, XmlElement> links, Map<String, UrdfJoint> joints) {
    Map<String, UrdfJoint> carriers = new HashMap<>();
    Map<String, List<UrdfJoint>> children = new LinkedHashMap<>();
    for (UrdfJoint joint : joints.values()) {
      UrdfJoint first = carriers.putIfAbsent(joint.joint().child(), joint);
      if (first != null) {
        throw joint
            .element()
            .problem(
                "carries the link "
                    + XmlElement.quoted(joint.joint().child())
                    + ", which joint "
                    + XmlElement.quoted(first.name())
                    + " on line "
                    + first.element().line()
                    + " carries already; expected a tree; remove one of the joints");
      }
      children.computeIfAbsent(joint.joint().parent(), it -> new ArrayList<>()).add(joint);
    }
    String root = root(robot, links, carriers);
    List<String> order = new ArrayList<>();
    List<UrdfJoint> walked = new ArrayList<>();
    // not by recursion: a chain may be as long as a file is large
    Deque<String> open = new ArrayDeque<>(List.of(root));
    while (!open.isEmpty()) {
      String link = open.pop();
      order.add(link);
      if (carriers.containsKey(link)) {
        walked.add(carriers.get(link));
      }
      List<UrdfJoint> next = children.getOrDefault(link, List.of());
      for (int i = next.size() - 1; i >= 0; i--) {
        open.push(next.get(i).joint().child());
      }
    }
    if (order.size() < links.size()) {
      throw loop(links, order, carriers);
    }
    return new UrdfTree(root, order, walked);
  }

  private static String root(
      XmlElement robot, Map<String, XmlElement> links, Map<String, UrdfJoint> carriers) {
    List<String> roots =
        links.keySet().stream().filter(link -> !carriers.containsKey(link)).toList();
    if (roots.isEmpty()) {
      throw loop(links, List.of(), carriers);
    }
    if (roots.size() > 1) {
      throw links
          .getOrDefault(roots.get(1), robot)
          .problem(
              "found "
                  + roots.size()
                  + " links that no joint carries: "
                  + roots
                  + "; expected one, the root; join the others to it by fixed joints or remove"
                  + " them");
    }
    return roots.get(0);
  }

  /** Every link that a walk from the root misses is carried round in a circle. */
  private static RuntimeException loop(
      Map<String, XmlElement> links, List<String> reached, Map<String, UrdfJoint> carriers) {
    Set<String> missed = new TreeSet<>(links.keySet());
    reached.forEach(missed::remove);
    String link = missed.iterator().next();
    UrdfJoint carrier = carriers.get(link);
    if (carrier == null) {
      throw new IllegalStateException("link " + link + " is a root");
    }
    return carrier
        .element()
        .problem(
            "is part of a loop of joints through the links "
                + missed
                + "; expected a tree; open the loop");
  }
}
