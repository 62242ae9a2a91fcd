package org.dextwin.hand.leap;

import java.nio.file.Path;
import org.dextwin.api.model.HandModel;
import org.dextwin.api.robot.HandDriver;
import org.dextwin.api.spi.ComponentContext;
import org.dextwin.api.spi.ComponentProvider;
import org.dextwin.api.spi.Key;
import org.dextwin.api.spi.Settings;
import org.dextwin.devices.time.SystemClock;
import org.dextwin.hand.leap.internal.driver.DynamixelConfig;
import org.dextwin.hand.leap.internal.driver.SerialLink;

/**
 * Drives the servos of a LEAP hand over a serial port, under the name {@code dynamixel}.
 *
 * <p><i>Thread safety</i>: thread-safe; holds no state.
 */
public final class LeapDynamixelProvider
    implements ComponentProvider<LeapDriver, LeapDynamixelProvider.Config> {

  /**
   * Configuration of the driver.
   *
   * @param port the serial port
   * @param bus how to talk to the servos
   * @param options what all drivers have in common
   */
  public record Config(
      @Key(doc = "The serial port, such as /dev/ttyUSB0 or a link below /dev/serial/by-id.")
          Path port,
      @Key(doc = "How to talk to the servos.", byDefault = "{}") DynamixelConfig bus,
      LeapDriver.Options options) {}

  /** Makes the provider. */
  public LeapDynamixelProvider() {}

  @Override
  public Class<LeapDriver> type() {
    return LeapDriver.class;
  }

  @Override
  public String name() {
    return "dynamixel";
  }

  @Override
  public Config configure(Settings settings) {
    return settings.as(Config.class);
  }

  @Override
  public LeapDriver create(Config config, ComponentContext context) {
    return new Servos(config);
  }

  private record Servos(Config config) implements LeapDriver {

    @Override
    public HandDriver drive(HandModel model) {
      return LeapSafety.guarded(
          model,
          baud -> new SerialLink(config.port(), baud),
          config.bus(),
          config.options(),
          new SystemClock());
    }

    @Override
    public void close() {
      // the driver holds the port
    }
  }
}
