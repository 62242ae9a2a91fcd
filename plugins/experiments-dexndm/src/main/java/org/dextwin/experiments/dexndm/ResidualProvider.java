package org.dextwin.experiments.dexndm;

import org.dextwin.api.experiment.Experiment;
import org.dextwin.api.spi.ComponentContext;
import org.dextwin.api.spi.ComponentProvider;
import org.dextwin.api.spi.Settings;

/** Provides the experiment {@code residual}. */
public final class ResidualProvider implements ComponentProvider<Experiment, ResidualConfig> {

  @Override
  public Class<Experiment> type() {
    return Experiment.class;
  }

  @Override
  public String name() {
    return "residual";
  }

  @Override
  public ResidualConfig configure(Settings settings) {
    return settings.as(ResidualConfig.class);
  }

  @Override
  public Experiment create(ResidualConfig config, ComponentContext context) {
    Tasks tasks = new Tasks();
    tasks.add(config.home(), context);
    tasks.add(config.reference(), context);
    tasks.add(config.tracked(), context);
    tasks.add(config.source().task(), context);
    tasks.add(config.target().task(), context);
    return new Residual(
        config,
        tasks,
        context.resolve(config.dynamics()),
        Compensators.require(config.corrections().path(), context.resolve(config.corrections())),
        config.base().source(context::resolve, tasks.at(config.home())),
        context.random("residual").nextLong());
  }
}
