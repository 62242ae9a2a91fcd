package org.dextwin.testkit.robot;

import org.dextwin.api.model.HandModel;
import org.dextwin.api.robot.Hand;
import org.dextwin.api.spi.ComponentContext;
import org.dextwin.api.spi.ComponentProvider;
import org.dextwin.api.spi.Key;
import org.dextwin.api.spi.Settings;

/** Makes fake hands. */
public final class FakeHandProvider implements ComponentProvider<Hand, FakeHandProvider.Config> {

  /** The keys of a fake hand. */
  public record Config(@Key(doc = "Which hand it is.") HandModel.Side side) {}

  @Override
  public Class<Hand> type() {
    return Hand.class;
  }

  @Override
  public String name() {
    return "fake-hand";
  }

  @Override
  public Config configure(Settings settings) {
    return settings.as(Config.class);
  }

  @Override
  public Hand create(Config config, ComponentContext context) {
    return new FakeHand(config.side());
  }
}
