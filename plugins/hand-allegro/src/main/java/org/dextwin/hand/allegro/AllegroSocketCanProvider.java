package org.dextwin.hand.allegro;

import org.dextwin.api.model.HandModel;
import org.dextwin.api.robot.HandDriver;
import org.dextwin.api.spi.ComponentContext;
import org.dextwin.api.spi.ComponentProvider;
import org.dextwin.api.spi.Key;
import org.dextwin.api.spi.Settings;
import org.dextwin.devices.time.SystemClock;
import org.dextwin.hand.allegro.internal.can.SocketCanLink;

/**
 * Drives an Allegro hand over SocketCAN, under the name {@code socketcan}.
 *
 * <p><i>Thread safety</i>: thread-safe; holds no state.
 */
public final class AllegroSocketCanProvider
    implements ComponentProvider<AllegroDriver, AllegroSocketCanProvider.Config> {

  /**
   * Configuration of the driver.
   *
   * @param canInterface the CAN interface
   * @param options what all drivers have in common
   */
  public record Config(
      @Key(doc = "The CAN interface, set up for 1 Mbit/s.", byDefault = "can0") String canInterface,
      AllegroDriver.Options options) {}

  /** Makes the provider. */
  public AllegroSocketCanProvider() {}

  @Override
  public Class<AllegroDriver> type() {
    return AllegroDriver.class;
  }

  @Override
  public String name() {
    return "socketcan";
  }

  @Override
  public Config configure(Settings settings) {
    return settings.as(Config.class);
  }

  @Override
  public AllegroDriver create(Config config, ComponentContext context) {
    return new Bus(config);
  }

  private record Bus(Config config) implements AllegroDriver {

    @Override
    public HandDriver drive(HandModel model) {
      return AllegroSafety.guarded(
          model, new SocketCanLink(config.canInterface()), config.options(), new SystemClock());
    }

    @Override
    public void close() {
      // the driver holds the bus
    }
  }
}
