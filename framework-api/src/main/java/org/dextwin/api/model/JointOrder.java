package org.dextwin.api.model;

import java.util.HashSet;
import java.util.List;
import org.dextwin.api.math.DimensionMismatchException;

/**
 * A named order of named joints: the motor order of a hand, its kinematic order, the order of an
 * MJCF file. Two orders are interchangeable only if they are equal.
 *
 * <p><i>Thread safety</i>: immutable.
 *
 * @param name name of the order, such as {@code allegro-motor}
 * @param joints names of the joints, first to last
 */
public record JointOrder(String name, List<String> joints) {

  /**
   * Copies and checks the names.
   *
   * @param name name of the order, such as {@code allegro-motor}
   * @param joints names of the joints, first to last
   * @throws IllegalArgumentException if a joint is named twice
   */
  public JointOrder {
    joints = List.copyOf(joints);
    if (new HashSet<>(joints).size() != joints.size()) {
      throw new IllegalArgumentException(
          "joint order '" + name + "' names a joint twice: " + joints);
    }
  }

  /**
   * Returns how many joints there are.
   *
   * @return the number of joints
   */
  public int size() {
    return joints.size();
  }

  /**
   * Returns the place of a joint.
   *
   * @param joint name of the joint
   * @return its index
   * @throws IllegalArgumentException if this order has no such joint
   */
  public int indexOf(String joint) {
    int index = joints.indexOf(joint);
    if (index < 0) {
      throw new IllegalArgumentException(
          "joint order '" + name + "' has no joint '" + joint + "'; it has " + joints);
    }
    return index;
  }

  /**
   * Returns the permutation that brings values of this order into another.
   *
   * @param target the other order, of the same joints
   * @return p with target[i] = this[p[i]]
   * @throws JointOrderException if the orders do not hold the same joints
   */
  public int[] permutationTo(JointOrder target) {
    if (!new HashSet<>(joints).equals(new HashSet<>(target.joints))) {
      throw new JointOrderException("convert between joint orders", this, target);
    }
    return target.joints.stream().mapToInt(this::indexOf).toArray();
  }

  /**
   * Checks the length of an array that is said to be in this order.
   *
   * @param values the array
   */
  void requireLength(double[] values) {
    if (values.length != joints.size()) {
      throw new DimensionMismatchException(
          "joint vector of order '" + name + "'", joints.size(), values.length);
    }
  }
}
