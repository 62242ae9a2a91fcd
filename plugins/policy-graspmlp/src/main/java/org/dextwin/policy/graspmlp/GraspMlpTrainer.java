package org.dextwin.policy.graspmlp;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;
import org.dextwin.api.learning.Demonstration;
import org.dextwin.api.learning.Policy;
import org.dextwin.api.learning.PolicySpec;
import org.dextwin.api.learning.PolicyTrainer;
import org.dextwin.api.learning.Task;
import org.dextwin.api.learning.TrainingRun;
import org.dextwin.api.spi.InvalidInputException;
import org.dextwin.learning.checkpoint.Checkpoint;
import org.dextwin.learning.checkpoint.TrainedPolicy;
import org.dextwin.learning.checkpoint.TrainingFile;
import org.dextwin.learning.compute.Kernels;
import org.dextwin.learning.compute.Workers;
import org.dextwin.learning.network.Weights;
import org.dextwin.learning.training.Fit;
import org.dextwin.learning.training.FitLoop;
import org.dextwin.learning.training.Samples;
import org.dextwin.learning.training.Seeds;
import org.dextwin.learning.training.Shuffle;

/**
 * Trains in two phases, D-REX Algorithm 2: imitation of the task's demonstrations, then refinement
 * by the outcomes of rollouts in the task's world.
 */
final class GraspMlpTrainer implements PolicyTrainer {

  private static final String IMITATION = "imitation";
  private static final String REFINEMENT = "refinement";

  /** The weights of the first phase, whose joint targets the second may keep. */
  private static final String IMITATED = "imitated.";

  /** Parts of a batch, whatever the number of processors; it is part of the result. */
  private static final int LANES = 4;

  private final GraspMlpConfig config;
  private final Kernels kernels;

  GraspMlpTrainer(GraspMlpConfig config, Kernels kernels) {
    this.config = config;
    this.kernels = kernels;
  }

  @Override
  public Policy train(Task task, TrainingRun run) {
    List<Demonstration> demonstrations = task.demonstrations();
    if (demonstrations.isEmpty()) {
      throw new InvalidInputException(
          "the task has no demonstrations, and graspmlp learns from them; give it some, or choose"
              + " another policy-trainer");
    }
    GraspShape shape = GraspShape.of(task.spec(), config.widths(), config.frequencies());
    TrainingFile file = GraspMlpFile.of(run, config, demonstrations);
    Optional<Checkpoint> before = file.read();
    if (!TrainingFile.isAt(before, TrainingFile.DONE)) {
      try (Workers workers = Workers.ofThisMachine()) {
        new Training(task, run, shape, demonstrations, file, workers).run(before);
      }
    }
    return GraspMlpPolicy.read(file.path(), kernels);
  }

  @Override
  public Policy load(Path checkpoint, PolicySpec spec) {
    GraspMlpPolicy policy = GraspMlpPolicy.read(GraspMlpFile.in(checkpoint), kernels);
    return TrainedPolicy.fitting(policy, checkpoint, spec);
  }

  @Override
  public void close() {}

  /** One training, from where it is to its end. */
  private final class Training {

    private final Task task;
    private final TrainingRun run;
    private final GraspShape shape;
    private final TrainingFile file;
    private final Workers workers;
    private final Scaling scaling;
    private final Samples samples;
    private final FitLoop loop;

    Training(
        Task task,
        TrainingRun run,
        GraspShape shape,
        List<Demonstration> demonstrations,
        TrainingFile file,
        Workers workers) {
      this.task = task;
      this.run = run;
      this.shape = shape;
      this.file = file;
      this.workers = workers;
      scaling = Scaling.of(shape, demonstrations);
      samples = samplesOf(demonstrations);
      loop = new FitLoop(run, workers);
    }

    private Samples samplesOf(List<Demonstration> demonstrations) {
      int inputs = shape.spec().observationSize();
      int outputs = shape.spec().actionSize();
      float[] observations = new float[demonstrations.size() * inputs];
      float[] actions = new float[demonstrations.size() * outputs];
      for (int n = 0; n < demonstrations.size(); n++) {
        Demonstration demonstration = demonstrations.get(n);
        if (demonstration.observation().length != inputs
            || demonstration.action().length != outputs) {
          throw new InvalidInputException(
              demonstration.source()
                  + ": is an example of "
                  + demonstration.observation().length
                  + " and "
                  + demonstration.action().length
                  + " numbers, but the task has "
                  + shape.spec());
        }
        System.arraycopy(demonstration.observation(), 0, observations, n * inputs, inputs);
        scaling.apply(shape, observations, n * inputs);
        System.arraycopy(demonstration.action(), 0, actions, n * outputs, outputs);
      }
      return Samples.of(demonstrations.size(), observations, actions);
    }

    void run(Optional<Checkpoint> before) {
      SplittableRandom random = new SplittableRandom(Seeds.derive(run.seed(), 0));
      Weights weights = Weights.random(shape.network(), random);
      if (before.isEmpty() || TrainingFile.isAt(before, IMITATION)) {
        imitate(weights, before);
        refine(weights, Optional.empty());
      } else {
        refine(weights, before);
      }
      Checkpoint.Builder done = file.write(TrainingFile.DONE);
      GraspMlpPolicy.save(done, shape, scaling, weights);
      done.text("kernel", kernels.toString()).write(file.path());
    }

    private void imitate(Weights weights, Optional<Checkpoint> before) {
      Shuffle.Split split =
          Shuffle.split(samples.size(), config.validationPart(), Seeds.derive(run.seed(), 1));
      Samples training = samples.subset(split.training());
      try (Fit fit = fit(weights, GraspLoss.ofImitation(shape), true)) {
        before.ifPresent(state -> fit.load(state, ""));
        loop.run(
            "imitating " + training.size() + " demonstrations",
            fit,
            config.imitation(),
            epoch -> training,
            samples.subset(split.validation()),
            () -> save(IMITATION, fit, weights));
        weights.set(fit.best());
      }
    }

    private void refine(Weights weights, Optional<Checkpoint> before) {
      Rollouts rollouts = new Rollouts(task, shape, scaling, run, config.rollouts());
      Weights imitated = new Weights(shape.network());
      imitated.set(weights);
      before.ifPresent(state -> read(state, imitated));
      Samples none = samples.subset(new int[0]);
      try (Fit fit = fit(weights, GraspLoss.ofRefinement(shape, config), false)) {
        before.ifPresent(state -> fit.load(state, ""));
        loop.run(
            "refining by rollouts",
            fit,
            config.refinement(),
            epoch ->
                rollouts.of(
                    epoch,
                    () -> new GraspMlpPolicy(shape, scaling, fit.best(), kernels),
                    () -> new GraspMlpPolicy(shape, scaling, imitated, kernels),
                    workers),
            none,
            () -> save(REFINEMENT, fit, imitated));
        weights.set(fit.best());
      }
    }

    private Fit fit(Weights start, GraspLoss loss, boolean imitation) {
      return new Fit(
          shape.network(),
          start,
          loss,
          shape.spec().actionSize(),
          imitation ? config.imitation() : config.refinement(),
          Seeds.derive(run.seed(), imitation ? 2 : 3),
          kernels,
          Math.min(LANES, config.batchSize()));
    }

    private void save(String phase, Fit fit, Weights imitated) {
      Checkpoint.Builder state = file.write(phase);
      fit.save(state, "");
      state.weights(IMITATED, imitated, imitated.values()).write(file.path());
    }

    private static void read(Checkpoint state, Weights imitated) {
      imitated.expand(state.weights(IMITATED, imitated), imitated.values());
      imitated.changed();
    }
  }
}
