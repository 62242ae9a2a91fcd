package org.dextwin.testkit.learning;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.dextwin.api.learning.Demonstration;
import org.dextwin.api.learning.Environment;
import org.dextwin.api.learning.PolicySpec;
import org.dextwin.api.learning.StepOutcome;
import org.dextwin.api.learning.Task;
import org.dextwin.testkit.ProviderContract;
import org.junit.jupiter.api.Test;

/**
 * What every task keeps: observations and demonstrations of the sizes it names, episodes that end
 * and that a seed repeats, and refusals of actions that are none.
 *
 * <p><i>Thread safety</i>: confined; JUnit makes one instance per test.
 *
 * @param <C> the configuration record
 */
public abstract class TaskContract<C> extends ProviderContract<Task, C> {

  /** For subclasses. */
  protected TaskContract() {}

  /**
   * Returns how many steps an episode can have at most.
   *
   * @return number of steps
   */
  protected int longestEpisode() {
    return 10_000;
  }

  /** What a caller sees of an episode. */
  private record Seen(List<Float> numbers, List<StepOutcome.Ending> endings) {}

  /** Plays random actions, the same for the same seed. */
  private Seen play(Environment environment, PolicySpec spec, long seed, int steps) {
    SplittableRandom random = new SplittableRandom(seed);
    List<Float> numbers = new ArrayList<>();
    List<StepOutcome.Ending> endings = new ArrayList<>();
    add(numbers, environment.reset(seed));
    for (int i = 0; i < steps && endings.isEmpty(); i++) {
      StepOutcome outcome = environment.step(action(spec, random));
      add(numbers, outcome.observation());
      numbers.add((float) outcome.reward());
      outcome.measures().entrySet().stream()
          .sorted(Map.Entry.comparingByKey())
          .forEach(measure -> numbers.add(measure.getValue().floatValue()));
      outcome.ending().ifPresent(endings::add);
    }
    return new Seen(numbers, endings);
  }

  private static void add(List<Float> numbers, float[] values) {
    for (float value : values) {
      numbers.add(value);
    }
  }

  private static float[] action(PolicySpec spec, SplittableRandom random) {
    float[] action = new float[spec.actionSize()];
    for (int i = 0; i < action.length; i++) {
      action[i] = (float) (spec.actionBound() * (2 * random.nextDouble() - 1));
    }
    return action;
  }

  @Test
  final void specIsPlausible() {
    PolicySpec spec = create().spec();
    assertThat(spec.observationSize()).as("observation size").isPositive();
    assertThat(spec.actionSize()).as("action size").isPositive();
    assertThat(spec.actionBound()).as("action bound").isPositive().isFinite();
  }

  @Test
  final void observationsFitTheSpec() {
    Task task = create();
    try (Environment environment = task.open()) {
      assertObservation(task.spec(), environment.reset(SEED));
      StepOutcome outcome = environment.step(action(task.spec(), new SplittableRandom(SEED)));
      assertObservation(task.spec(), outcome.observation());
      assertThat(outcome.reward()).as("reward").isFinite();
    }
  }

  private static void assertObservation(PolicySpec spec, float[] observation) {
    assertThat(observation).as("observation").hasSize(spec.observationSize());
    for (int i = 0; i < observation.length; i++) {
      assertThat(observation[i]).as("observation[%d]", i).isFinite();
    }
  }

  @Test
  final void seedRepeatsAnEpisode() {
    Task task = create();
    try (Environment environment = task.open();
        Environment other = task.open()) {
      Seen first = play(environment, task.spec(), SEED, 50);
      play(environment, task.spec(), SEED + 1, 3); // left before its end
      assertThat(play(environment, task.spec(), SEED, 50))
          .as("the same seed after another episode")
          .isEqualTo(first);
      assertThat(play(other, task.spec(), SEED, 50))
          .as("the same seed in another environment")
          .isEqualTo(first);
    }
  }

