package org.dextwin.robot.urdf;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.dextwin.api.model.Joint;
import org.dextwin.api.model.RobotModel;

/** Who carries whom in a robot. */
final class Subtree {

  private final RobotModel robot;
  private final Map<String, Joint> carriers = new HashMap<>();
  private final Map<String, List<Joint>> children = new HashMap<>();

  Subtree(RobotModel robot) {
    this.robot = robot;
    for (Joint joint : robot.joints()) {
      carriers.put(joint.child(), joint);
      children.computeIfAbsent(joint.parent(), link -> new ArrayList<>()).add(joint);
    }
  }

  Optional<Joint> carrier(String link) {
    return Optional.ofNullable(carriers.get(link));
  }

  List<Joint> children(String link) {
    return children.getOrDefault(link, List.of());
  }

  static boolean moves(Joint joint) {
    return joint.type() != Joint.Type.FIXED;
  }

  /** The moving joints from the root to a link. */
  List<Joint> chainTo(String link) {
    List<Joint> chain = new ArrayList<>();
    for (Optional<Joint> at = carrier(link); at.isPresent(); at = carrier(at.get().parent())) {
      if (moves(at.get())) {
        chain.add(0, at.get());
      }
    }
    return chain;
  }

  /** A link and those that are fixed to it, outwards. */
  List<String> rigid(String link) {
    List<String> body = new ArrayList<>(List.of(link));
    for (int i = 0; i < body.size(); i++) {
      for (Joint joint : children(body.get(i))) {
        if (!moves(joint)) {
          body.add(joint.child());
        }
      }
    }
    return body;
  }

  /** The moving joints nearest to a link, outwards. */
  List<Joint> nextMoving(String link) {
    return rigid(link).stream()
        .flatMap(body -> children(body).stream())
        .filter(Subtree::moves)
        .toList();
  }

  /** How many joints move one after another from a joint on, itself included. */
  int depth(Joint joint) {
    return 1 + nextMoving(joint.child()).stream().mapToInt(this::depth).max().orElse(0);
  }

  /** The robot from a link on, without some links and all that they carry. */
  RobotModel cut(String root, List<String> without) {
    Set<String> kept = new HashSet<>(Set.of(root));
    List<Joint> joints = new ArrayList<>();
    for (Joint joint : robot.joints()) {
      if (kept.contains(joint.parent()) && !without.contains(joint.child())) {
        kept.add(joint.child());
        joints.add(joint);
      }
    }
    return new RobotModel(
        robot.name(),
        root,
        robot.links().stream().filter(link -> kept.contains(link.name())).toList(),
        joints,
        List.of());
  }
}
