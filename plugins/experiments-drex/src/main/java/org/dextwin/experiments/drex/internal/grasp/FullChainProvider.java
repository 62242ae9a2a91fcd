package org.dextwin.experiments.drex.internal.grasp;

import java.util.Optional;
import org.dextwin.api.experiment.Experiment;
import org.dextwin.api.perception.RecordedTracker;
import org.dextwin.api.spi.ComponentContext;
import org.dextwin.api.spi.ComponentProvider;
import org.dextwin.api.spi.InvalidInputException;
import org.dextwin.api.spi.Settings;
import org.dextwin.experiments.drex.internal.pushlog.PushLog;
import org.dextwin.experiments.drex.internal.pushlog.PushLogConfig;

/** Provides the experiment {@code full-chain}. */
public final class FullChainProvider implements ComponentProvider<Experiment, FullChainConfig> {

  @Override
  public Class<Experiment> type() {
    return Experiment.class;
  }

  @Override
  public String name() {
    return "full-chain";
  }

  @Override
  public FullChainConfig configure(Settings settings) {
    return settings.as(FullChainConfig.class);
  }

  @Override
  public Experiment create(FullChainConfig config, ComponentContext context) {
    PushLogConfig pushes = config.pushLog();
    if (!(context.resolve(pushes.tracker()) instanceof RecordedTracker tracker)) {
      throw new InvalidInputException(
          "the tracker at '"
              + pushes.tracker().path()
              + "' sees objects now; push-log reads recorded poses: select a tracker of logs, such"
              + " as foundation-pose-log");
    }
    return new FullChain(
        config,
        new PushLog(
            pushes, context.resolve(pushes.hand()), tracker, Optional.empty(), Optional.empty()),
        context.resolve(config.trainer()),
        context.resolve(config.task()),
        context.resolve(config.grasp()),
        context.resolve(config.hand()),
        context.random("grasp").nextLong());
  }
}
