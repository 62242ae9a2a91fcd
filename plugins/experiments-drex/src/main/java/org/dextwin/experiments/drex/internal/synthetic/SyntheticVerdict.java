package org.dextwin.experiments.drex.internal.synthetic;

import org.dextwin.experiments.drex.internal.pushlog.enginefit.EngineMass;

/** Says whether a synthetic push tells a mass: a narrow interval, and residuals as expected. */
final class SyntheticVerdict {

  /**
   * Root mean square of the fingers' deviations in units of what two engines may differ by. One, by
   * the meaning of that unit; of eighty fits of fresh seeds (friction known and fitted) in a finer
   * engine, those that found their minimum stayed below 0.45, and one below 0.75 whose finger
   * bounced; the motion of other objects left more than 2, torques without a contact more than 1.
   */
  private static final double LARGEST_FINGER_RESIDUAL = 1;

  /**
   * The same of the poses in units of the tracker's noise: the fits of the same seeds that found
   * their minimum stayed below 1.17.
   */
  private static final double LARGEST_POSE_RESIDUAL = 1.25;

  private SyntheticVerdict() {}

  static boolean identified(EngineMass mass) {
    return mass.isNarrow()
        && mass.fingerResidualSigmas() <= LARGEST_FINGER_RESIDUAL
        && mass.poseResidualSigmas() <= LARGEST_POSE_RESIDUAL;
  }
}
