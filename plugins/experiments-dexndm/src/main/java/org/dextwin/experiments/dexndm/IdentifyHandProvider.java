package org.dextwin.experiments.dexndm;

import org.dextwin.api.experiment.Experiment;
import org.dextwin.api.spi.ComponentContext;
import org.dextwin.api.spi.ComponentProvider;
import org.dextwin.api.spi.Settings;

/** Provides the experiment {@code identify-hand}. */
public final class IdentifyHandProvider
    implements ComponentProvider<Experiment, IdentifyHandConfig> {

  @Override
  public Class<Experiment> type() {
    return Experiment.class;
  }

  @Override
  public String name() {
    return "identify-hand";
  }

  @Override
  public IdentifyHandConfig configure(Settings settings) {
    return settings.as(IdentifyHandConfig.class);
  }

  @Override
  public Experiment create(IdentifyHandConfig config, ComponentContext context) {
    Tasks tasks = new Tasks();
    tasks.add(config.source(), context);
    config.target().ifPresent(it -> tasks.add(it, context));
    return new IdentifyHand(
        config,
        tasks.at(config.source()),
        config.target().map(tasks::at),
        context.resolve(config.engine()),
        context.random("identify-hand").nextLong());
  }
}
