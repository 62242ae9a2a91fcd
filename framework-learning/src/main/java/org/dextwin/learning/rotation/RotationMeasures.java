package org.dextwin.learning.rotation;

/**
 * Names of what tasks of in-hand rotation measure. Those of a step hold for it alone, the others
 * for the episode so far; the last step's are the episode's.
 *
 * <p><i>References</i>: DexNDM, section 4.1 and C; Qi et al., General in-hand object rotation with
 * vision and touch (RotateIt), CoRL 2023.
 */
public final class RotationMeasures {

  /** Of a step: speed of the object about the axis, omega . k [rad/s]. */
  public static final String SPEED = "speed_rad_s";

  /** Of a step: angle between the axis in the object at the start and now [rad]. */
  public static final String TILT = "tilt_rad";

  /** Of a step: distance of the object in the palm from where the episode began [m]. */
  public static final String DRIFT = "drift_m";

  /** Of a step: deepest penetration of the object by anything [m]. */
  public static final String PENETRATION = "penetration_m";

  /**
   * Of a step: least distance of parts of the hand that could touch; negative if they overlap [m].
   */
  public static final String SELF_CLEARANCE = "self_clearance_m";

  /** Time to fall, as a part of the longest episode [1]. */
  public static final String TTF = "ttf";

  /** Sum of omega . k over steps [rad/s]. */
  public static final String ROTR = "rotr";

  /** Mean of |omega x k| over steps, in the sum norm [rad/s]. */
  public static final String ROTP = "rotp";

  /** Angle turned about the axis, whole turns included [rad]. */
  public static final String ROT = "rot_rad";

  /** Largest angle about the axis that was reached [rad]. */
  public static final String SURVIVAL_ANGLE = "survival_angle_rad";

  /** Where there is a goal orientation: angle left to it [rad]. */
  public static final String GOAL_ANGLE = "goal_angle_rad";

  /** Where there is a goal orientation: 1 if it is reached to within 0.1 pi, else 0. */
  public static final String GOAL_SUCCESS = "goal_success";

  private RotationMeasures() {}
}
