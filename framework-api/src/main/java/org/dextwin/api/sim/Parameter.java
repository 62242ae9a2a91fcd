package org.dextwin.api.sim;

/**
 * A physical parameter of a simulation.
 *
 * <p><i>Thread safety</i>: immutable.
 *
 * @param subject body, robot, {@code first:second} pair, {@code robot/joint} or {@code robot/link}
 *     it belongs to
 * @param kind what it is
 * @param lower smallest value
 * @param upper largest value
 */
public record Parameter(String subject, Kind kind, double lower, double upper) {

  /**
   * Returns the name of a parameter.
   *
   * @param subject what it belongs to
   * @param kind what it is
   * @return {@code subject.kind}, such as {@code box.mass}
   */
  public static String name(String subject, Kind kind) {
    return subject + "." + kind.label();
  }

  /**
   * Returns its name.
   *
   * @return {@code subject.kind}, such as {@code box.mass}
   */
  public String name() {
    return name(subject, kind);
  }

  /** Kinds of parameters. */
  public enum Kind {
    /** Mass; the inertia scales with it [kg]. */
    MASS("mass", "kg"),
    /** Factor of the rotational inertia at fixed mass [1]. */
    INERTIA_SCALE("inertia-scale", ""),
    /** First coordinate of the centre of mass in the body [m]. */
    CENTER_OF_MASS_X("center-of-mass-x", "m"),
    /** Second coordinate of the centre of mass in the body [m]. */
    CENTER_OF_MASS_Y("center-of-mass-y", "m"),
    /** Third coordinate of the centre of mass in the body [m]. */
    CENTER_OF_MASS_Z("center-of-mass-z", "m"),
    /** Coulomb coefficient of a contact pair [1]. */
    FRICTION("friction", ""),
    /** Contact stiffness k_e of a pair [N/m]. */
    STIFFNESS("stiffness", "N/m"),
    /** Contact damping k_d of a pair [N s/m]. */
    DAMPING("damping", "N s/m"),
    /** Position gain of a servo [N m/rad]. */
    POSITION_GAIN("position-gain", "N m/rad"),
    /** Velocity gain of a servo [N m s/rad]. */
    VELOCITY_GAIN("velocity-gain", "N m s/rad"),
    /** Largest torque of a servo [N m]. */
    TORQUE_LIMIT("torque-limit", "N m"),
    /** Viscous friction of a joint [N m s/rad]. */
    JOINT_DAMPING("joint-damping", "N m s/rad"),
    /** Dry friction of a joint [N m]. */
    JOINT_FRICTION("joint-friction", "N m"),
    /** Rotor inertia of a joint [kg m^2]. */
    ARMATURE("armature", "kg m^2"),
    /** First coordinate of the base of a robot in the world [m]. */
    BASE_X("base-x", "m"),
    /** Second coordinate of the base of a robot in the world [m]. */
    BASE_Y("base-y", "m"),
    /** Third coordinate of the base of a robot in the world [m]. */
    BASE_Z("base-z", "m"),
    /** Constant offset of a servo, added to its target [rad]. */
    TARGET_OFFSET("target-offset", "rad");

    private final String label;
    private final String unit;

    Kind(String label, String unit) {
      this.label = label;
      this.unit = unit;
    }

    /**
     * Returns the name in kebab-case.
     *
     * @return the name
     */
    public String label() {
      return label;
    }

    /**
     * Returns the unit.
     *
     * @return the unit; empty for pure numbers
     */
    public String unit() {
      return unit;
    }
  }
}
