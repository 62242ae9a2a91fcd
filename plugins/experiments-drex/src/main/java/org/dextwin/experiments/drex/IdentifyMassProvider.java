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
import org.dextwin.experiments.drex.internal.calibrated.CalibratedForce;
import org.dextwin.experiments.drex.internal.pushlog.EstimatorKind;
import org.dextwin.experiments.drex.internal.pushlog.PushLog;
import org.dextwin.experiments.drex.internal.synthetic.Synthetic;

/** Provides the experiment {@code identify-mass}. */
public final class IdentifyMassProvider
    implements ComponentProvider<Experiment, IdentifyMassConfig> {

  @Override
  public Class<Experiment> type() {
    return Experiment.class;
  }

  @Override
  public String name() {
    return "identify-mass";
  }

  @Override
  public IdentifyMassConfig configure(Settings settings) {
    return settings.as(IdentifyMassConfig.class);
  }

  @Override
  public Experiment create(IdentifyMassConfig config, ComponentContext context) {
    return new IdentifyMass(
        config
            .calibratedForce()
            .map(method -> new CalibratedForce(method, context::resolve, context::random)),
        config
            .pushLog()
            .map(
                method ->
                    new PushLog(
                        method,
                        context.resolve(method.hand()),
                        recorded(method.tracker(), context),
                        method.estimator() == EstimatorKind.ENGINE
                            ? method.search().map(context::resolve)
                            : Optional.empty(),
                        method.estimator() == EstimatorKind.ENGINE
                            ? method.engine().map(context::resolve)
                            : Optional.empty())),
        config.synthetic().map(method -> new Synthetic(method, context::resolve, context::random)));
  }

  private static RecordedTracker recorded(
      ComponentRef<PoseTracker> reference, ComponentContext context) {
    PoseTracker tracker = context.resolve(reference);
    if (tracker instanceof RecordedTracker recorded) {
      return recorded;
    }
    throw new InvalidInputException(
        "the tracker at '"
            + reference.path()
            + "' sees objects now; push-log reads recorded poses: select a tracker of logs, such"
            + " as foundation-pose-log");
  }
}
