package org.dextwin.task.grasp;

import java.util.List;
import org.dextwin.api.learning.PolicySpec;
import org.dextwin.api.model.HandModel;
import org.dextwin.api.model.Joint;

/**
 * What the numbers of an action mean: joint targets in motor order, from -1 at the lower limit to 1
 * at the upper one, two numbers that say whether the policy expects contact and success, and the
 * grip force from 0 to 1, which is that of the payload (D-REX, Eq. 10).
 *
 * <p><i>Thread safety</i>: immutable.
 */
final class ActionLayout {

  private static final int FEASIBILITY = 2;
  private static final int FORCE = 1;

  private final double[] lower;
  private final double[] upper;

  ActionLayout(HandModel hand) {
    List<Joint> joints =
        hand.robot().motorOrder().joints().stream()
            .map(
                name ->
                    hand.robot().joints().stream()
                        .filter(joint -> joint.name().equals(name))
                        .findFirst()
                        .orElseThrow())
            .toList();
    this.lower = joints.stream().mapToDouble(Joint::lower).toArray();
    this.upper = joints.stream().mapToDouble(Joint::upper).toArray();
  }

  /** Returns the sizes of a policy that sees so many points. */
  PolicySpec spec(int vertices) {
    return new PolicySpec(3 * vertices + 1, lower.length + FEASIBILITY + FORCE, 1);
  }

  /** Returns an example of a grasp that holds. */
  float[] action(double[] targets, double force) {
    float[] action = new float[lower.length + FEASIBILITY + FORCE];
    for (int i = 0; i < lower.length; i++) {
      double share = (targets[i] - lower[i]) / (upper[i] - lower[i]);
      action[i] = (float) Math.max(-1, Math.min(1, 2 * share - 1));
    }
    action[lower.length] = 1;
    action[lower.length + 1] = 1;
    action[lower.length + FEASIBILITY] = (float) Math.max(0, Math.min(1, force));
    return action;
  }

  /** Returns joint targets in motor order [rad]. */
  double[] targets(float[] action) {
    double[] targets = new double[lower.length];
    for (int i = 0; i < targets.length; i++) {
      double share = (Math.max(-1, Math.min(1, action[i])) + 1) / 2;
      targets[i] = lower[i] + share * (upper[i] - lower[i]);
    }
    return targets;
  }

  /** Returns the grip force as part of that of the payload. */
  double force(float[] action) {
    return Math.max(0, Math.min(1, action[lower.length + FEASIBILITY]));
  }

  /** Refuses what is no action. */
  void require(float[] action) {
    int size = lower.length + FEASIBILITY + FORCE;
    if (action.length != size) {
      throw new IllegalArgumentException(
          "an action has " + size + " numbers, not " + action.length);
    }
    for (int i = 0; i < size; i++) {
      if (!Float.isFinite(action[i])) {
        throw new IllegalArgumentException("number " + i + " of the action is " + action[i]);
      }
    }
  }
}
