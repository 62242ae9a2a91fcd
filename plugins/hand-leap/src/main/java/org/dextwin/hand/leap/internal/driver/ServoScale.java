package org.dextwin.hand.leap.internal.driver;

/**
 * The units of the servos' registers. A servo's zero is half a turn away from the model's: real =
 * sim + pi, so that the model's zero is in the middle of the 4096 counts of a turn.
 *
 * @param milliamperesPerCount current unit; ROBOTIS gives 1 for the XC330 and XL330, LEAP's own
 *     client 1.34, the unit of another series
 * @param torqueConstant Kt, torque per current [N m/A]
 */
public record ServoScale(double milliamperesPerCount, double torqueConstant) {

  private static final double COUNTS_PER_RADIAN = 4096 / (2 * Math.PI);
  private static final int ZERO = 2048;

  /** 0.229 revolutions per minute. */
  private static final double VELOCITY = 0.229 * 2 * Math.PI / 60;

  /** Returns the model's angle at a register's value [rad]. */
  public static double radians(int counts) {
    return (counts - ZERO) / COUNTS_PER_RADIAN;
  }

  /** Returns the register's value nearest to an angle that lies within limits [rad]. */
  public static int counts(double radians, double lower, double upper) {
    long least = (long) Math.ceil(lower * COUNTS_PER_RADIAN);
    long most = (long) Math.floor(upper * COUNTS_PER_RADIAN);
    return (int) Math.max(least, Math.min(most, Math.round(radians * COUNTS_PER_RADIAN))) + ZERO;
  }

  /** Returns a velocity [rad/s]. */
  public static double radiansPerSecond(int register) {
    return register * VELOCITY;
  }

  /** Returns the register's value of a velocity [rad/s]. */
  public static int velocityRegister(double radiansPerSecond) {
    return (int) Math.round(radiansPerSecond / VELOCITY);
  }

  /** Returns the torque of a current [N m]. */
  public double torque(int currentRegister) {
    return currentRegister * milliamperesPerCount / 1000 * torqueConstant;
  }

  /** What rounding may take from a whole number of counts. */
  private static final double ROUNDING = 1e-9;

  /** Returns the current of a torque, rounded down so that it is never more [register]. */
  public int currentRegister(double torque, double capMilliamperes) {
    double milliamperes = Math.min(capMilliamperes, 1000 * torque / torqueConstant);
    return (int) Math.floor(Math.max(0, milliamperes) / milliamperesPerCount + ROUNDING);
  }
}
