package org.dextwin.api.robot;

import org.dextwin.api.math.DimensionMismatchException;
import org.dextwin.api.model.JointOrder;

/**
 * A recorded sequence of joint readings.
 *
 * <p><i>Thread safety</i>: immutable.
 */
public final class JointLog {

  private final JointOrder order;
  private final double[] times;
  private final double[] positions;
  private final double[] velocities;
  private final double[] efforts;

  /**
   * Takes over the readings without copying; the caller no longer touches the arrays.
   *
   * @param order the order of the joints in every row
   * @param times strictly increasing times [s since the epoch, UTC], shape (n)
   * @param positions joint positions [rad], row-major, shape (n, joints)
   * @param velocities joint velocities [rad/s], row-major, shape (n, joints)
   * @param efforts joint efforts in the driver's unit, row-major, shape (n, joints)
   * @throws DimensionMismatchException if a length differs
   * @throws IllegalArgumentException if the times do not increase
   */
  public JointLog(
      JointOrder order, double[] times, double[] positions, double[] velocities, double[] efforts) {
    int length = times.length * order.size();
    requireLength("joint positions", length, positions);
    requireLength("joint velocities", length, velocities);
    requireLength("joint efforts", length, efforts);
    for (int i = 1; i < times.length; i++) {
      if (!(times[i] > times[i - 1])) {
        throw new IllegalArgumentException(
            "reading " + i + " is at " + times[i] + " s, not after " + times[i - 1] + " s");
      }
    }
    this.order = order;
    this.times = times;
    this.positions = positions;
    this.velocities = velocities;
    this.efforts = efforts;
  }

  private static void requireLength(String what, int expected, double[] values) {
    if (values.length != expected) {
      throw new DimensionMismatchException(what, expected, values.length);
    }
  }

  /**
   * Returns the order of the joints.
   *
   * @return the order
   */
  public JointOrder order() {
    return order;
  }

  /**
   * Returns how many readings there are.
   *
   * @return the number of readings
   */
  public int size() {
    return times.length;
  }

  /**
   * Returns the time of a reading.
   *
   * @param reading its index
   * @return time [s since the epoch, UTC]
   */
  public double time(int reading) {
    return times[reading];
  }

  /**
   * Returns a joint position.
   *
   * @param reading index of the reading
   * @param joint index of the joint in {@link #order}
   * @return position [rad]
   */
  public double position(int reading, int joint) {
    return positions[reading * order.size() + joint];
  }

  /**
   * Returns a joint velocity.
   *
   * @param reading index of the reading
   * @param joint index of the joint in {@link #order}
   * @return velocity [rad/s]
   */
  public double velocity(int reading, int joint) {
    return velocities[reading * order.size() + joint];
  }

  /**
   * Returns a joint effort.
   *
   * @param reading index of the reading
   * @param joint index of the joint in {@link #order}
   * @return effort, in the driver's unit
   */
  public double effort(int reading, int joint) {
    return efforts[reading * order.size() + joint];
  }

  /**
   * Returns all times.
   *
   * @return a copy [s since the epoch, UTC], shape (n)
   */
  public double[] times() {
    return times.clone();
  }
}
