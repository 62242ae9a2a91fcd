package org.dextwin.policy.graspmlp;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.dextwin.api.learning.Demonstration;
import org.dextwin.api.learning.Environment;
import org.dextwin.api.learning.Policy;
import org.dextwin.api.learning.PolicySpec;
import org.dextwin.api.learning.StepOutcome;
import org.dextwin.api.learning.Task;
import org.dextwin.api.spi.InvalidInputException;
import org.dextwin.learning.compute.Kernels;
import org.dextwin.learning.evaluation.GraspMeasures;
import org.dextwin.testkit.GradientCheck;
import org.dextwin.testkit.learning.TestTrainingRun;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What is learned, and how well. */
class GraspMlpLearningTest {

  private static final long SEED = 3;
  private static final List<Double> WIDTHS = List.of(64.0, 64.0);

  @TempDir private Path folder = Path.of("");

  private Policy train(Task task, GraspMlpConfig config) {
    return new GraspMlpTrainer(config, Kernels.best())
        .train(task, new TestTrainingRun(SEED, folder));
  }

  /** A hand of any number of joints: nothing knows how many the paper's had. */
  @ParameterizedTest
  @ValueSource(ints = {4, 16, 21})
  void overfitsEightDemonstrations(int joints) {
    PinchTask task = new PinchTask(joints, 8);
    try (Policy policy = train(task, Configs.small(600, 0, WIDTHS))) {
      for (Demonstration demonstration : task.demonstrations()) {
        float[] action = policy.act(demonstration.observation());
        assertThat(action).hasSize(joints + 3);
        for (int i = 0; i < action.length; i++) {
          assertThat(action[i])
              .as("number %d of the action for %s", i, demonstration.source())
              .isCloseTo(demonstration.action()[i], within(0.02f));
        }
      }
    }
  }

  @Test
  void orderOfVerticesDoesNotMatter() {
    PinchTask task = new PinchTask(16, 8);
    try (Policy policy = train(task, Configs.small(20, 0, WIDTHS))) {
      float[] observation = task.demonstrations().get(0).observation();
      float[] reversed = observation.clone();
      int vertices = observation.length / 3;
      for (int n = 0; n < vertices; n++) {
        System.arraycopy(observation, 3 * n, reversed, 3 * (vertices - 1 - n), 3);
      }
      float[] expected = policy.act(observation);
      float[] action = policy.act(reversed);
      for (int i = 0; i < action.length; i++) {
        assertThat(action[i]).as("number %d", i).isCloseTo(expected[i], within(1e-6f));
      }
    }
  }

  /** Demonstrations say "full force"; rollouts teach what the mass needs. */
  @Test
  void rolloutsTeachTheForce() {
    PinchTask task = new PinchTask(4, 60);
    double before = forceError(task, Configs.small(150, 0, WIDTHS), folder.resolve("first"));
    double after = forceError(task, Configs.small(150, 60, WIDTHS), folder.resolve("both"));
    assertThat(before).as("mean error of the force before rollouts").isGreaterThan(0.2);
    assertThat(after).as("mean error of the force after rollouts").isLessThan(0.08);
  }

  private static double forceError(PinchTask task, GraspMlpConfig config, Path folder) {
    if (!folder.toFile().mkdirs()) {
      throw new AssertionError(folder);
    }
    double sum = 0;
    int count = 100;
    try (Policy policy =
            new GraspMlpTrainer(config, Kernels.best())
                .train(task, new TestTrainingRun(SEED, folder));
        Environment environment = task.open()) {
      for (int n = 0; n < count; n++) {
        float[] action = policy.act(environment.reset(1000 + n));
        double target = environment.step(action).measures().get(GraspMeasures.FORCE_TARGET);
        sum += Math.abs(action[action.length - 1] - target);
      }
    }
    return sum / count;
  }

