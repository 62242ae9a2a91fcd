package org.dextwin.experiments.dexndm.internal.efficiency;

import java.nio.file.Path;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;
import org.dextwin.api.experiment.ExperimentContext;
import org.dextwin.api.experiment.Item;
import org.dextwin.api.learning.DynamicsModel;
import org.dextwin.api.learning.DynamicsTrainer;
import org.dextwin.api.learning.Transitions;
import org.dextwin.learning.training.ExperimentRun;

/**
 * A model of a hand's dynamics that is trained in a stage of a run.
 *
 * <p><i>Thread safety</i>: confined.
 *
 * @param context the run
 * @param trainer trains it
 * @param name name in kebab-case, unique within the run
 * @param seed seed of the training
 */
public record DynamicsTraining(
    ExperimentContext context, DynamicsTrainer trainer, String name, long seed) {

  /** Name of the time that a training took [s]. */
  public static final String SECONDS = "seconds";

  /**
   * Trains, unless the run has done so before.
   *
   * @param data what is learnt from
   * @param start checkpoint to fine-tune; empty for random weights
   * @param describe what is to be said of the model
   * @return that, the number of transitions and the time
   */
  public Item train(
      Supplier<Transitions> data, Optional<Path> start, Function<DynamicsModel, Item> describe) {
    return context.stage(
        "dynamics-" + name,
        () -> {
          ExperimentRun run = new ExperimentRun(context, name, seed);
          Transitions transitions = data.get();
          long begin = System.nanoTime();
          try (DynamicsModel model = trainer.train(transitions, start, run)) {
            double seconds = (System.nanoTime() - begin) * 1e-9;
            return describe
                .apply(model)
                .with("transitions", transitions.count(1))
                .with(SECONDS, seconds);
          }
        });
  }

  /**
   * Returns where the trained model is.
   *
   * @return the folder of its checkpoints
   */
  public Path checkpoints() {
    return context.folder().resolve("checkpoints").resolve(name);
  }
}
