package org.dextwin.experiments.drex.internal.synthetic;

import org.dextwin.experiments.drex.internal.pushlog.enginefit.EngineMass;

/** Says whether a synthetic push tells a mass: a narrow interval, and residuals as expected. */
final class SyntheticVerdict {

  /**
   * Root mean square of the fingers' deviations in units of what two engines may differ by. One, by
   * the meaning of that unit. Fits of other pushes than the example's that found their minimum
   * mostly stayed below 0.45; one, whose finger bounces, came to 0.6 to 0.8. The motion of another
   * object left more than 2.
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
