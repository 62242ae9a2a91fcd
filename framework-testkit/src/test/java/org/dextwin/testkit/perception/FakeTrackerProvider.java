package org.dextwin.testkit.perception;

import org.dextwin.api.perception.PoseTracker;
import org.dextwin.api.spi.ComponentContext;
import org.dextwin.api.spi.ComponentProvider;
import org.dextwin.api.spi.Settings;

/** Makes fake trackers. */
public final class FakeTrackerProvider
    implements ComponentProvider<PoseTracker, FakeTrackerProvider.Config> {

  /** Nothing to configure. */
  public record Config() {}

  @Override
  public Class<PoseTracker> type() {
    return PoseTracker.class;
  }

  @Override
  public String name() {
    return "fake-tracker";
  }

  @Override
  public Config configure(Settings settings) {
    return settings.as(Config.class);
  }

  @Override
  public PoseTracker create(Config config, ComponentContext context) {
    return new FakeTracker();
  }
}
