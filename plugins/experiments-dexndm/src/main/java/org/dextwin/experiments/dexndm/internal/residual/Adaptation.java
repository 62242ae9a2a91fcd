package org.dextwin.experiments.dexndm.internal.residual;

import java.nio.file.Path;
import java.util.Optional;
import java.util.function.Supplier;
import org.dextwin.api.experiment.ExperimentContext;
import org.dextwin.api.experiment.Item;
import org.dextwin.api.learning.DifferentiableDynamicsModel;
import org.dextwin.api.learning.DynamicsModel;
import org.dextwin.api.learning.DynamicsTrainer;
import org.dextwin.api.learning.Policy;
import org.dextwin.api.learning.Transitions;
import org.dextwin.api.spi.InvalidInputException;
import org.dextwin.experiments.dexndm.internal.efficiency.DynamicsTraining;
import org.dextwin.learning.proprioception.CompensatedPolicy;
import org.dextwin.learning.proprioception.CompensatingTrainer;
import org.dextwin.learning.proprioception.ProprioceptiveTask;
import org.dextwin.learning.training.ExperimentRun;
import org.dextwin.learning.training.Seeds;

/**
 * Adapts a base policy to another world: learns that world's dynamics, in the source world first,
 * and then corrections through them. Each training is a stage of the run.
 *
 * <p><i>Thread safety</i>: confined.
 *
 * <p><i>References</i>: DexNDM, section 3.3.
 *
 * @param context the run
 * @param dynamics learns the dynamics
 * @param corrections learns the corrections
 * @param name name in kebab-case, unique within the run
 * @param seed seed of the trainings
 */
public record Adaptation(
    ExperimentContext context,
    DynamicsTrainer dynamics,
    CompensatingTrainer corrections,
    String name,
    long seed) {

  /**
   * Learns the dynamics of the target world.
   *
   * @param start checkpoints of a model of the source world to begin with; empty for random weights
   * @param target recordings of the target world
   * @return folder of the model's checkpoints
   */
  public Path learnDynamics(Optional<Path> start, Supplier<Transitions> target) {
    DynamicsTraining training =
        new DynamicsTraining(context, dynamics, name, Seeds.derive(seed, 1));
    context.log("dynamics", training.train(target, start, model -> describe(name, model)));
    return training.checkpoints();
  }

  /**
   * Learns the dynamics of the source world, to begin with.
   *
   * @param context the run
   * @param dynamics learns them
   * @param name name in kebab-case, unique within the run
   * @param source recordings of the source world
   * @param seed seed of the training
   * @return folder of the model's checkpoints
   */
  public static Path learnSource(
      ExperimentContext context,
      DynamicsTrainer dynamics,
      String name,
      Supplier<Transitions> source,
      long seed) {
    DynamicsTraining training =
        new DynamicsTraining(context, dynamics, name, Seeds.derive(seed, 0));
    context.log(
        "dynamics", training.train(source, Optional.empty(), model -> describe(name, model)));
    return training.checkpoints();
  }

  private static Item describe(String name, DynamicsModel model) {
    return Item.empty().with("model", name).with("window", model.spec().window());
  }

  /**
   * Learns corrections.
   *
   * @param model folder of the checkpoints of the target world's dynamics
   * @param source the task in the source world
   * @param base makes the base policy
   * @return reads the corrections for a base policy, which stays open
   */
  public Corrections learnCorrections(
      Path model, ProprioceptiveTask source, Supplier<Policy> base) {
    String own = name + "-corrections";
    ExperimentRun run = new ExperimentRun(context, own, Seeds.derive(seed, 2));
    context.stage(
        own,
        () -> {
          long start = System.nanoTime();
          try (DynamicsModel read = dynamics.load(model);
              Policy played = base.get()) {
            if (!(read instanceof DifferentiableDynamicsModel target)) {
              throw new InvalidInputException(
                  "the dynamics '"
                      + name
                      + "' have no gradient, which corrections are learnt through; choose another"
                      + " trainer");
            }
            corrections.train(source, played, target, run).close();
          }
          return Item.empty()
              .with("corrections", name)
              .with(DynamicsTraining.SECONDS, (System.nanoTime() - start) * 1e-9);
        });
    return new Corrections(corrections, run.checkpoints());
  }

  /**
   * Corrections that were learnt.
   *
   * @param trainer reads them
   * @param checkpoints folder of their checkpoints
   */
  public record Corrections(CompensatingTrainer trainer, Path checkpoints) {

    /**
     * Adds them to a base policy.
     *
     * @param base the policy; stays open as long as the result
     * @return base and corrections; closing it leaves the base open
     */
    public CompensatedPolicy on(Policy base) {
      return trainer.load(checkpoints, base);
    }
  }
}
