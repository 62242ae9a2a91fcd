package org.dextwin.experiments.dexndm.internal.gait;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import org.dextwin.api.experiment.ExperimentContext;
import org.dextwin.api.experiment.Item;
import org.dextwin.api.experiment.Progress;
import org.dextwin.api.learning.Demonstration;
import org.dextwin.api.learning.Environment;
import org.dextwin.api.learning.PolicyTrainer;
import org.dextwin.learning.compute.Workers;
import org.dextwin.learning.training.ExperimentRun;
import org.dextwin.learning.training.Seeds;
import org.jspecify.annotations.Nullable;

/**
 * Trains one policy on what many gaits show, by successes alone.
 *
 * <p><i>Thread safety</i>: confined.
 *
 * @param context the run
 * @param trainer trains the policy
 * @param episodes episodes of each teacher
 * @param seed seed of episodes and training
 */
public record Generalist(
    ExperimentContext context, PolicyTrainer trainer, int episodes, long seed) {

  private static final String NAME = "generalist";
  private static final String SUCCESSES = "successes";

  /**
   * Trains, unless it was done before.
   *
   * @param teachers what is learnt; their tasks must be alike to the policy
   * @return folder of the checkpoints; empty if no teacher held its object to the end
   */
  public Optional<Path> train(List<Teacher> teachers) {
    ExperimentRun run = new ExperimentRun(context, NAME, Seeds.derive(seed, 0));
    Item trained =
        context.stage(
            NAME,
            () -> {
              long start = System.nanoTime();
              List<Demonstration> shown = new ArrayList<>();
              int successes = 0;
              for (int t = 0; t < teachers.size(); t++) {
                List<List<Demonstration>> own = shown(teachers.get(t), Seeds.derive(seed, 1 + t));
                successes += own.size();
                own.forEach(shown::addAll);
              }
              if (!shown.isEmpty()) {
                trainer.train(new ShownTask(teachers.get(0).task(), shown), run).close();
              }
              return Item.empty()
                  .with("teachers", teachers.size())
                  .with("episodes", (long) episodes * teachers.size())
                  .with(SUCCESSES, successes)
                  .with("examples", shown.size())
                  .with("seconds", (System.nanoTime() - start) * 1e-9);
            });
    context.log(NAME, trained);
    return trained.number(SUCCESSES).orElse(0) > 0
        ? Optional.of(run.checkpoints())
        : Optional.empty();
  }

  private List<List<Demonstration>> shown(Teacher teacher, long own) {
    @Nullable Optional<List<Demonstration>>[] played = newArray(episodes);
    AtomicInteger next = new AtomicInteger();
    try (Workers workers = Workers.ofThisMachine();
        Progress progress = context.progress("showing " + teacher.name(), episodes)) {
      workers.each(
          Math.min(workers.threads(), episodes),
          lane -> {
            try (Environment environment = teacher.task().open()) {
              for (int n = next.getAndIncrement(); n < episodes; n = next.getAndIncrement()) {
                context.checkCancelled();
                played[n] = teacher.show(environment, Seeds.derive(own, n));
                progress.advance(1);
              }
            }
          });
    }
    return Arrays.stream(played).map(Objects::requireNonNull).flatMap(Optional::stream).toList();
  }

  @SuppressWarnings({"unchecked", "rawtypes"}) // there are no generic arrays
  private static @Nullable Optional<List<Demonstration>>[] newArray(int length) {
    return new Optional[length];
  }
}
