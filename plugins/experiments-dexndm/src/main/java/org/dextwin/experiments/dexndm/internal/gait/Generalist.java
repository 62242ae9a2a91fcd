package org.dextwin.experiments.dexndm.internal.gait;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import org.dextwin.api.experiment.ExperimentContext;
import org.dextwin.api.experiment.Item;
import org.dextwin.api.experiment.Progress;
import org.dextwin.api.learning.Demonstration;
import org.dextwin.api.learning.Environment;
import org.dextwin.api.learning.Policy;
import org.dextwin.api.learning.PolicyTrainer;
import org.dextwin.experiments.dexndm.internal.gait.Teacher.Lesson;
import org.dextwin.learning.compute.Workers;
import org.dextwin.learning.training.ExperimentRun;
import org.dextwin.learning.training.Seeds;
import org.jspecify.annotations.Nullable;

/**
 * Trains one policy on what many gaits show, by successes alone. In further rounds it plays by
 * turns with them, and they show what they would have done where it went (DAgger).
 *
 * <p><i>Thread safety</i>: confined.
 *
 * @param context the run
 * @param trainer trains the policy
 * @param episodes episodes of each teacher in each round
 * @param rounds rounds after the first
 * @param seed seed of episodes and training
 */
public record Generalist(
    ExperimentContext context, PolicyTrainer trainer, int episodes, int rounds, long seed) {

  private static final String NAME = "generalist";
  private static final String SUCCESSES = "successes";

  /**
   * Trains, unless it was done before.
   *
   * @param teachers what is learnt; their tasks must be alike to the policy
   * @return folder of the checkpoints; empty if no teacher held its object to the end
   */
  public Optional<Path> train(List<Teacher> teachers) {
    Item trained =
        context.stage(
            NAME,
            () -> {
              long start = System.nanoTime();
              List<Demonstration> shown = new ArrayList<>();
              int successes = 0;
              for (int round = 0; round <= rounds; round++) {
                successes += add(shown, teachers, round);
                if (!shown.isEmpty()) {
                  trainer.train(new ShownTask(teachers.get(0).task(), shown), run(round)).close();
                }
              }
              return Item.empty()
                  .with("teachers", teachers.size())
                  .with("episodes", (long) episodes * teachers.size() * (rounds + 1))
                  .with(SUCCESSES, successes)
                  .with("examples", shown.size())
                  .with("seconds", (System.nanoTime() - start) * 1e-9);
            });
    context.log(NAME, trained);
    return trained.number(SUCCESSES).orElse(0) > 0
        ? Optional.of(run(rounds).checkpoints())
        : Optional.empty();
  }

  private ExperimentRun run(int round) {
    String name = round == rounds ? NAME : NAME + "-" + round;
    return new ExperimentRun(context, name, Seeds.derive(seed, 0));
  }

  /** Adds what is shown in a round; returns the number of episodes. */
  private int add(List<Demonstration> shown, List<Teacher> teachers, int round) {
    boolean alone = shown.isEmpty(); // there is no clone yet
    int successes = 0;
    for (int t = 0; t < teachers.size(); t++) {
      Teacher teacher = teachers.get(t);
      Optional<Supplier<Policy>> learners =
          alone
              ? Optional.empty()
              : Optional.of(
                  () -> trainer.load(run(round - 1).checkpoints(), teacher.task().spec()));
      long own = Seeds.derive(Seeds.derive(seed, 1 + t), round);
      List<Lesson> lessons = lessons(teacher, learners, own);
      List<Lesson> held = lessons.stream().filter(Lesson::success).toList();
      held.forEach(it -> shown.addAll(it.steps()));
      successes += held.size();
      context.log(
          NAME,
          Item.empty()
              .with("round", round)
              .with("teacher", teacher.name())
              .with(SUCCESSES, held.size())
              .with(
                  "rot_mean_rad",
                  lessons.stream().mapToDouble(Lesson::turned).average().orElse(0)));
    }
    return successes;
  }

  private List<Lesson> lessons(Teacher teacher, Optional<Supplier<Policy>> learners, long own) {
    @Nullable Lesson[] played = new Lesson[episodes];
    AtomicInteger next = new AtomicInteger();
    try (Workers workers = Workers.ofThisMachine();
        Progress progress = context.progress("showing " + teacher.name(), episodes)) {
      workers.each(
          Math.min(workers.threads(), episodes),
          lane -> {
            Optional<Policy> learner = learners.map(Supplier::get);
            try (Environment environment = teacher.task().open()) {
              for (int n = next.getAndIncrement(); n < episodes; n = next.getAndIncrement()) {
                context.checkCancelled();
                played[n] = teacher.show(environment, learner, Seeds.derive(own, n));
                progress.advance(1);
              }
            } finally {
              learner.ifPresent(Policy::close);
            }
          });
    }
    return Arrays.stream(played).map(Objects::requireNonNull).toList();
  }
}
