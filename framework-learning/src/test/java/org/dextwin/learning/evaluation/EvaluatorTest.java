package org.dextwin.learning.evaluation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.concurrent.CancellationException;
import java.util.concurrent.atomic.AtomicInteger;
import org.dextwin.api.experiment.Progress;
import org.dextwin.api.learning.Demonstration;
import org.dextwin.api.learning.Environment;
import org.dextwin.api.learning.Policy;
import org.dextwin.api.learning.PolicySpec;
import org.dextwin.api.learning.StepOutcome;
import org.dextwin.api.learning.Task;
import org.dextwin.learning.compute.Workers;
import org.junit.jupiter.api.Test;

class EvaluatorTest {

  private static final PolicySpec SPEC = new PolicySpec(1, 1, 1);

  /** Guess whether a hidden number is positive, three times; all must be right. */
  private static final class Guessing implements Task {

    final AtomicInteger open = new AtomicInteger();

    @Override
    public PolicySpec spec() {
      return SPEC;
    }

    @Override
    public Environment open() {
      open.incrementAndGet();
      return new Environment() {
        private SplittableRandom random = new SplittableRandom();
        private int step;

        @Override
        public float[] reset(long seed) {
          random = new SplittableRandom(seed);
          step = 0;
          return new float[] {(float) random.nextDouble() - 0.5f};
        }

        @Override
        public StepOutcome step(float[] action) {
          step++;
          float hidden = (float) random.nextDouble() - 0.3f;
          boolean right = action[0] * hidden > 0;
          Optional<StepOutcome.Ending> ending =
              !right
                  ? Optional.of(new StepOutcome.Ending(false, "wrong"))
                  : step == 3
                      ? Optional.of(new StepOutcome.Ending(true, "guessed"))
                      : Optional.empty();
          return new StepOutcome(
              new float[] {hidden}, right ? 1 : -1, ending, Map.of("hidden", (double) hidden));
        }

        @Override
        public void close() {
          open.decrementAndGet();
        }
      };
    }

    @Override
    public List<Demonstration> demonstrations() {
      return List.of();
    }

    @Override
    public void close() {}
  }

  private static Policy policy() {
    return new Policy() {
      private SplittableRandom random = new SplittableRandom();

      @Override
      public PolicySpec spec() {
        return SPEC;
      }

      @Override
      public void reset(long seed) {
        random = new SplittableRandom(seed);
      }

      @Override
      public float[] act(float[] observation) {
        return new float[] {random.nextInt(8) == 0 ? -1 : 1};
      }

      @Override
      public void close() {}
    };
  }

  private static Evaluation play(Guessing task, int episodes, int threads) {
    try (Workers workers = new Workers(threads)) {
      return new Evaluator(workers, () -> {})
          .play(task, EvaluatorTest::policy, episodes, 9, progress());
    }
  }

  private static Progress progress() {
    return new Progress() {
      @Override
      public void advance(long units) {}

      @Override
      public void close() {}
    };
  }

  @Test
  void threadsDoNotChangeEpisodes() {
    assertThat(play(new Guessing(), 40, 3)).isEqualTo(play(new Guessing(), 40, 1));
  }

  @Test
  void furtherEpisodesLeaveTheFirstAlone() {
    assertThat(play(new Guessing(), 40, 2).episodes().subList(0, 10))
        .isEqualTo(play(new Guessing(), 10, 2).episodes());
  }

  @Test
  void outcomesAreCounted() {
    Guessing task = new Guessing();
    Evaluation evaluation = play(task, 200, 2);
    assertThat(evaluation.episodes()).hasSize(200);
    int successes = evaluation.successes();
    // three right guesses, each with 0.7 * 7/8 + 0.3 * 1/8
    assertThat(successes).isBetween(30, 90);
    assertThat(evaluation.causes())
        .containsEntry("guessed", (long) successes)
        .containsEntry("wrong", 200L - successes);
    assertThat(evaluation.successInterval().low()).isLessThan(successes / 200.0);
    assertThat(evaluation.rewards()).hasSize(200).contains(3.0, -1.0);
    assertThat(task.open).as("environments left open").hasValue(0);
    PlayedEpisode first = evaluation.episodes().get(0);
    assertThat(first.last("hidden"))
        .isEqualTo(first.measures().get(first.measures().size() - 1).get("hidden"));
    assertThat(first.last("nothing")).isNaN();
  }

  @Test
  void cancellingEndsAllThreads() {
    AtomicInteger calls = new AtomicInteger();
    Guessing task = new Guessing();
    try (Workers workers = new Workers(2)) {
      Evaluator evaluator =
          new Evaluator(
              workers,
              () -> {
                if (calls.incrementAndGet() > 20) {
                  throw new CancellationException("enough");
                }
              });
      assertThatThrownBy(() -> evaluator.play(task, EvaluatorTest::policy, 1000, 9, progress()))
          .isInstanceOf(CancellationException.class);
    }
    assertThat(task.open).as("environments left open").hasValue(0);
  }
}
