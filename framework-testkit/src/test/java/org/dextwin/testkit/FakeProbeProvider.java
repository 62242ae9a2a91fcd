package org.dextwin.testkit;

import java.nio.file.Path;
import org.dextwin.api.math.Vec3;
import org.dextwin.api.robot.Hand;
import org.dextwin.api.spi.ComponentContext;
import org.dextwin.api.spi.ComponentProvider;
import org.dextwin.api.spi.ComponentRef;
import org.dextwin.api.spi.Key;
import org.dextwin.api.spi.PathKind;
import org.dextwin.api.spi.Settings;

/** A provider with a key of every kind. */
public final class FakeProbeProvider implements ComponentProvider<Probe, FakeProbeProvider.Config> {

  /** The provider's own keys. */
  public record Block(
      @Key(doc = "Radius.", above = 0) double radiusM,
      @Key(doc = "Centre.") Vec3 centerM,
      @Key(doc = "Calibration.", path = PathKind.FILE) Path calibration,
      @Key(doc = "Repetitions.", byDefault = "3", atLeast = 1) int repetitions,
      @Key(doc = "The hand.") ComponentRef<Hand> hand) {}

  /** The whole configuration. */
  public record Config(@Key(doc = "Own keys.") Block block, @Key(doc = "Rate.") double rateHz) {}

  @Override
  public Class<Probe> type() {
    return Probe.class;
  }

  @Override
  public String name() {
    return "fake-probe";
  }

  @Override
  public Config configure(Settings settings) {
    return new Config(settings.as(Block.class), settings.options(Probe.Options.class).rateHz());
  }

  @Override
  public Probe create(Config config, ComponentContext context) {
    Hand hand = context.resolve(config.block().hand());
    return new Probe() {
      @Override
      public Hand hand() {
        return hand;
      }

      @Override
      public void close() {}
    };
  }
}
