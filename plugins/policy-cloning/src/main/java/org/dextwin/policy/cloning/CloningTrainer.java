package org.dextwin.policy.cloning;

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
import org.dextwin.learning.checkpoint.Checksum;
import org.dextwin.learning.checkpoint.TrainedPolicy;
import org.dextwin.learning.checkpoint.TrainingFile;
import org.dextwin.learning.compute.Kernels;
import org.dextwin.learning.compute.Workers;
import org.dextwin.learning.network.Weights;
import org.dextwin.learning.proprioception.ProprioceptiveTask;
import org.dextwin.learning.training.Fit;
import org.dextwin.learning.training.FitLoop;
import org.dextwin.learning.training.Loss;
import org.dextwin.learning.training.Normalisation;
import org.dextwin.learning.training.Samples;
import org.dextwin.learning.training.Seeds;
import org.dextwin.learning.training.Shuffle;

/**
 * Fits a residual network to the task's demonstrations by their mean squared error.
 *
 * <p><i>References</i>: DexNDM, section 3.2 and A.1.
 */
final class CloningTrainer implements PolicyTrainer {

  private static final String FITTING = "fitting";

  /** Parts of a batch, whatever the number of processors; it is part of the result. */
  private static final int LANES = 4;

  private final CloningConfig config;
  private final Kernels kernels;

  CloningTrainer(CloningConfig config, Kernels kernels) {
    this.config = config;
    this.kernels = kernels;
  }

  @Override
  public Policy train(Task task, TrainingRun run) {
    List<Demonstration> demonstrations = task.demonstrations();
    if (demonstrations.isEmpty()) {
      throw new InvalidInputException(
          "the task has no demonstrations, and cloning learns from them; give it some, or choose"
              + " another policy-trainer");
    }
    Training training = new Training(shape(task), demonstrations, run);
    Optional<Checkpoint> before = training.file.read();
    if (!TrainingFile.isAt(before, TrainingFile.DONE)) {
      training.run(before);
    }
    return ClonedPolicy.read(training.file.path(), kernels);
  }

  private ClonedPolicy.Shape shape(Task task) {
    int joints = 0;
    int window = 0;
    if (task instanceof ProprioceptiveTask felt) {
      joints = felt.proprioception().joints().size();
      window = felt.proprioception().window();
    }
    return new ClonedPolicy.Shape(task.spec(), config.width(), config.blocks(), joints, window);
  }

  @Override
  public Policy load(Path checkpoint, PolicySpec spec) {
    ClonedPolicy policy = ClonedPolicy.read(ClonedPolicy.in(checkpoint), kernels);
    return TrainedPolicy.fitting(policy, checkpoint, spec);
  }

  @Override
  public void close() {
    // holds nothing
  }

  /** One training, from where it is to its end. */
  private final class Training {

    private final ClonedPolicy.Shape shape;
    private final TrainingRun run;
    private final TrainingFile file;
    private final Normalisation normalisation;
    private final Samples samples;

    Training(ClonedPolicy.Shape shape, List<Demonstration> demonstrations, TrainingRun run) {
      this.shape = shape;
      PolicySpec spec = shape.spec();
      this.run = run;
      int count = demonstrations.size();
      int inputs = spec.observationSize();
      int outputs = spec.actionSize();
      float[] observations = new float[count * inputs];
      float[] actions = new float[count * outputs];
      for (int n = 0; n < count; n++) {
        Demonstration example = demonstrations.get(n);
        if (example.observation().length != inputs || example.action().length != outputs) {
          throw new InvalidInputException(
              example.source()
                  + ": is an example of "
                  + example.observation().length
                  + " and "
                  + example.action().length
                  + " numbers, but the task has "
                  + spec);
        }
        System.arraycopy(example.observation(), 0, observations, n * inputs, inputs);
        System.arraycopy(example.action(), 0, actions, n * outputs, outputs);
      }
      Checksum checksum = new Checksum().add(observations).add(actions).add(String.valueOf(count));
      this.file =
          new TrainingFile(
              run,
              ClonedPolicy.NAME,
              ClonedPolicy.KIND,
              config.toString(),
              "demonstrations",
              count + " with " + checksum);
      for (int n = 0; n < count; n++) {
        shape.encode(observations, n * inputs);
      }
      this.normalisation = Normalisation.of(count, inputs, observations);
      for (int n = 0; n < count; n++) {
        normalisation.apply(observations, n * inputs);
      }
      this.samples = Samples.of(count, observations, actions);
    }

    void run(Optional<Checkpoint> before) {
      SplittableRandom random = new SplittableRandom(Seeds.derive(run.seed(), 0));
      Shuffle.Split split =
          Shuffle.split(samples.size(), config.validationPart(), Seeds.derive(run.seed(), 1));
      Samples training = samples.subset(split.training());
      try (Workers workers = Workers.ofThisMachine();
          Fit fit =
              new Fit(
                  shape.network(),
                  Weights.random(shape.network(), random),
                  Loss.meanSquare(shape.spec().actionSize()),
                  shape.spec().actionSize(),
                  config.fit(),
                  Seeds.derive(run.seed(), 2),
                  kernels,
                  Math.min(LANES, config.batchSize()))) {
        before.ifPresent(state -> fit.load(state, ""));
        new FitLoop(run, workers)
            .run(
                "cloning " + training.size() + " examples",
                fit,
                config.fit(),
                epoch -> training,
                samples.subset(split.validation()),
                () -> {
                  Checkpoint.Builder state = file.write(FITTING);
                  fit.save(state, "");
                  state.write(file.path());
                });
        Checkpoint.Builder done = file.write(TrainingFile.DONE);
        ClonedPolicy.save(done, shape, normalisation, fit.best());
        done.write(file.path());
      }
    }
  }
}
