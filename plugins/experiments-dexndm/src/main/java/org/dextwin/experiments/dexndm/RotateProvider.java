package org.dextwin.experiments.dexndm;

import java.util.HashMap;
import java.util.Map;
import org.dextwin.api.experiment.Experiment;
import org.dextwin.api.learning.Task;
import org.dextwin.api.spi.ComponentContext;
import org.dextwin.api.spi.ComponentProvider;
import org.dextwin.api.spi.ComponentRef;
import org.dextwin.api.spi.Settings;
import org.dextwin.learning.proprioception.ProprioceptiveTask;

/** Provides the experiment {@code rotate}. */
public final class RotateProvider implements ComponentProvider<Experiment, RotateConfig> {

  @Override
  public Class<Experiment> type() {
    return Experiment.class;
  }

  @Override
  public String name() {
    return "rotate";
  }

  @Override
  public RotateConfig configure(Settings settings) {
    return settings.as(RotateConfig.class);
  }

  @Override
  public Experiment create(RotateConfig config, ComponentContext context) {
    Map<String, ProprioceptiveTask> tasks = new HashMap<>();
    for (RotateConfig.GaitConfig gait : config.gaits()) {
      add(tasks, gait.task(), context);
      gait.fine().ifPresent(it -> add(tasks, it, context));
    }
    config.cases().forEach(each -> add(tasks, each.task(), context));
    return new Rotate(
        config,
        tasks,
        config.generalist().map(it -> context.resolve(it.trainer())),
        context.random("rotate").nextLong());
  }

  private static void add(
      Map<String, ProprioceptiveTask> tasks, ComponentRef<Task> ref, ComponentContext context) {
    tasks.put(ref.path(), Bodies.require(ref.path(), context.resolve(ref)));
  }
}
