package org.dextwin.task.rotation;

import org.dextwin.api.learning.Task;
import org.dextwin.api.spi.ComponentContext;
import org.dextwin.api.spi.ComponentProvider;
import org.dextwin.api.spi.Settings;

/** Provides the task {@code rotation}. */
public final class RotationTaskProvider implements ComponentProvider<Task, RotationConfig> {

  @Override
  public Class<Task> type() {
    return Task.class;
  }

  @Override
  public String name() {
    return "rotation";
  }

  @Override
  public RotationConfig configure(Settings settings) {
    return settings.as(RotationConfig.class);
  }

  @Override
  public Task create(RotationConfig config, ComponentContext context) {
    return new RotationTask(
        config,
        context.resolve(config.world().hand()).model(),
        context.resolve(config.world().simulator()));
  }
}
