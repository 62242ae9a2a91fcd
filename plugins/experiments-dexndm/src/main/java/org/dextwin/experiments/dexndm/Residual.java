package org.dextwin.experiments.dexndm;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.dextwin.api.experiment.Experiment;
import org.dextwin.api.experiment.ExperimentContext;
import org.dextwin.api.experiment.Item;
import org.dextwin.api.learning.DynamicsTrainer;
import org.dextwin.api.learning.Environment;
import org.dextwin.api.learning.Policy;
import org.dextwin.api.learning.Transitions;
import org.dextwin.api.learning.Transitions.Episode;
import org.dextwin.experiments.dexndm.internal.residual.Adaptation;
import org.dextwin.experiments.dexndm.internal.residual.Adaptation.Corrections;
import org.dextwin.experiments.dexndm.internal.residual.Replay;
import org.dextwin.experiments.dexndm.internal.residual.ResidualReport;
import org.dextwin.experiments.dexndm.internal.residual.Tracking;
import org.dextwin.learning.proprioception.CompensatedPolicy;
import org.dextwin.learning.proprioception.CompensatingTrainer;
import org.dextwin.learning.proprioception.ProprioceptiveTask;
import org.dextwin.learning.training.Seeds;

/**
 * Learns corrections for a free hand in another world, and where there is none, and measures how
 * well the hand then follows the reference. Targets that are followed in the measurement are not
 * those that corrections are learnt with.
 */
final class Residual implements Experiment {

  private static final int RECORDING = 1;
  private static final int TRAINING = 2;
  private static final int TRIALS = 3;

  /** Part of the base policy's rollouts that corrections are learnt with. */
  private static final double LEARNT = 0.75;

  private static final int WARM_UP = 2000;
  private static final int TIMED = 500;

  private final ResidualConfig config;
  private final Tasks tasks;
  private final DynamicsTrainer dynamics;
  private final CompensatingTrainer corrections;
  private final Supplier<Policy> base;
  private final long seed;

  Residual(
      ResidualConfig config,
      Tasks tasks,
      DynamicsTrainer dynamics,
      CompensatingTrainer corrections,
      Supplier<Policy> base,
      long seed) {
    this.config = config;
    this.tasks = tasks;
    this.dynamics = dynamics;
    this.corrections = corrections;
    this.base = base;
    this.seed = seed;
  }

  @Override
  public void run(ExperimentContext context) {
    ProprioceptiveTask reference = tasks.at(config.reference());
    Recordings recordings =
        new Recordings(
            context,
            tasks,
            base,
            tasks.at(config.home()),
            config.usedRollouts(),
            Seeds.derive(seed, RECORDING));
    List<Episode> rollouts =
        recordings.rollouts().episodes().stream().filter(it -> it.steps() > 0).toList();
    int learnt = Math.max(1, (int) (LEARNT * rollouts.size()));
    Supplier<Policy> learning =
        () -> new Replay(reference.proprioception(), rollouts.subList(0, learnt));
    Supplier<Policy> testing =
        () ->
            new Replay(
                reference.proprioception(),
                rollouts.subList(Math.min(learnt, rollouts.size() - 1), rollouts.size()));
    Supplier<Transitions> there =
        recordings.make(config.target(), config.target().name(), config.usedTarget());
    Supplier<Transitions> here =
        recordings.make(config.source(), config.source().name(), config.usedSource());

    Path start =
        Adaptation.learnSource(context, dynamics, "source", here, Seeds.derive(seed, TRAINING));
    Corrections found = adapt(context, "target", start, there, learning);
    Item measured = measure(context, "tracking", tasks.at(config.tracked()), testing, found);
    // the same where there is nothing to correct: the target world is the source world
    Supplier<Transitions> again =
        recordings.make(config.source(), config.source().name() + "-again", config.usedTarget());
    Corrections none = adapt(context, "no-mismatch", start, again, learning);
    Item matched = measure(context, "tracking-without-mismatch", reference, testing, none);
    ResidualReport report =
        new ResidualReport(context, reference.proprioception().joints().joints(), seed);
    report.show(measured, matched);
    report.showTimes(times(context, found));
  }

  private Corrections adapt(
      ExperimentContext context,
      String name,
      Path start,
      Supplier<Transitions> recordings,
      Supplier<Policy> learning) {
    Adaptation adaptation =
        new Adaptation(context, dynamics, corrections, name, Seeds.derive(seed, TRAINING));
    Path model = adaptation.learnDynamics(Optional.of(start), recordings);
    return adaptation.learnCorrections(
        model, config.scale().tried(tasks.at(config.reference())), learning);
  }

  private Item measure(
      ExperimentContext context,
      String stage,
      ProprioceptiveTask tracked,
      Supplier<Policy> testing,
      Corrections found) {
    return context.stage(
        stage,
        () -> {
          try (Policy replay = testing.get();
              CompensatedPolicy corrected = found.on(replay)) {
            return new Tracking(
                    context,
                    tasks.at(config.reference()),
                    tracked,
                    config.usedTrials(),
                    Seeds.derive(seed, TRIALS))
                .measure(stage, replay, corrected);
          }
        });
  }

  /** Times of actions of the base policy with corrections, as they are deployed [s]. */
  private double[] times(ExperimentContext context, Corrections found) {
    Item timed =
        context.stage(
            "inference",
            () -> {
              try (Environment environment = tasks.at(config.home()).open();
                  Policy inner = base.get();
                  CompensatedPolicy deployed = found.on(inner)) {
                float[] observation = environment.reset(seed);
                deployed.reset(seed);
                double[] times = new double[TIMED];
                for (int i = -WARM_UP; i < TIMED; i++) {
                  context.checkCancelled();
                  long start = System.nanoTime();
                  deployed.act(observation);
                  times[Math.max(0, i)] = (System.nanoTime() - start) * 1e-9;
                }
                return Item.empty().with("seconds", Arrays.stream(times).boxed().toList());
              }
            });
    return timed.values().get("seconds") instanceof List<?> list
        ? list.stream().mapToDouble(it -> ((Number) it).doubleValue()).toArray()
        : new double[] {Double.NaN};
  }

  @Override
  public void close() {
    // Tasks and trainers belong to the assembly.
  }
}
