package org.dextwin.testkit.learning;

import org.dextwin.api.learning.MotionPlanner;
import org.dextwin.api.spi.ComponentContext;
import org.dextwin.api.spi.ComponentProvider;
import org.dextwin.api.spi.Key;
import org.dextwin.api.spi.Settings;

/** Makes fake planners. */
public final class FakePlannerProvider
    implements ComponentProvider<MotionPlanner, FakePlannerProvider.Config> {

  /**
   * How hard it tries.
   *
   * @param corners places that are tried as the only corner of a path
   */
  public record Config(@Key(doc = "Corners that are tried.", atLeast = 1) int corners) {}

  @Override
  public Class<MotionPlanner> type() {
    return MotionPlanner.class;
  }

  @Override
  public String name() {
    return "fake-planner";
  }

  @Override
  public Config configure(Settings settings) {
    return settings.as(Config.class);
  }

  @Override
  public MotionPlanner create(Config config, ComponentContext context) {
    return new FakePlanner(config.corners());
  }
}
