package org.dextwin.robot.urdf;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.dextwin.api.spi.Key;

/**
 * The motors of a robot.
 *
 * <p><i>Thread safety</i>: immutable.
 *
 * @param order the driven joints in the order of the motors
 * @param all what holds for all
 * @param joint what holds for single ones, by joint
 */
record MotorsConfig(
    @Key(
            doc =
                "The driven joints in the order of their motors; left out, all moving joints, as"
                    + " they follow each other in the tree.")
        Optional<List<String>> order,
    @Key(doc = "What holds for all motors, unless a joint has its own.", byDefault = "{}")
        Servo all,
    @Key(doc = "What holds for single motors, by joint.", byDefault = "{}")
        Map<String, Servo> joint) {

  /** Nothing said. */
  static final MotorsConfig NONE = new MotorsConfig(Optional.empty(), Servo.NONE, Map.of());

  /**
   * A position servo. For a prismatic joint N, m and m/s take the place of N m, rad and rad/s.
   *
   * @param kpNmPerRad position gain [N m/rad]
   * @param kdNmSPerRad velocity gain [N m s/rad]
   * @param torqueLimitNm largest torque [N m]
   * @param velocityLimitRadPerS largest speed [rad/s]
   * @param accelerationLimitRadPerS2 largest acceleration [rad/s^2]
   * @param jerkLimitRadPerS3 largest jerk [rad/s^3]
   */
  record Servo(
      @Key(
              doc =
                  "Position gain; left out, a hand's servo gives its full torque at 0.3 rad (1 cm),"
                      + " an arm's at 0.02 rad (5 mm).",
              above = 0)
          Optional<Double> kpNmPerRad,
      @Key(
              doc = "Velocity gain; left out, kp times 0.05 s for a hand, 0.1 s for an arm.",
              atLeast = 0)
          Optional<Double> kdNmSPerRad,
      @Key(doc = "Largest torque; left out, that of the URDF file.", above = 0)
          Optional<Double> torqueLimitNm,
      @Key(doc = "Largest speed; left out, that of the URDF file.", above = 0)
          Optional<Double> velocityLimitRadPerS,
      @Key(
              doc =
                  "Largest acceleration of a planned motion, which URDF does not hold; left out, the"
                      + " planner takes a quarter of a second to full speed.",
              above = 0)
          Optional<Double> accelerationLimitRadPerS2,
      @Key(
              doc =
                  "Largest jerk of a planned motion, which URDF does not hold; left out, the planner"
                      + " takes 50 ms to full acceleration.",
              above = 0)
          Optional<Double> jerkLimitRadPerS3) {

    /** Nothing said. */
    static final Servo NONE =
        new Servo(
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            Optional.empty());
  }
}
