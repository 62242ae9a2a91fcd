package org.dextwin.experiments.inspect;

import org.dextwin.api.learning.Task;
import org.dextwin.api.spi.ComponentContext;
import org.dextwin.api.spi.ComponentProvider;
import org.dextwin.api.spi.Settings;

/**
 * Provides the task {@code point-mass}.
 *
 * <p><i>Thread safety</i>: thread-safe; holds no state.
 */
public final class PointMassProvider implements ComponentProvider<Task, PointMassConfig> {

  /** Makes the provider. */
  public PointMassProvider() {}

  @Override
  public Class<Task> type() {
    return Task.class;
  }

  @Override
  public String name() {
    return "point-mass";
  }

  @Override
  public PointMassConfig configure(Settings settings) {
    return settings.as(PointMassConfig.class);
  }

  @Override
  public Task create(PointMassConfig config, ComponentContext context) {
    return new PointMass(config);
  }
}
