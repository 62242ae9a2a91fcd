package org.dextwin.experiments.drex;

import org.dextwin.api.experiment.Experiment;
import org.dextwin.api.spi.ComponentContext;
import org.dextwin.api.spi.ComponentProvider;
import org.dextwin.api.spi.Settings;
import org.dextwin.experiments.drex.calibrated.CalibratedForce;

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
            .map(
                method ->
                    new CalibratedForce(
                        method, context::resolve, context.random("calibrated-force"))));
  }
}
