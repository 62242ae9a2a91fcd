package org.dextwin.experiments.inspect;

import org.dextwin.api.experiment.ExperimentContext;
import org.dextwin.api.learning.DynamicsModel;
import org.dextwin.api.learning.DynamicsSpec;
import org.dextwin.api.learning.Transitions;

/** Compares what a model predicts with motions of simple servos. */
final class DynamicsInspection implements Inspection {

  private final DynamicsModel model;
  private final int steps;
  private final long seed;

  DynamicsInspection(DynamicsModel model, int steps, long seed) {
    this.model = model;
    this.steps = steps;
    this.seed = seed;
  }

  @Override
  public void report(ExperimentContext context) {
    DynamicsSpec spec = model.spec();
    Transitions motion = Servos.move(spec.joints(), spec.period(), steps + spec.window(), seed);
    context.metric("dynamics_joints", spec.joints().size());
    context.metric("dynamics_window", spec.window());
    context.metric("dynamics_error_rad", Servos.error(model, motion));
    context.metric("dynamics_error_of_rest_rad", Servos.errorOfRest(motion));
  }
}
