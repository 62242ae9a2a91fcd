package org.dextwin.task.rotation;

import org.dextwin.api.learning.Task;
import org.dextwin.api.spi.ComponentContext;
import org.dextwin.api.spi.ComponentProvider;
import org.dextwin.api.spi.Settings;

/** Provides the task {@code loaded-hand}. */
public final class LoadedHandTaskProvider implements ComponentProvider<Task, LoadedHandConfig> {

  @Override
  public Class<Task> type() {
    return Task.class;
  }

  @Override
  public String name() {
    return "loaded-hand";
  }

  @Override
  public LoadedHandConfig configure(Settings settings) {
    return settings.as(LoadedHandConfig.class);
  }

  @Override
  public Task create(LoadedHandConfig config, ComponentContext context) {
    return new LoadedHandTask(
        config,
        context.resolve(config.world().hand()).model(),
        context.resolve(config.world().simulator()));
  }
}
