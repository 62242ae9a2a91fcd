package org.dextwin.experiments.drex;

import java.util.Optional;
import org.dextwin.api.experiment.Experiment;
import org.dextwin.api.experiment.ExperimentContext;
import org.dextwin.experiments.drex.calibrated.CalibratedForce;

/** Identifies masses by every configured method. */
final class IdentifyMass implements Experiment {

  private final Optional<CalibratedForce> calibratedForce;

  IdentifyMass(Optional<CalibratedForce> calibratedForce) {
    this.calibratedForce = calibratedForce;
  }

  @Override
  public void run(ExperimentContext context) {
    calibratedForce.ifPresent(method -> method.run(context));
  }

  @Override
  public void close() {
    // The engines belong to the assembly.
  }
}
