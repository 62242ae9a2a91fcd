package org.dextwin.learning.proprioception;

import java.util.List;
import org.dextwin.api.learning.PolicySpec;
import org.dextwin.api.math.DimensionMismatchException;
import org.dextwin.api.model.JointOrder;

/**
 * How a policy feels a hand and moves it.
 *
 * <p>An observation is a history of the shape (window, 2, joints), oldest reading first: of each
 * the joint positions q_k [rad], then the position targets a_(k-1) [rad] that were in force until
 * it was taken. After the history come numbers of the context, such as the wrist's orientation.
 *
 * <p>An action moves the targets: a_t = clip(a_(t-1) + stride u_t, lower, upper), each u in
 * [-bound, bound]. A policy's own actions are in [-1, 1]; what is beyond is for those who correct
 * them, a + a_res.
 *
 * <p><i>Thread safety</i>: immutable.
 *
 * <p><i>References</i>: Liu et al., DexNDM, 2025, Sections 3.1 and 3.2.
 *
 * @param joints order of the joints
 * @param period time from reading to reading [s]
 * @param window readings in an observation
 * @param context numbers after the history
 * @param stride motion of a target per step by an action of 1 [rad]
 * @param bound largest action, at least 1
 * @param lower smallest targets [rad]
 * @param upper largest targets [rad]
 */
public record Proprioception(
    JointOrder joints,
    double period,
    int window,
    int context,
    double stride,
    double bound,
    List<Double> lower,
    List<Double> upper) {

  /**
   * Copies and checks the numbers.
   *
   * @param joints order of the joints
   * @param period time from reading to reading [s]
   * @param window readings in an observation
   * @param context numbers after the history
   * @param stride motion of a target per step by an action of 1 [rad]
   * @param bound largest action, at least 1
   * @param lower smallest targets [rad]
   * @param upper largest targets [rad]
   */
  public Proprioception {
    if (!(period > 0) || window < 1 || context < 0 || !(stride > 0) || !(bound >= 1)) {
      throw new IllegalArgumentException(
          "period "
              + period
              + " s, window "
              + window
              + ", context "
              + context
              + ", stride "
              + stride
              + " rad, bound "
              + bound
              + ": must be positive, the context at least 0, the bound at least 1");
    }
    lower = List.copyOf(lower);
    upper = List.copyOf(upper);
    if (lower.size() != joints.size() || upper.size() != joints.size()) {
      throw new DimensionMismatchException(
          "limits of targets", joints.size(), Math.min(lower.size(), upper.size()));
    }
    for (int j = 0; j < lower.size(); j++) {
      if (!(lower.get(j) < upper.get(j))) {
        throw new IllegalArgumentException(
            "targets of joint '"
                + joints.joints().get(j)
                + "' from "
                + lower.get(j)
                + " to "
                + upper.get(j)
                + " rad: the first must be smaller");
      }
    }
  }

  /**
   * Returns what a policy sees and does.
   *
   * @return sizes and bound
   */
  public PolicySpec spec() {
    return new PolicySpec(2 * window * joints.size() + context, joints.size(), (float) bound);
  }

  /**
   * Returns the place of a joint's position in an observation.
   *
   * @param reading reading of the history, 0 the oldest
   * @param joint index of the joint
   * @return the index
   */
  public int positionAt(int reading, int joint) {
    return reading * 2 * joints.size() + joint;
  }

  /**
   * Returns the place of the target that was in force until a reading.
   *
   * @param reading reading of the history, 0 the oldest
   * @param joint index of the joint
   * @return the index
   */
  public int targetAt(int reading, int joint) {
    return positionAt(reading, joint) + joints.size();
  }

  /**
   * Moves targets as an action says, within the limits.
   *
   * @param targets targets in force [rad], shape (joints); overwritten by the next ones
   * @param action u, shape (joints); clipped to [-bound, bound]
   */
  public void advance(float[] targets, float[] action) {
    for (int j = 0; j < targets.length; j++) {
      double moved = targets[j] + stride * Math.max(-bound, Math.min(bound, action[j]));
      targets[j] = (float) Math.max(lower.get(j), Math.min(upper.get(j), moved));
    }
  }

  /**
   * Returns the action that moves targets to others, as far as a policy's own action can.
   *
   * @param from targets in force [rad], shape (joints)
   * @param to wanted targets [rad], shape (joints)
   * @return u, each in [-1, 1]
   */
  public float[] actionBetween(float[] from, float[] to) {
    return actionBetween(from, to, 1);
  }

  /**
   * Returns the action that moves targets to corrected ones, as far as any action can.
   *
   * @param from targets in force [rad], shape (joints)
   * @param to wanted targets [rad], shape (joints)
   * @return u, each in [-bound, bound]
   */
  public float[] correctedActionBetween(float[] from, float[] to) {
    return actionBetween(from, to, bound);
  }

  private float[] actionBetween(float[] from, float[] to, double most) {
    float[] action = new float[from.length];
    for (int j = 0; j < from.length; j++) {
      double wanted = Math.max(lower.get(j), Math.min(upper.get(j), to[j]));
      action[j] = (float) Math.max(-most, Math.min(most, (wanted - from[j]) / stride));
    }
    return action;
  }
}
