package org.dextwin.api.model;

import java.util.Arrays;

/**
 * One number per joint (positions [rad], velocities [rad/s] or torques [N m]) in a named order.
 *
 * <p><i>Thread safety</i>: immutable.
 */
public final class JointVector {

  private final JointOrder order;
  private final double[] values;

  /**
   * Copies the values.
   *
   * @param order the order they are in
   * @param values one number per joint
   * @throws org.dextwin.api.math.DimensionMismatchException if the lengths differ
   * @throws IllegalArgumentException if a value is NaN
   */
  public JointVector(JointOrder order, double[] values) {
    order.requireLength(values);
    for (int i = 0; i < values.length; i++) {
      if (Double.isNaN(values[i])) {
        throw new IllegalArgumentException("joint '" + order.joints().get(i) + "' is NaN");
      }
    }
    this.order = order;
    this.values = values.clone();
  }

  /**
   * Returns a vector of zeros.
   *
   * @param order the order
   * @return the vector
   */
  public static JointVector zero(JointOrder order) {
    return new JointVector(order, new double[order.size()]);
  }

  /**
   * Returns the order of the values.
   *
   * @return the order
   */
  public JointOrder order() {
    return order;
  }

  /**
   * Returns the value of one joint.
   *
   * @param joint name of the joint
   * @return its value
   */
  public double get(String joint) {
    return values[order.indexOf(joint)];
  }

  /**
   * Returns all values, after a check that they are in the order that the caller assumes.
   *
   * @param assumed the order that the caller assumes
   * @return a copy of the values
   * @throws JointOrderException if the orders differ
   */
  public double[] values(JointOrder assumed) {
    if (!order.equals(assumed)) {
      throw new JointOrderException("read joint values", assumed, order);
    }
    return values.clone();
  }

  /**
   * Returns the same values in another order.
   *
   * @param target the other order, of the same joints
   * @return the permuted vector
   * @throws JointOrderException if the orders do not hold the same joints
   */
  public JointVector in(JointOrder target) {
    int[] permutation = order.permutationTo(target);
    double[] permuted = new double[permutation.length];
    for (int i = 0; i < permutation.length; i++) {
      permuted[i] = values[permutation[i]];
    }
    return new JointVector(target, permuted);
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof JointVector vector
        && order.equals(vector.order)
        && Arrays.equals(values, vector.values);
  }

  @Override
  public int hashCode() {
    return 31 * order.hashCode() + Arrays.hashCode(values);
  }

  @Override
  public String toString() {
    return "JointVector[" + order.name() + " " + Arrays.toString(values) + "]";
  }
}
