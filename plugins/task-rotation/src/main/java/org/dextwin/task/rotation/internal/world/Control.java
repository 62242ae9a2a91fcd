package org.dextwin.task.rotation.internal.world;

import org.dextwin.api.model.HandModel;
import org.dextwin.api.model.Joint;
import org.dextwin.learning.proprioception.Proprioception;

/**
 * How hands are felt and moved: 20 Hz, targets that a policy moves by up to 1/24 rad and that may
 * move as far again where its actions are corrected; after the history the wrist's rotation R_WH (w
 * first) and the axis to turn about, in the world.
 *
 * <p><i>References</i>: DexNDM, section 3.1 and A.1.
 */
public final class Control {

  /** Time from action to action [s]. */
  public static final double PERIOD = 0.05;

  private static final double STRIDE = 1.0 / 24;
  private static final double BOUND = 2;
  private static final int ORIENTATION = 4;
  private static final int AXIS = 3;

  private Control() {}

  /**
   * Returns how a hand is felt and moved.
   *
   * @param hand the hand
   * @param window readings of joints in an observation
   * @return the layout
   */
  public static Proprioception of(HandModel hand, int window) {
    return of(hand, window, ORIENTATION + AXIS);
  }

  /**
   * Returns how a hand is felt and moved by a policy that sees more.
   *
   * @param hand the hand
   * @param window readings of joints in an observation
   * @param context numbers after them
   * @return the layout
   */
  public static Proprioception of(HandModel hand, int window, int context) {
    return new Proprioception(
        hand.robot().kinematicOrder(),
        PERIOD,
        window,
        context,
        STRIDE,
        BOUND,
        hand.robot().movingJoints().stream().map(Joint::lower).toList(),
        hand.robot().movingJoints().stream().map(Joint::upper).toList());
  }

  /**
   * Checks an action.
   *
   * @param action the action
   * @param joints number of joints
   * @throws IllegalArgumentException if it is of another size or holds what is no number
   */
  public static void require(float[] action, int joints) {
    if (action.length != joints) {
      throw new IllegalArgumentException(
          "the action has " + action.length + " numbers, not one per joint, " + joints);
    }
    for (int i = 0; i < action.length; i++) {
      if (!Float.isFinite(action[i])) {
        throw new IllegalArgumentException("number " + i + " of the action is " + action[i]);
      }
    }
  }

  /** Targets as engines take them. */
  static double[] exact(float[] targets) {
    double[] exact = new double[targets.length];
    for (int i = 0; i < exact.length; i++) {
      exact[i] = targets[i];
    }
    return exact;
  }
}
