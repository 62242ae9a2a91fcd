package org.dextwin.hand.leap;

import java.util.ArrayList;
import java.util.List;
import java.util.random.RandomGenerator;
import org.dextwin.api.model.HandModel;
import org.dextwin.api.robot.HandDriver;
import org.dextwin.api.spi.ComponentContext;
import org.dextwin.api.spi.ComponentProvider;
import org.dextwin.api.spi.Key;
import org.dextwin.api.spi.Settings;
import org.dextwin.devices.link.TwinLink;
import org.dextwin.devices.safety.JointLimits;
import org.dextwin.devices.time.Clock;
import org.dextwin.devices.time.TwinClock;
import org.dextwin.devices.twin.LineNoise;
import org.dextwin.hand.leap.internal.driver.DynamixelConfig;
import org.dextwin.hand.leap.internal.twin.BusTwin;
import org.dextwin.hand.leap.internal.twin.ServoTwin;

/**
 * Stands a twin in for the servos of a LEAP hand, under the name {@code twin}: the driver is the
 * real one, and what it talks to is emulated byte for byte, in real time.
 *
 * <p><i>Thread safety</i>: thread-safe; holds no state.
 */
public final class LeapTwinProvider
    implements ComponentProvider<LeapDriver, LeapTwinProvider.Config> {

  /** How far a finger goes beyond its limits before it meets metal [rad]. */
  private static final double STOP_MARGIN = 0.05;

  /**
   * Configuration of the twin.
   *
   * @param bus how to talk to the servos
   * @param dropped share of the packets that are lost
   * @param corrupted share of the packets in which a bit is turned
   * @param waits whether its time waits for the program
   * @param options what all drivers have in common
   */
  public record Config(
      @Key(doc = "How to talk to the servos.", byDefault = "{}") DynamixelConfig bus,
      @Key(
              doc = "Share of the packets that are lost, to try a bad cable.",
              byDefault = "0",
              atLeast = 0,
              atMost = 1)
          double dropped,
      @Key(
              doc = "Share of the packets in which a bit is turned.",
              byDefault = "0",
              atLeast = 0,
              atMost = 1)
          double corrupted,
      @Key(doc = TwinClock.WAITS, byDefault = "true") boolean waits,
      LeapDriver.Options options) {}

  /** Makes the provider. */
  public LeapTwinProvider() {}

  @Override
  public Class<LeapDriver> type() {
    return LeapDriver.class;
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
  public LeapDriver create(Config config, ComponentContext context) {
    return new Twin(config, context.random("line"));
  }

  /** Makes the servos of a hand. */
  static List<ServoTwin> servos(HandModel model, DynamixelConfig bus) {
    List<ServoTwin> servos = new ArrayList<>();
    List<JointLimits> limits = LeapSafety.limits(model);
    for (int i = 0; i < limits.size(); i++) {
      JointLimits limit = limits.get(i);
      servos.add(
          new ServoTwin(
              bus.motorIds().get(i), limit.lower() - STOP_MARGIN, limit.upper() + STOP_MARGIN));
    }
    return servos;
  }

  private record Twin(Config config, RandomGenerator random) implements LeapDriver {

    @Override
    public HandDriver drive(HandModel model) {
      Clock clock = TwinClock.of(config.waits());
      DynamixelConfig bus = config.waits() ? config.bus().patient() : config.bus();
      LeapDriver.Options options = config.waits() ? config.options().patient() : config.options();
      LineNoise noise = new LineNoise(random);
      noise.set(config.dropped(), config.corrupted());
      BusTwin twin = new BusTwin(servos(model, bus), clock, noise);
      return LeapSafety.guarded(
          model, baud -> new TwinLink(twin, clock, baud), bus, options, clock);
    }

    @Override
    public void close() {
      // holds nothing outside this process
    }
  }
}
