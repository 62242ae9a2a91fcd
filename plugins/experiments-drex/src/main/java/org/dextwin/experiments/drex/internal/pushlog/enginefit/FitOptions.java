package org.dextwin.experiments.drex.internal.pushlog.enginefit;

import java.util.List;

/**
 * What the fit believes and weighs. Residuals and their weights follow from how a log comes about;
 * none was chosen by a true mass.
 *
 * @param followGain stiffness K with which the logged finger path is followed [N m/rad]: what the
 *     log does not explain shows as a deviation of torque over K
 * @param jointSigma standard deviation of a joint position about the replay [rad]
 * @param readingPeriod time between two readings that are compared [s]
 * @param correlationTime readings nearer than this repeat each other [s]
 * @param torques whether the fingers are compared by the torque that holds them on their path, not
 *     by how far they stray from it: torque errors pass through the servo's lag D/K, which is
 *     longer than the time over which they repeat each other
 * @param robustness residual, in standard deviations, beyond which the loss grows linearly;
 *     infinite for plain squares
 * @param friction belief in the coefficient of friction
 * @param frictionLogSigma standard deviation of its logarithm; 0 if it is known
 * @param tipFriction belief in the coefficient of friction of the fingertips
 * @param tipFrictionLogSigma standard deviation of its logarithm; 0 if it is that of the table
 * @param riseSigma standard deviation of the height of the hand [m]; infinite if unknown
 * @param fingerShiftSigma standard deviation of where each finger stands along the push, beyond the
 *     hand [m]; 0 if known
 * @param lag belief in how late poses are stamped [s]
 * @param lagSigma its standard deviation [s]; 0 if it is known
 * @param torqueOffsetSigma standard deviation of each joint's calibrated torque [N m]; 0 if known
 * @param jointFrictionSigma standard deviation of each joint's dry friction, as part of it; 0 if
 *     known
 * @param armatureLogSigma standard deviation of the logarithm of the joints' inertia; 0 if known
 * @param tipStiffness stiffness of the fingertips' contact [N/m]; 0 takes the table's
 * @param tipStiffnessLogSigma standard deviation of its logarithm; 0 if it is known
 * @param tipDamping damping of the fingertips' contact [N s/m]
 * @param tableStiffnessLogSigma standard deviation of the logarithm of the table's stiffness, about
 *     one into which the object sinks by a tenth of a millimetre; 0 if that is taken for granted
 * @param torqueScaleSigma relative standard deviation of the unit of the torques
 * @param modelSigma relative standard deviation of the mass for what the model leaves out
 * @param risesTried heights of the hand the search begins with [m], added to the base's
 * @param delaysTried times of contact the search begins with [s], from the onset of the object
 * @param coarse factors of jointSigma of the first descents
 */
