package org.dextwin.devices.twin;

/**
 * The temperature of a motor: a heat capacity that its current warms and the room cools.
 *
 * <p><i>Thread safety</i>: confined.
 */
public final class MotorHeat {

  private final double ambient;
  private final double risePerSquareAmpere;
  private final double timeConstant;
  private double temperature;

  /**
   * Starts at the temperature of the room.
   *
   * @param ambient temperature of the room [degrees Celsius]
   * @param risePerSquareAmpere how much warmer it gets in the end, per squared current [K/A^2]
   * @param timeConstant time to 63 % of that [s]
   */
  public MotorHeat(double ambient, double risePerSquareAmpere, double timeConstant) {
    this.ambient = ambient;
    this.risePerSquareAmpere = risePerSquareAmpere;
    this.timeConstant = timeConstant;
    this.temperature = ambient;
  }

  /**
   * Lets time pass under a constant current.
   *
   * @param amperes the current [A]
   * @param seconds how long [s]
   */
  public void advance(double amperes, double seconds) {
    double end = ambient + risePerSquareAmpere * amperes * amperes;
    temperature = end + (temperature - end) * Math.exp(-seconds / timeConstant);
  }

  /**
   * Sets the temperature, to try what happens.
   *
   * @param celsius temperature [degrees Celsius]
   */
  public void set(double celsius) {
    temperature = celsius;
  }

  /**
   * Returns the temperature.
   *
   * @return temperature [degrees Celsius]
   */
  public double celsius() {
    return temperature;
  }
}
