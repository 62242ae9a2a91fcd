package org.dextwin.experiments.dexndm.internal.identify;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.dextwin.api.model.Actuator;
import org.dextwin.api.model.Joint;
import org.dextwin.api.model.Link;
import org.dextwin.api.model.RobotModel;

/**
 * What hangs on the root link of a hand by one joint, such as a finger. The root is held, so that
 * branches do not move each other, and each is identified on its own.
 *
 * <p><i>Thread safety</i>: immutable.
 *
 * @param name name of its first link
 * @param robot the root and the branch, without shapes
 */
public record Branch(String name, RobotModel robot) {

  /**
   * Takes a hand apart.
   *
   * @param robot the hand
   * @return its branches with joints that move, in the order of the joints
   */
  public static List<Branch> of(RobotModel robot) {
    List<Branch> branches = new ArrayList<>();
    for (Joint first : robot.joints()) {
      if (first.parent().equals(robot.root())) {
        RobotModel part = part(robot, first);
        if (!part.movingJoints().isEmpty()) {
          branches.add(new Branch(first.child(), part));
        }
      }
    }
    return branches;
  }

  private static RobotModel part(RobotModel robot, Joint first) {
    Set<String> names = new HashSet<>(Set.of(robot.root(), first.child()));
    List<Joint> joints = new ArrayList<>(List.of(first));
    for (Joint joint : robot.joints()) { // parents come before children
      if (!joint.parent().equals(robot.root()) && names.contains(joint.parent())) {
        names.add(joint.child());
        joints.add(joint);
      }
    }
    List<Link> links =
        robot.links().stream()
            .filter(it -> names.contains(it.name()))
            .map(it -> new Link(it.name(), it.mass(), List.of()))
            .toList();
    Set<String> moving = new HashSet<>(joints.stream().map(Joint::name).toList());
    List<Actuator> actuators =
        robot.actuators().stream().filter(it -> moving.contains(it.joint())).toList();
    return new RobotModel(robot.name(), robot.root(), links, joints, actuators);
  }

  /** Names of the joints that move, in the kinematic order. */
  List<String> joints() {
    return robot.kinematicOrder().joints();
  }
}
