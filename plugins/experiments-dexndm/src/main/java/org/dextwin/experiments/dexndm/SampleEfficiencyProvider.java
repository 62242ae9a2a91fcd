package org.dextwin.experiments.dexndm;

import java.util.LinkedHashMap;
import java.util.Map;
import org.dextwin.api.experiment.Experiment;
import org.dextwin.api.learning.DynamicsTrainer;
import org.dextwin.api.spi.ComponentContext;
import org.dextwin.api.spi.ComponentProvider;
import org.dextwin.api.spi.Settings;

/** Provides the experiment {@code sample-efficiency}. */
public final class SampleEfficiencyProvider
    implements ComponentProvider<Experiment, SampleEfficiencyConfig> {

  @Override
  public Class<Experiment> type() {
    return Experiment.class;
  }

  @Override
  public String name() {
    return "sample-efficiency";
  }

  @Override
  public SampleEfficiencyConfig configure(Settings settings) {
    return settings.as(SampleEfficiencyConfig.class);
  }

  @Override
  public Experiment create(SampleEfficiencyConfig config, ComponentContext context) {
    Tasks tasks = new Tasks();
    tasks.add(config.home(), context);
    tasks.add(config.shifted().task(), context);
    config.distributions().forEach(each -> tasks.add(each.task(), context));
    Map<String, DynamicsTrainer> trainers = new LinkedHashMap<>();
    config
        .factorisations()
        .forEach(each -> trainers.put(each.name(), context.resolve(each.trainer())));
    return new SampleEfficiency(
        config,
        tasks,
        trainers,
        config.base().source(context::resolve, tasks.at(config.home())),
        context.random("sample-efficiency").nextLong());
  }
}