public record FitOptions(
    double followGain,
    double jointSigma,
    double readingPeriod,
    double correlationTime,
    boolean torques,
    double robustness,
    double friction,
    double frictionLogSigma,
    double tipFriction,
    double tipFrictionLogSigma,
    double riseSigma,
    double fingerShiftSigma,
    double lag,
    double lagSigma,
    double torqueOffsetSigma,
    double jointFrictionSigma,
    double armatureLogSigma,
    double tipStiffness,
    double tipStiffnessLogSigma,
    double tipDamping,
    double tableStiffnessLogSigma,
    double torqueScaleSigma,
    double modelSigma,
    List<Double> risesTried,
    List<Double> delaysTried,
    List<Double> coarse) {

  /** Torque that is known to 3.3 mN m weighs as much as geometry known to 4 mm at a fingertip. */
  private static final double FOLLOW_GAIN = 0.1;

  /**
   * Spread of ln(mass / truth) beyond curvature and torque unit, by maximum likelihood over 27
   * synthetic takes as rough as real ones; the friction of the fingertips is the largest part.
   */
  private static final double ROUGH_MODEL_SIGMA = 0.23;

  // Rubber on smooth plastic, wood and cardboard: 0.25 to 1.5 at 95 %.
  private static final double TIP_FRICTION = 0.6;
  private static final double TIP_FRICTION_LOG_SIGMA = 0.5;

  /** Nominal links, and faces that are not quite square to the push [m]. */
  private static final double FINGER_SHIFT = 0.003;

  /**
   * Copies the lists.
   *
   * @param followGain stiffness with which the logged finger path is followed [N m/rad]
   * @param jointSigma standard deviation of a joint position about the replay [rad]
   * @param readingPeriod time between two readings that are compared [s]
   * @param correlationTime readings nearer than this repeat each other [s]
   * @param torques whether the fingers are compared by torque, not by position
   * @param robustness residual beyond which the loss grows linearly
   * @param friction belief in the coefficient of friction
   * @param frictionLogSigma standard deviation of its logarithm
   * @param tipFriction belief in the coefficient of friction of the fingertips
   * @param tipFrictionLogSigma standard deviation of its logarithm
   * @param riseSigma standard deviation of the height of the hand [m]
   * @param fingerShiftSigma standard deviation of where each finger stands [m]
   * @param lag belief in how late poses are stamped [s]
   * @param lagSigma its standard deviation [s]
   * @param torqueOffsetSigma standard deviation of each joint's calibrated torque [N m]
   * @param jointFrictionSigma standard deviation of each joint's dry friction, as part of it
   * @param armatureLogSigma standard deviation of the logarithm of the joints' inertia
   * @param tipStiffness stiffness of the fingertips' contact [N/m]
   * @param tipStiffnessLogSigma standard deviation of its logarithm
   * @param tipDamping damping of the fingertips' contact [N s/m]
   * @param tableStiffnessLogSigma standard deviation of the logarithm of the table's stiffness
   * @param torqueScaleSigma relative standard deviation of the unit of the torques
   * @param modelSigma relative standard deviation of the mass for what the model leaves out
   * @param risesTried heights of the hand the search begins with [m]
   * @param delaysTried times of contact the search begins with [s]
   * @param coarse factors of jointSigma of the first descents
   */
  public FitOptions {
    risesTried = List.copyOf(risesTried);
    delaysTried = List.copyOf(delaysTried);
    coarse = List.copyOf(coarse);
  }

  /**
   * Options for a hand whose motors are declared.
   *
   * @param friction belief in the coefficient of friction
   * @param frictionLogSigma standard deviation of its logarithm; 0 if it is known
   * @param riseSigma standard deviation of the height of the hand [m]
   * @return the options
   */
  public static FitOptions declaredMotors(
      double friction, double frictionLogSigma, double riseSigma) {
    return new FitOptions(
        FOLLOW_GAIN,
        // integrators and contact stiffness of two engines differ by 0.5 to 3 mrad
        0.002,
        1.0 / 150,
        1.0 / 300,
        false,
        Double.POSITIVE_INFINITY,
        friction,
        frictionLogSigma,
        friction,
        0,
        riseSigma,
        0,
        0,
        0,
        0,
        0.6,
        0.5,
        0,
        1,
        40,
        1,
        0,
        0.025,
        List.of(-0.016, -0.008, 0.0, 0.008, 0.016),
        List.of(0.0),
        List.of(20.0, 5.0));
  }

  /**
   * Options for a real hand whose motors were calibrated by free motion.
   *
   * @param friction belief in the coefficient of friction
   * @param frictionLogSigma standard deviation of its logarithm
   * @param torqueSigma spread of free motion about its law [N m]
   * @param torqueScaleSigma relative standard deviation of the unit of the torques
   * @param risesTried heights of the hand the search begins with [m], added to the base's
   * @return the options
   */
  public static FitOptions calibratedMotors(
      double friction,
      double frictionLogSigma,
      double torqueSigma,
      double torqueScaleSigma,
      List<Double> risesTried) {
    return new FitOptions(
        FOLLOW_GAIN,
        torqueSigma / FOLLOW_GAIN,
        0.033,
        0.1,
        true,
        3,
        friction,
        frictionLogSigma,
        TIP_FRICTION,
        TIP_FRICTION_LOG_SIGMA,
        Double.POSITIVE_INFINITY,
        FINGER_SHIFT,
        0.10,
        0.03,
        0.6 * torqueSigma,
        0,
        0,
        3e3,
        0,
        20,
        0,
        torqueScaleSigma,
        ROUGH_MODEL_SIGMA,
        risesTried,
        List.of(-0.10, -0.03, 0.04),
        List.of());
  }
}
