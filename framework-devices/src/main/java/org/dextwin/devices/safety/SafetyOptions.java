package org.dextwin.devices.safety;

import java.nio.file.Path;
import java.util.Optional;
import org.dextwin.api.math.Vec3;
import org.dextwin.api.spi.Key;

/**
 * What a configuration may change of the safety envelope of a driver.
 *
 * <p><i>Thread safety</i>: immutable.
 *
 * @param enabled false to keep the limits of positions and efforts only
 * @param positionMarginRad distance that commands keep from a joint's limits
 * @param velocityScale share of the motors' speed
 * @param accelerationScale share of the driver's acceleration
 * @param effortScale share of the motors' torque
 * @param temperatureLimitC temperature at which the torque goes off
 * @param commandTimeoutS time without a command after which the torque goes off
 * @param selfCollision true to refuse commands that bring parts of the robot together
 * @param workspace a box that fingertips or flange stay inside
 * @param deadMan a switch that has to be held
 */
public record SafetyOptions(
    @Key(
            doc =
                "False to keep only the limits of positions and efforts: no limits of speed and"
                    + " acceleration, no checks of collision, workspace and measured state.",
            byDefault = "true")
        boolean enabled,
    @Key(
            doc = "Distance that commands keep from a joint's limits.",
            byDefault = "0.01",
            atLeast = 0)
        double positionMarginRad,
    @Key(doc = "Share of the motors' speed.", byDefault = "0.5", above = 0, atMost = 1)
        double velocityScale,
    @Key(doc = "Share of the driver's acceleration.", byDefault = "1", above = 0, atMost = 1)
        double accelerationScale,
    @Key(doc = "Share of the motors' torque.", byDefault = "1", above = 0, atMost = 1)
        double effortScale,
    @Key(
            doc = "Temperature at which the torque goes off, below the driver's own limit.",
            above = 0,
            atMost = 100)
        Optional<Double> temperatureLimitC,
    @Key(
            doc = "Time without a command after which the torque goes off.",
            byDefault = "0.25",
            above = 0,
            atMost = 10)
        double commandTimeoutS,
    @Key(
            doc = "True to refuse commands that bring parts of the robot together.",
            byDefault = "true")
        boolean selfCollision,
    @Key(
            doc =
                "A box, in the frame of the robot's root link, that fingertips or flange stay"
                    + " inside.")
        Optional<Box> workspace,
    @Key(doc = "A switch that has to be held while the device may move.")
        Optional<DeadManFile> deadMan) {

  /**
   * A box in the frame of the robot's root link.
   *
   * @param minM smallest coordinates
   * @param maxM largest coordinates
   */
  public record Box(
      @Key(doc = "Smallest coordinates.") Vec3 minM, @Key(doc = "Largest coordinates.") Vec3 maxM) {

    /**
     * Checks the order.
     *
     * @param minM smallest coordinates
     * @param maxM largest coordinates
     */
    public Box {
      if (!(minM.x() < maxM.x()) || !(minM.y() < maxM.y()) || !(minM.z() < maxM.z())) {
        throw new IllegalArgumentException(
            "the box from " + minM + " to " + maxM + " is empty; swap min-m and max-m");
      }
    }
  }

  /**
   * A switch that is a file: held while somebody, such as a pedal's script, keeps touching it.
   *
   * @param file the file
   * @param timeoutS how old its date may be
   */
  public record DeadManFile(
      @Key(doc = "The file.") Path file,
      @Key(doc = "How old its date may be.", byDefault = "0.5", above = 0) double timeoutS) {}

  /** The envelope as it is when the configuration says nothing. */
  public static final SafetyOptions DEFAULT =
      new SafetyOptions(
          true, 0.01, 0.5, 1, 1, Optional.empty(), 0.25, true, Optional.empty(), Optional.empty());

  /** Time without a command that a twin puts up with that waits for its program [s]. */
  private static final double PATIENCE = 2;

  /**
   * Returns the options for a twin that waits for the program that drives it: a busy machine makes
   * no command stale.
   *
   * @return the same, but for the time without a command
   */
  public SafetyOptions patient() {
    return new SafetyOptions(
        enabled,
        positionMarginRad,
        velocityScale,
        accelerationScale,
        effortScale,
        temperatureLimitC,
        Math.max(commandTimeoutS, PATIENCE),
        selfCollision,
        workspace,
        deadMan);
  }
}
