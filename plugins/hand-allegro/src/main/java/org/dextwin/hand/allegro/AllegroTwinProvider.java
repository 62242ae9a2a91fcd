package org.dextwin.hand.allegro;

import org.dextwin.api.model.HandModel;
import org.dextwin.api.robot.HandDriver;
import org.dextwin.api.spi.ComponentContext;
import org.dextwin.api.spi.ComponentProvider;
import org.dextwin.api.spi.Key;
import org.dextwin.api.spi.Settings;
import org.dextwin.devices.time.Clock;
import org.dextwin.devices.time.TwinClock;
import org.dextwin.hand.allegro.internal.twin.CanTwin;

/**
 * Stands a twin in for an Allegro hand, under the name {@code twin}: the driver is the real one,
 * and the frames it sends and gets are those of the hand, in real time.
 *
 * <p><i>Thread safety</i>: thread-safe; holds no state.
 */
public final class AllegroTwinProvider
    implements ComponentProvider<AllegroDriver, AllegroTwinProvider.Config> {

  /**
   * Configuration of the twin.
   *
   * @param waits whether its time waits for the program
   * @param options what all drivers have in common
   */
  public record Config(
      @Key(doc = TwinClock.WAITS, byDefault = "true") boolean waits,
      AllegroDriver.Options options) {}

  /** Makes the provider. */
  public AllegroTwinProvider() {}

  @Override
  public Class<AllegroDriver> type() {
    return AllegroDriver.class;
  }

  @Override
  public String name() {
    return "twin";
  }

  @Override
  public Config configure(Settings settings) {
    return settings.as(Config.class);
  }

  @Override
  public AllegroDriver create(Config config, ComponentContext context) {
    return new Twin(config.waits(), config.waits() ? config.options().patient() : config.options());
  }

  private record Twin(boolean waits, AllegroDriver.Options options) implements AllegroDriver {

    @Override
    public HandDriver drive(HandModel model) {
      Clock clock = TwinClock.of(waits);
      return AllegroSafety.guarded(
          model, new CanTwin(model, options.generation(), clock), options, clock);
    }

    @Override
    public void close() {
      // holds nothing outside this process
    }
  }
}
