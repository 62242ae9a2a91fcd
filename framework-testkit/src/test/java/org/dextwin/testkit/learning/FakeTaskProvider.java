package org.dextwin.testkit.learning;

import org.dextwin.api.learning.Task;
import org.dextwin.api.spi.ComponentContext;
import org.dextwin.api.spi.ComponentProvider;
import org.dextwin.api.spi.Settings;

/** Makes fake tasks. */
public final class FakeTaskProvider implements ComponentProvider<Task, FakeTaskProvider.Config> {

  /** Nothing to configure. */
  public record Config() {}

  @Override
  public Class<Task> type() {
    return Task.class;
  }

  @Override
  public String name() {
    return "fake-task";
  }

  @Override
  public Config configure(Settings settings) {
    return settings.as(Config.class);
  }

  @Override
  public Task create(Config config, ComponentContext context) {
    return new FakeTask();
  }
}
