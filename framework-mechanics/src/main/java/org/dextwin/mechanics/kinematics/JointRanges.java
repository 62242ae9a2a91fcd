package org.dextwin.mechanics.kinematics;

import java.util.List;
import java.util.random.RandomGenerator;
import org.dextwin.api.model.Joint;
import org.dextwin.api.model.RobotModel;

/**
 * Where the moving joints of a robot may be, in the kinematic order.
 *
 * <p><i>Thread safety</i>: immutable.
 */
public final class JointRanges {

  private final List<Joint> joints;

  /**
   * Takes the ranges of a robot.
   *
   * @param robot the robot
   */
  public JointRanges(RobotModel robot) {
    joints = robot.movingJoints();
  }

  /**
   * Returns how many joints there are.
   *
   * @return the number of moving joints
   */
  public int size() {
    return joints.size();
  }

  /**
   * Returns a joint.
   *
   * @param i its place in the kinematic order
   * @return the joint, with its limits
   */
  public Joint joint(int i) {
    return joints.get(i);
  }

  /**
   * Returns the smallest positions.
   *
   * @return lower limits [rad or m], shape (size())
   */
  public double[] lower() {
    return joints.stream().mapToDouble(Joint::lower).toArray();
  }

  /**
   * Returns the largest positions.
   *
   * @return upper limits [rad or m], shape (size())
   */
  public double[] upper() {
    return joints.stream().mapToDouble(Joint::upper).toArray();
  }

  /**
   * Returns the middle of a joint's range.
   *
   * @param i the joint's place in the kinematic order
   * @param otherwise returned if the joint has no range [rad or m]
   * @return position [rad or m]
   */
  public double middle(int i, double otherwise) {
    return isBounded(i) ? (joints.get(i).lower() + joints.get(i).upper()) / 2 : otherwise;
  }

  private boolean isBounded(int i) {
    return Double.isFinite(joints.get(i).upper() - joints.get(i).lower());
  }

  /**
   * Moves positions that are out of limits to the nearest limit.
   *
   * @param q positions [rad or m], shape (size()); changed
   */
  public void clamp(double[] q) {
    for (int i = 0; i < q.length; i++) {
      q[i] = Math.max(joints.get(i).lower(), Math.min(joints.get(i).upper(), q[i]));
    }
  }

  /**
   * Draws positions from the ranges, evenly; from half a turn either way where there is none.
   *
   * @param random source of numbers, one for each joint
   * @return positions [rad or m], shape (size())
   */
  public double[] draw(RandomGenerator random) {
    double[] q = new double[joints.size()];
    for (int i = 0; i < q.length; i++) {
      double from = isBounded(i) ? joints.get(i).lower() : -Math.PI;
      double to = isBounded(i) ? joints.get(i).upper() : Math.PI;
      q[i] = from + (to - from) * random.nextDouble();
    }
    clamp(q);
    return q;
  }
}
