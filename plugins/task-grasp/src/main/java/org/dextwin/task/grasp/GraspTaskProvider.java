package org.dextwin.task.grasp;

import java.util.List;
import org.dextwin.api.learning.Task;
import org.dextwin.api.spi.ComponentContext;
import org.dextwin.api.spi.ComponentProvider;
import org.dextwin.api.spi.Settings;
import org.dextwin.task.grasp.internal.object.GraspObject;
import org.dextwin.task.grasp.internal.object.ObjectReader;

/** Provides the task {@code grasp}. */
public final class GraspTaskProvider implements ComponentProvider<Task, GraspConfig> {

  @Override
  public Class<Task> type() {
    return Task.class;
  }

  @Override
  public String name() {
    return "grasp";
  }

  @Override
  public GraspConfig configure(Settings settings) {
    return settings.as(GraspConfig.class);
  }

  @Override
  public Task create(GraspConfig config, ComponentContext context) {
    List<GraspObject> objects = config.objects().stream().map(ObjectReader::read).toList();
    return new GraspTask(
        config,
        context.resolve(config.hand()).model(),
        context.resolve(config.simulator()),
        objects,
        context.random("demonstrations").nextLong(),
        context.findings(List.of(config.hand(), config.simulator())));
  }
}
