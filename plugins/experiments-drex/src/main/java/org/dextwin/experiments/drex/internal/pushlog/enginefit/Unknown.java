package org.dextwin.experiments.drex.internal.pushlog.enginefit;

/**
 * One number that the fit adjusts.
 *
 * @param kind what it is
 * @param joint index of the joint it belongs to; -1 if to none
 * @param prior belief before the push, in the unit of the kind
 * @param sigma standard deviation of the belief; infinite if there is none
 */
record Unknown(Kind kind, int joint, double prior, double sigma) {

  /** The kinds; positive quantities by their logarithm. */
  enum Kind {
    /** Logarithm of the mass; the inertia scales with it. */
    LOG_MASS("mass", 1, 0.45),
    /** Logarithm of the friction of all contacts of the object. */
    LOG_FRICTION("friction", 1, 0.4),
    /** Logarithm of the friction of the fingertips, where it is not that of the table. */
    LOG_TIP_FRICTION("friction of the tips", 1, 0.4),
    /** Shift of the hand along the push [m]. */
    SHIFT("shift of the hand", 0.01, 0.007),
    /** Shift of one finger's stand along the push, beyond that of the hand [m]. */
    FINGER_SHIFT("shift of a finger", 0.01, 0.004),
    /** Rise of the hand [m]. */
    RISE("rise of the hand", 0.01, 0.009),
    /** How long after it was seen a pose is stamped [s]. */
    LAG("lag of the poses", 0.1, 0.03),
    /** Logarithm of the stiffness of the table; the object rests as deep as its weight asks for. */
    LOG_TABLE_STIFFNESS("stiffness of the table", 1, 0.7),
    /** Logarithm of the stiffness of the fingertips' contact. */
    LOG_TIP_STIFFNESS("stiffness of the tips", 1, 0.7),
    /** Logarithm of the factor of the joints' armature. */
    LOG_ARMATURE("inertia of the joints", 1, 0.5),
    /** Dry friction of a joint [N m]. */
    JOINT_FRICTION("dry friction", 0.01, 0.02),
    /** Torque of a joint that the drive's log does not show [N m]. */
    TORQUE_OFFSET("torque offset", 0.003, 0.002);

    private final String words;
    private final double size;
    private final double largestStep;

    Kind(String words, double size, double largestStep) {
      this.words = words;
      this.size = size;
      this.largestStep = largestStep;
    }
  }

  /** What a solver sees as one: a usual difference. */
  double size() {
    return kind.size;
  }

  /** The linear model is not trusted farther. */
  double largestStep() {
    return kind.largestStep;
  }

  boolean isLogarithm() {
    return switch (kind) {
      case LOG_MASS,
          LOG_FRICTION,
          LOG_TIP_FRICTION,
          LOG_TABLE_STIFFNESS,
          LOG_TIP_STIFFNESS,
          LOG_ARMATURE ->
          true;
      case SHIFT, FINGER_SHIFT, RISE, LAG, JOINT_FRICTION, TORQUE_OFFSET -> false;
    };
  }

  boolean hasPrior() {
    return !Double.isInfinite(sigma);
  }

  String words() {
    return kind.words;
  }
}
