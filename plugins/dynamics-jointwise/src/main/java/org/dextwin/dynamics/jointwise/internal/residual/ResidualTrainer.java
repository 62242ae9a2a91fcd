package org.dextwin.dynamics.jointwise.internal.residual;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.dextwin.api.learning.DifferentiableDynamicsModel;
import org.dextwin.api.learning.DynamicsModel;
import org.dextwin.api.learning.DynamicsSpec;
import org.dextwin.api.learning.Policy;
import org.dextwin.api.learning.PolicySpec;
import org.dextwin.api.learning.Task;
import org.dextwin.api.learning.TrainingRun;
import org.dextwin.api.spi.InvalidInputException;
import org.dextwin.learning.checkpoint.Checkpoint;
import org.dextwin.learning.checkpoint.TrainedPolicy;
import org.dextwin.learning.checkpoint.TrainingFile;
import org.dextwin.learning.compute.Kernels;
import org.dextwin.learning.compute.Workers;
import org.dextwin.learning.network.Weights;
import org.dextwin.learning.proprioception.CompensatedPolicy;
import org.dextwin.learning.proprioception.CompensatingTrainer;
import org.dextwin.learning.proprioception.Proprioception;
import org.dextwin.learning.proprioception.ProprioceptiveTask;
import org.dextwin.learning.training.Fit;
import org.dextwin.learning.training.FitLoop;
import org.dextwin.learning.training.Normalisation;
import org.dextwin.learning.training.Samples;
import org.dextwin.learning.training.Seeds;
import org.jspecify.annotations.Nullable;

/** Trains corrections through a dynamics model that stays as it is, on rollouts of the base. */
public final class ResidualTrainer implements CompensatingTrainer {

  /** Parts of a batch, whatever the number of processors; it is part of the result. */
  private static final int LANES = 4;

  private final ResidualConfig config;
  private final Optional<Policy> base;
  private final Optional<DynamicsModel> dynamics;
  private final Kernels kernels;

  /**
   * Makes a trainer.
   *
   * @param config how
   * @param base the configured base policy
   * @param dynamics the configured dynamics
   * @param kernels do the arithmetic
   */
  public ResidualTrainer(
      ResidualConfig config,
      Optional<Policy> base,
      Optional<DynamicsModel> dynamics,
      Kernels kernels) {
    this.config = config;
    this.base = base;
    this.dynamics = dynamics;
    this.kernels = kernels;
  }

  private Policy base() {
    return base.orElseThrow(
        () ->
            new InvalidInputException(
                "corrections need a base policy; add the key base to the block of residual"));
  }

  @Override
  public Policy train(Task task, TrainingRun run) {
    if (!(task instanceof ProprioceptiveTask source)) {
      throw new InvalidInputException(
          "the task does not say where joints and targets stand in its observations, which residual"
              + " needs to know; choose another task or policy-trainer");
    }
    DynamicsModel model =
        dynamics.orElseThrow(
            () ->
                new InvalidInputException(
                    "corrections are trained through dynamics; add the key dynamics to the block of"
                        + " residual"));
    if (!(model instanceof DifferentiableDynamicsModel target)) {
      throw new InvalidInputException(
          "the dynamics have no gradient, which residual needs; choose others");
    }
    return train(source, base(), target, run);
  }

  @Override
  public CompensatedPolicy train(
      ProprioceptiveTask source, Policy base, DifferentiableDynamicsModel target, TrainingRun run) {
    Proprioception body = source.proprioception();
    requireFit(body, target.spec());
    Rollout probe = Rollout.play(source, base, 1, run).get(0);
    TrainingFile file = ResidualFile.of(run, config, probe, target);
    Optional<Checkpoint> before = file.read();
    if (!TrainingFile.isAt(before, TrainingFile.DONE)) {
      ResidualShape shape =
          new ResidualShape(body, config.boundRad(), config.width(), config.blocks());
      List<Rollout> rollouts = Rollout.play(source, base, config.episodes(), run);
      fit(shape, target, rollouts, file, before, run);
    }
    return ResidualPolicy.read(file.path(), base, kernels);
  }

  private static void requireFit(Proprioception body, DynamicsSpec spec) {
    if (!body.joints().equals(spec.joints()) || body.period() != spec.period()) {
      throw new InvalidInputException(
          "the task moves "
              + body.joints()
              + " every "
              + body.period()
              + " s, but the dynamics are those of "
              + spec.joints()
              + " every "
              + spec.period()
              + " s; choose dynamics of the same hand");
    }
  }

  private void fit(
      ResidualShape shape,
      DifferentiableDynamicsModel target,
      List<Rollout> rollouts,
      TrainingFile file,
      Optional<Checkpoint> before,
      TrainingRun run) {
    int longest = rollouts.stream().mapToInt(Rollout::steps).max().orElse(0);
    int steps = Math.min(config.steps(), longest);
    Stretches stretches = new Stretches(shape, target.spec().window(), steps, rollouts);
    Normalisation scaling = stretches.scaling();
    Samples samples = stretches.samples();
    long aside =
        Math.min(rollouts.size() - 1L, Math.round(config.validationPart() * rollouts.size()));
    long first = rollouts.size() - aside;
    Map<Boolean, List<Integer>> parts =
        IntStream.range(0, stretches.size())
            .boxed()
            .collect(Collectors.partitioningBy(i -> stretches.rollout(i) < first));
    Samples training = samples.subset(indices(parts.get(true)));
    Samples validation = samples.subset(indices(parts.get(false)));
    TrackingLoss loss = new TrackingLoss(stretches.layout(), config.boundRad(), config.effort());
    ClosedLoop network = new ClosedLoop(shape, stretches.layout(), scaling, target);
    Weights start = Weights.silent(network, new SplittableRandom(Seeds.derive(run.seed(), -1)));
    try (Workers workers = Workers.ofThisMachine();
        Fit fit =
            new Fit(
                network,
                start,
                loss,
                steps * shape.joints(),
                config.options(),
                Seeds.derive(run.seed(), -2),
                kernels,
                Math.min(LANES, config.batchSize()))) {
      before.ifPresent(state -> fit.load(state, ""));
      new FitLoop(run, workers)
          .run(
              "correcting " + training.size() + " stretches of the base policy",
              fit,
              config.options(),
              epoch -> training,
              validation,
              () -> {
                Checkpoint.Builder state = file.write(ResidualFile.TRAINING);
                fit.save(state, "");
                state.write(file.path());
              });
      Checkpoint.Builder done = file.write(TrainingFile.DONE);
      ResidualPolicy.save(done, shape, scaling, fit.best());
      done.text("kernel", kernels.toString()).write(file.path());
    }
  }

  private static int[] indices(@Nullable List<Integer> list) {
    return list == null ? new int[0] : list.stream().mapToInt(Integer::intValue).toArray();
  }

  @Override
  public Policy load(Path checkpoint, PolicySpec spec) {
    return TrainedPolicy.fitting(load(checkpoint, base()), checkpoint, spec);
  }

  @Override
  public CompensatedPolicy load(Path checkpoint, Policy base) {
    return ResidualPolicy.read(ResidualFile.in(checkpoint), base, kernels);
  }

  @Override
  public void close() {
    // base policy and dynamics belong to the assembly or to the caller
  }
}
