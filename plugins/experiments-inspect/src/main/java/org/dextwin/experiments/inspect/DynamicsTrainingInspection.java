package org.dextwin.experiments.inspect;

import java.util.Optional;
import java.util.stream.IntStream;
import org.dextwin.api.experiment.ExperimentContext;
import org.dextwin.api.learning.DynamicsModel;
import org.dextwin.api.learning.DynamicsTrainer;
import org.dextwin.api.learning.Transitions;
import org.dextwin.api.model.JointOrder;

/** Has the motions of simple servos learned, and others of them predicted. */
final class DynamicsTrainingInspection implements Inspection {

  private static final double PERIOD = 0.05; // [s]

  private final DynamicsTrainer trainer;
  private final InspectConfig.DynamicsTraining config;
  private final long seed;

  DynamicsTrainingInspection(
      DynamicsTrainer trainer, InspectConfig.DynamicsTraining config, long seed) {
    this.trainer = trainer;
    this.config = config;
    this.seed = seed;
  }

  @Override
  public void report(ExperimentContext context) {
    JointOrder order =
        new JointOrder(
            "servos", IntStream.range(0, config.joints()).mapToObj(i -> "servo-" + i).toList());
    Transitions seen = Servos.move(order, PERIOD, config.steps(), seed);
    Transitions unseen = Servos.move(order, PERIOD, config.steps(), seed + 1);
    InspectionRun run = new InspectionRun(context, "dynamics-training", seed);
    try (DynamicsModel model = trainer.train(seen, Optional.empty(), run)) {
      context.metric("dynamics_training_error_rad", Servos.error(model, unseen));
      context.metric("dynamics_training_error_of_rest_rad", Servos.errorOfRest(unseen));
    }
  }
}
