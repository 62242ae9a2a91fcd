package org.dextwin.api.learning;

import org.dextwin.api.model.JointOrder;
import org.dextwin.api.spi.Experimental;

/**
 * What a dynamics model sees: the last steps of a hand's joints, in one order and at one rate.
 *
 * <p>A history has the shape (window, 2, joints), oldest step first; of each step first the joint
 * positions [rad], then the position targets [rad] that were in force until the next one.
 *
 * <p><i>Thread safety</i>: immutable.
 *
 * @param joints order of the joints
 * @param period time from step to step [s]
 * @param window number of steps in a history
 */
@Experimental
public record DynamicsSpec(JointOrder joints, double period, int window) {

  /**
   * Checks the numbers.
   *
   * @param joints order of the joints
   * @param period time from step to step [s]
   * @param window number of steps in a history
   */
  public DynamicsSpec {
    if (!(period > 0) || !Double.isFinite(period)) {
      throw new IllegalArgumentException("period " + period + " s is not positive");
    }
    if (window < 1) {
      throw new IllegalArgumentException("window " + window + " holds no step");
    }
  }

  /**
   * Returns how many numbers a history has.
   *
   * @return window * 2 * joints
   */
  public int historySize() {
    return window * 2 * joints.size();
  }

  /**
   * Returns the place of a joint's position in a history; that of its target is the number of
   * joints further on.
   *
   * @param step step of the window, 0 the oldest
   * @param joint index of the joint
   * @return the index
   */
  public int positionAt(int step, int joint) {
    return step * 2 * joints.size() + joint;
  }
}
