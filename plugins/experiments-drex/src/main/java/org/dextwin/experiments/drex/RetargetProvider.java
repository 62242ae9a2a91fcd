package org.dextwin.experiments.drex;

import java.util.Optional;
import org.dextwin.api.experiment.Experiment;
import org.dextwin.api.perception.PoseTracker;
import org.dextwin.api.perception.RecordedTracker;
import org.dextwin.api.spi.ComponentContext;
import org.dextwin.api.spi.ComponentProvider;
import org.dextwin.api.spi.ComponentRef;
import org.dextwin.api.spi.InvalidInputException;
import org.dextwin.api.spi.Settings;
import org.dextwin.experiments.drex.internal.retarget.RetargetConfig;
import org.dextwin.experiments.drex.internal.retarget.Retargeting;

/** Provides the experiment {@code retarget}. */
public final class RetargetProvider implements ComponentProvider<Experiment, RetargetConfig> {

  @Override
  public Class<Experiment> type() {
    return Experiment.class;
  }

  @Override
  public String name() {
    return "retarget";
  }

  @Override
  public RetargetConfig configure(Settings settings) {
    return settings.as(RetargetConfig.class);
  }

  @Override
  public Experiment create(RetargetConfig config, ComponentContext context) {
    Optional<RecordedTracker> tracker =
        config
            .object()
            .flatMap(RetargetConfig.ObjectConfig::tracker)
            .map(it -> recorded(it, context));
    return new Retargeting(
        config,
        context.resolve(config.hand()).model(),
        context.resolve(config.retargeter()),
        tracker,
        context::random);
  }

  private static RecordedTracker recorded(
      ComponentRef<PoseTracker> reference, ComponentContext context) {
    if (context.resolve(reference) instanceof RecordedTracker recorded) {
      return recorded;
    }
    throw new InvalidInputException(
        "the tracker at '"
            + reference.path()
            + "' sees objects now; retarget reads recorded poses: select a tracker of logs, such as"
            + " foundation-pose");
  }
}