  @Test
  void gradientOfTheLossAgreesWithDifferences() {
    GraspLoss loss = new GraspLoss(3, 1, 0.8, 0.3);
    float[] outputs = {0.3f, -0.8f, 0.1f, 0.4f, -1.1f, 0.7f};
    float[] targets = {0.1f, -0.5f, 0.9f, 1, 0, 0.4f};
    float[] gradient = new float[6];
    loss.evaluate(outputs, 0, targets, 0, 1, gradient);
    double[] exact = new double[6];
    double[] numeric = new double[6];
    for (int i = 0; i < 6; i++) {
      exact[i] = gradient[i];
      float[] low = outputs.clone();
      float[] high = outputs.clone();
      low[i] -= 1e-2f;
      high[i] += 1e-2f;
      double above = loss.evaluate(high, 0, targets, 0, 1, new float[6]);
      double below = loss.evaluate(low, 0, targets, 0, 1, new float[6]);
      numeric[i] = (above - below) / ((double) high[i] - low[i]);
    }
    new GradientCheck(1e-3, 1e-4).assertAgree("loss by outputs", exact, numeric);
  }

  /** 0.8 L_r + 0.3 L_f, by hand. */
  @Test
  void weightsOfTheSecondPhaseAreThePapers() {
    GraspShape shape = new GraspShape(1, 2, List.of(8), 0);
    GraspLoss loss = GraspLoss.ofRefinement(shape, Configs.small(1, 1, WIDTHS));
    float[] outputs = {0.9f, 0.9f, 0, 0, 0};
    float[] targets = {-1, -1, 1, 0, 0.25f};
    double expected = 0.8 * Math.log(2) + 0.3 * 0.0625;
    assertThat(loss.evaluate(outputs, 0, targets, 0, 1, new float[5]))
        .isEqualTo(expected, within(1e-7));
  }

  @Test
  void tasksThatDoNotFitAreNamed() {
    GraspMlpConfig config = Configs.small(1, 1, WIDTHS);
    assertThatThrownBy(() -> train(new PinchTask(4, 0), config))
        .isInstanceOf(InvalidInputException.class)
        .hasMessageContaining("no demonstrations");
    assertThatThrownBy(() -> train(other(new PolicySpec(9, 7, 1), Map.of()), config))
        .isInstanceOf(InvalidInputException.class)
        .hasMessageContaining("3 numbers per vertex");
    assertThatThrownBy(() -> train(other(new PolicySpec(10, 7, 1), Map.of()), config))
        .isInstanceOf(InvalidInputException.class)
        .hasMessageContaining("'contact_sustained'")
        .hasMessageContaining("refinement-epochs = 0");
  }

  private static Task other(PolicySpec spec, Map<String, Double> measures) {
    return new Task() {
      @Override
      public PolicySpec spec() {
        return spec;
      }

      @Override
      public Environment open() {
        return new Environment() {
          @Override
          public float[] reset(long seed) {
            return new float[spec.observationSize()];
          }

          @Override
          public StepOutcome step(float[] action) {
            return new StepOutcome(
                new float[spec.observationSize()],
                0,
                Optional.of(new StepOutcome.Ending(false, "time")),
                measures);
          }

          @Override
          public void close() {}
        };
      }

      @Override
      public List<Demonstration> demonstrations() {
        return List.of(
            new Demonstration(
                "one", new float[spec.observationSize()], new float[spec.actionSize()]));
      }

      @Override
      public void close() {}
    };
  }

  @Test
  void otherTrainingsInTheFolderAreNotMixed() {
    train(new PinchTask(4, 8), Configs.small(2, 0, WIDTHS)).close();
    assertThatThrownBy(() -> train(new PinchTask(4, 8), Configs.small(3, 0, WIDTHS)))
        .isInstanceOf(InvalidInputException.class)
        .hasMessageContaining("config is")
        .hasMessageContaining("another folder");
    assertThatThrownBy(() -> train(new PinchTask(4, 9), Configs.small(2, 0, WIDTHS)))
        .isInstanceOf(InvalidInputException.class)
        .hasMessageContaining("demonstrations is 8");
  }
}
