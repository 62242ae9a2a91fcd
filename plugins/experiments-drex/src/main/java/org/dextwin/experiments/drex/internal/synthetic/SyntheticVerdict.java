package org.dextwin.experiments.drex.internal.synthetic;

import org.dextwin.experiments.drex.internal.pushlog.enginefit.EngineMass;

/** Says whether a synthetic push tells a mass: a narrow interval, and residuals as expected. */
final class SyntheticVerdict {

  /**
   * What forty synthetic pushes of a planar prototype stayed below, rounded up; residuals are root
   * mean squares in units of their standard deviation.
   */
  private static final double LARGEST_FINGER_RESIDUAL = 0.55;

  private static final double LARGEST_POSE_RESIDUAL = 1.25;

  private SyntheticVerdict() {}

  static boolean identified(EngineMass mass) {
    return mass.isNarrow()
        && mass.fingerResidualSigmas() <= LARGEST_FINGER_RESIDUAL
        && mass.poseResidualSigmas() <= LARGEST_POSE_RESIDUAL;
  }
}
