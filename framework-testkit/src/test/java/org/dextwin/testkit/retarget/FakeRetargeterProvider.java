package org.dextwin.testkit.retarget;

import org.dextwin.api.learning.Retargeter;
import org.dextwin.api.spi.ComponentContext;
import org.dextwin.api.spi.ComponentProvider;
import org.dextwin.api.spi.Settings;

/** Makes fake retargeters. */
public final class FakeRetargeterProvider
    implements ComponentProvider<Retargeter, FakeRetargeterProvider.Config> {

  /** A fake retargeter has no keys. */
  public record Config() {}

  @Override
  public Class<Retargeter> type() {
    return Retargeter.class;
  }

  @Override
  public String name() {
    return "fake-retargeter";
  }

  @Override
  public Config configure(Settings settings) {
    return settings.as(Config.class);
  }

  @Override
  public Retargeter create(Config config, ComponentContext context) {
    return new FakeRetargeter();
  }
}