  @Test
  final void environmentsWorkOnSeveralThreads() throws Exception {
    Task task = create();
    Callable<Seen> episode =
        () -> {
          try (Environment environment = task.open()) {
            return play(environment, task.spec(), SEED, 20);
          }
        };
    Seen alone = episode.call();
    ExecutorService threads = Executors.newFixedThreadPool(2);
    try {
      for (Future<Seen> seen : threads.invokeAll(List.of(episode, episode, episode))) {
        assertThat(seen.get()).isEqualTo(alone);
      }
    } finally {
      threads.shutdownNow();
    }
  }

  @Test
  final void episodesEndForACause() {
    Task task = create();
    try (Environment environment = task.open()) {
      Seen seen = play(environment, task.spec(), SEED, longestEpisode());
      assertThat(seen.endings).as("endings within %d steps", longestEpisode()).hasSize(1);
      assertThat(seen.endings.get(0).cause())
          .as("cause of the ending")
          .matches("[a-z0-9]+(-[a-z0-9]+)*");
    }
  }

  @Test
  final void stepsOutsideAnEpisodeAreRefused() {
    Task task = create();
    float[] action = new float[task.spec().actionSize()];
    try (Environment environment = task.open()) {
      assertThatThrownBy(() -> environment.step(action))
          .as("a step before reset")
          .isInstanceOf(IllegalStateException.class);
      play(environment, task.spec(), SEED, longestEpisode());
      assertThatThrownBy(() -> environment.step(action))
          .as("a step after the ending")
          .isInstanceOf(IllegalStateException.class);
    }
  }

  @Test
  final void badActionsAreRefused() {
    Task task = create();
    int size = task.spec().actionSize();
    float[] notANumber = new float[size];
    notANumber[size - 1] = Float.NaN;
    try (Environment environment = task.open()) {
      environment.reset(SEED);
      assertThatThrownBy(() -> environment.step(new float[size + 1]))
          .as("an action of another size")
          .isInstanceOf(IllegalArgumentException.class);
      assertThatThrownBy(() -> environment.step(notANumber))
          .as("an action with NaN")
          .isInstanceOf(IllegalArgumentException.class);
    }
  }

  @Test
  final void actionsOutOfBoundsAreClipped() {
    Task task = create();
    float[] atBound = new float[task.spec().actionSize()];
    float[] beyond = new float[task.spec().actionSize()];
    Arrays.fill(atBound, task.spec().actionBound());
    Arrays.fill(beyond, 5 * task.spec().actionBound());
    try (Environment environment = task.open()) {
      environment.reset(SEED);
      StepOutcome expected = environment.step(atBound);
      environment.reset(SEED);
      StepOutcome outcome = environment.step(beyond);
      assertThat(outcome.observation()).as("observation").isEqualTo(expected.observation());
      assertThat(outcome.measures()).as("measures").isEqualTo(expected.measures());
      assertThat(outcome.ending()).as("ending").isEqualTo(expected.ending());
    }
  }

  @Test
  final void demonstrationsFitTheSpec() {
    Task task = create();
    PolicySpec spec = task.spec();
    for (Demonstration demonstration : task.demonstrations()) {
      assertThat(demonstration.source()).as("source").isNotBlank();
      assertObservation(spec, demonstration.observation());
      assertThat(demonstration.action()).as("action").hasSize(spec.actionSize());
      for (float number : demonstration.action()) {
        assertThat(number)
            .as("number of the action of '%s'", demonstration.source())
            .isBetween(-spec.actionBound(), spec.actionBound());
      }
    }
  }

  @Test
  final void demonstrationsAreTheSameEachTime() {
    Task task = create();
    List<Demonstration> first = task.demonstrations();
    List<Demonstration> second = task.demonstrations();
    assertThat(second).as("demonstrations asked for again").hasSameSizeAs(first);
    for (int i = 0; i < first.size(); i++) {
      assertThat(second.get(i).observation()).isEqualTo(first.get(i).observation());
      assertThat(second.get(i).action()).isEqualTo(first.get(i).action());
    }
  }

  @Test
  final void closingAnEnvironmentTwiceDoesNothing() {
    Environment environment = create().open();
    environment.close();
    assertThatCode(environment::close).as("the second close()").doesNotThrowAnyException();
  }
}
