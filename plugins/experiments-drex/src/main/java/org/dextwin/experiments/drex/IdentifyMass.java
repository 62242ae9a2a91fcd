package org.dextwin.experiments.drex;

import java.util.Optional;
import org.dextwin.api.experiment.Experiment;
import org.dextwin.api.experiment.ExperimentContext;
import org.dextwin.experiments.drex.internal.calibrated.CalibratedForce;
import org.dextwin.experiments.drex.internal.pushlog.PushLog;
import org.dextwin.experiments.drex.internal.synthetic.Synthetic;

/** Identifies masses by every configured method. */
final class IdentifyMass implements Experiment {

  private final Optional<CalibratedForce> calibratedForce;
  private final Optional<PushLog> pushLog;
  private final Optional<Synthetic> synthetic;

  IdentifyMass(
      Optional<CalibratedForce> calibratedForce,
      Optional<PushLog> pushLog,
      Optional<Synthetic> synthetic) {
    this.calibratedForce = calibratedForce;
    this.pushLog = pushLog;
    this.synthetic = synthetic;
  }

  @Override
  public void run(ExperimentContext context) {
    calibratedForce.ifPresent(method -> method.run(context));
    pushLog.ifPresent(method -> method.run(context));
    synthetic.ifPresent(method -> method.run(context));
  }

  @Override
  public void close() {
    // Engines, hand and tracker belong to the assembly.
  }
}
