package org.dextwin.planner.rrtconnect;

import org.dextwin.api.learning.MotionPlanner;
import org.dextwin.api.spi.ComponentContext;
import org.dextwin.api.spi.ComponentProvider;
import org.dextwin.api.spi.Settings;

/**
 * Makes planners that search with RRT-Connect, under the name {@code rrt-connect}.
 *
 * <p><i>Thread safety</i>: thread-safe; holds no state.
 */
public final class RrtConnectProvider
    implements ComponentProvider<MotionPlanner, RrtConnectConfig> {

  /** For the service loader. */
  public RrtConnectProvider() {}

  @Override
  public Class<MotionPlanner> type() {
    return MotionPlanner.class;
  }

  @Override
  public String name() {
    return "rrt-connect";
  }

  @Override
  public RrtConnectConfig configure(Settings settings) {
    return settings.as(RrtConnectConfig.class);
  }

  @Override
  public MotionPlanner create(RrtConnectConfig config, ComponentContext context) {
    return new RrtConnectPlanner(config, context.random("search").nextLong());
  }
}
