package org.dextwin.experiments.dexndm;

import org.dextwin.api.experiment.Experiment;
import org.dextwin.api.spi.ComponentContext;
import org.dextwin.api.spi.ComponentProvider;
import org.dextwin.api.spi.Settings;

/** Provides the experiment {@code sim-to-sim}. */
public final class SimToSimProvider implements ComponentProvider<Experiment, SimToSimConfig> {

  @Override
  public Class<Experiment> type() {
    return Experiment.class;
  }

  @Override
  public String name() {
    return "sim-to-sim";
  }

  @Override
  public SimToSimConfig configure(Settings settings) {
    return settings.as(SimToSimConfig.class);
  }

  @Override
  public Experiment create(SimToSimConfig config, ComponentContext context) {
    Tasks tasks = new Tasks();
    tasks.add(config.home(), context);
    config.recordings().forEach(each -> tasks.add(each.from().task(), context));
    config.cases().forEach(each -> tasks.add(each.task(), context));
    Methods methods = new Methods();
    config.methods().forEach(method -> methods.add(method, tasks.at(config.home()), context));
    return new SimToSim(
        config,
        tasks,
        methods,
        config.base().source(context::resolve, tasks.at(config.home())),
        context.random("sim-to-sim").nextLong());
  }
}
