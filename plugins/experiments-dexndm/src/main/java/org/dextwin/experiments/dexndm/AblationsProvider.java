package org.dextwin.experiments.dexndm;

import org.dextwin.api.experiment.Experiment;
import org.dextwin.api.spi.ComponentContext;
import org.dextwin.api.spi.ComponentProvider;
import org.dextwin.api.spi.Settings;

/** Provides the experiment {@code ablations}. */
public final class AblationsProvider implements ComponentProvider<Experiment, AblationsConfig> {

  @Override
  public Class<Experiment> type() {
    return Experiment.class;
  }

  @Override
  public String name() {
    return "ablations";
  }

  @Override
  public AblationsConfig configure(Settings settings) {
    return settings.as(AblationsConfig.class);
  }

  @Override
  public Experiment create(AblationsConfig config, ComponentContext context) {
    Tasks tasks = new Tasks();
    tasks.add(config.home(), context);
    tasks.add(config.shifted().task(), context);
    config.recordings().forEach(each -> tasks.add(each.from().task(), context));
    config.played().ifPresent(it -> tasks.add(it, context));
    Methods methods = new Methods();
    config.variants().forEach(variant -> methods.add(variant, tasks.at(config.home()), context));
    return new Ablations(
        config,
        tasks,
        methods,
        context.resolve(config.variants().get(0).dynamics().orElseThrow()),
        config.base().source(context::resolve, tasks.at(config.home())),
        context.random("ablations").nextLong());
  }
}
