package org.dextwin.mechanics.kinematics;

import java.util.List;
import java.util.Set;
import org.dextwin.api.math.Quat;
import org.dextwin.api.math.Vec3;
import org.dextwin.api.model.Joint;
import org.dextwin.api.model.JointOrder;
import org.dextwin.api.model.JointVector;
import org.dextwin.api.model.RobotModel;

/**
 * A robot some of whose joints are held where they are: what is left to move, and how its joint
 * positions are those of the whole robot.
 *
 * <p><i>Thread safety</i>: immutable.
 */
public final class HeldJoints {

  private final JointVector at;
  private final RobotModel rest;

  /** For each joint of the robot, its place among those that move; -1 if it is held. */
  private final int[] places;

  /**
   * Holds joints of a robot.
   *
   * @param robot the robot
   * @param at positions of all joints, in its kinematic order
   * @param held names of the joints to hold
   * @throws IllegalArgumentException if the robot has no such joint
   * @throws org.dextwin.api.model.JointOrderException if the positions are in another order
   */
  public HeldJoints(RobotModel robot, JointVector at, Set<String> held) {
    JointOrder order = robot.kinematicOrder();
    at.values(order);
    held.forEach(order::indexOf);
    this.at = at;
    rest = held.isEmpty() ? robot : withoutJoints(robot, at, held);
    List<String> moving = rest.kinematicOrder().joints();
    places = order.joints().stream().mapToInt(moving::indexOf).toArray();
  }

  private static RobotModel withoutJoints(RobotModel robot, JointVector at, Set<String> held) {
    return new RobotModel(
        robot.name(),
        robot.root(),
        robot.links(),
        robot.joints().stream()
            .map(joint -> held.contains(joint.name()) ? fixed(joint, at.get(joint.name())) : joint)
            .toList(),
        robot.actuators().stream().filter(motor -> !held.contains(motor.joint())).toList());
  }

  private static Joint fixed(Joint joint, double q) {
    boolean turns = joint.type() == Joint.Type.REVOLUTE;
    Quat R_PC = joint.rotation();
    return new Joint(
        joint.name(),
        Joint.Type.FIXED,
        joint.parent(),
        joint.child(),
        turns ? joint.position() : joint.position().plus(R_PC.rotate(joint.axis().times(q))),
        turns ? R_PC.times(Quat.aboutAxis(joint.axis(), q)) : R_PC,
        Vec3.Z,
        0,
        0,
        0,
        0,
        0);
  }

  /**
   * Returns the robot with the held joints fixed, and without their motors.
   *
   * @return the robot that is left; itself if no joint is held
   */
  public RobotModel rest() {
    return rest;
  }

  /**
   * Leaves the held joints out.
   *
   * @param whole one number per joint of the robot
   * @return one per joint that moves, in the kinematic order of the rest
   */
  public JointVector ofRest(JointVector whole) {
    double[] all = whole.values(at.order());
    double[] values = new double[rest.kinematicOrder().size()];
    for (int i = 0; i < all.length; i++) {
      if (places[i] >= 0) {
        values[places[i]] = all[i];
      }
    }
    return new JointVector(rest.kinematicOrder(), values);
  }

  /**
   * Adds the positions at which joints are held.
   *
   * @param positions positions of the joints that move, in the kinematic order of the rest
   * @return positions of all joints
   */
  public JointVector positions(JointVector positions) {
    return whole(positions.values(rest.kinematicOrder()), at.values(at.order()));
  }

  /**
   * Adds the velocities or accelerations of held joints, which are zero.
   *
   * @param rates one number per joint that moves, in the kinematic order of the rest
   * @return one per joint of the robot
   */
  public JointVector rates(double[] rates) {
    return whole(rates, new double[places.length]);
  }

  private JointVector whole(double[] moving, double[] values) {
    for (int i = 0; i < values.length; i++) {
      values[i] = places[i] >= 0 ? moving[places[i]] : values[i];
    }
    return new JointVector(at.order(), values);
  }
}
