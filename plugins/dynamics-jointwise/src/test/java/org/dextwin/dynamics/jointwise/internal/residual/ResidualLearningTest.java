package org.dextwin.dynamics.jointwise.internal.residual;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.Optional;
import java.util.SplittableRandom;
import org.dextwin.api.learning.Environment;
import org.dextwin.api.learning.Policy;
import org.dextwin.api.learning.Task;
import org.dextwin.api.spi.InvalidInputException;
import org.dextwin.dynamics.jointwise.SyntheticHand;
import org.dextwin.learning.compute.Kernels;
import org.dextwin.learning.proprioception.CompensatedPolicy;
import org.dextwin.learning.proprioception.Proprioception;
import org.dextwin.testkit.GradientCheck;
import org.dextwin.testkit.learning.FakeTask;
import org.dextwin.testkit.learning.TestTrainingRun;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What corrections are worth in worlds whose differences are known. */
class ResidualLearningTest {

  private static final int JOINTS = 4;
  private static final double BOUND = 0.5;

  private final SpringTask source = new SpringTask(new SyntheticHand(JOINTS, 1, 0), 80);
  private final Proprioception body = source.proprioception();

  @TempDir private Path folder = Path.of("");

  static ResidualConfig config(int epochs) {
    return new ResidualConfig(
        Optional.empty(), Optional.empty(), BOUND, 32, 2, 12, epochs, 8, 3e-3, 0.05, 0.1, 0, 1e-4);
  }

  private CompensatedPolicy train(SyntheticHand other, int epochs) {
    return new ResidualTrainer(config(epochs), Optional.empty(), Optional.empty(), Kernels.best())
        .train(
            source,
            new WavePolicy(body),
            new SpringModel(other, 3),
            new TestTrainingRun(7, folder));
  }

  /** Root mean square distance from where the base policy takes the joints in its own world. */
  private double trackingError(SyntheticHand other, Policy policy) {
    SpringTask target = new SpringTask(other, source.steps());
    double sum = 0;
    int count = 0;
    try (Environment here = source.open();
        Environment there = target.open()) {
      for (long seed = 1000; seed < 1005; seed++) {
        Policy base = new WavePolicy(body);
        base.reset(seed);
        policy.reset(seed);
        float[] reference = here.reset(seed);
        float[] seen = there.reset(seed);
        for (int t = 0; t < source.steps(); t++) {
          reference = here.step(base.act(reference)).observation();
          seen = there.step(policy.act(seen)).observation();
          for (int j = 0; j < JOINTS; j++) {
            int at = body.positionAt(body.window() - 1, j);
            sum += Math.pow(seen[at] - reference[at], 2);
            count++;
          }
        }
      }
    }
    return Math.sqrt(sum / count);
  }

  @Test
  void correctionsBringWeakJointsWhereTheyShouldBe() {
    SyntheticHand weak = new SyntheticHand(JOINTS, 0.7, 0.05);
    try (CompensatedPolicy corrected = train(weak, 30);
        Policy direct = new WavePolicy(body)) {
      assertThat(trackingError(weak, corrected))
          .as("tracking error with corrections, against that without [rad]")
          .isLessThan(0.5 * trackingError(weak, direct));
      assertThat(corrected.meanCorrections())
          .as("mean corrections [rad]")
          .hasSize(JOINTS)
          .allSatisfy(mean -> assertThat(mean).isBetween(0.01, BOUND));
    }
  }

  @Test
  void sameWorldNeedsNoCorrections() {
    SyntheticHand same = source.hand();
    try (CompensatedPolicy corrected = train(same, 10)) {
      assertThat(corrected.meanCorrections()).containsOnly(0.0);
      assertThat(trackingError(same, corrected)).as("tracking error [rad]").isLessThan(1e-4);
      assertThat(corrected.meanCorrections())
          .as("mean corrections [rad]")
          .allSatisfy(mean -> assertThat(mean).isLessThan(1e-4));
    }
  }

  /** The gradient through the dynamics and the window, against differences. */
  @Test
  void gradientIsThatOfTheLoss() {
    ResidualShape shape = new ResidualShape(body, BOUND, 8, 1);
    TrackingLoss loss =
        new TrackingLoss(shape, new SpringModel(new SyntheticHand(JOINTS, 0.6, 0), 3), 0.1);
    SplittableRandom random = new SplittableRandom(3);
    float[] outputs = new float[loss.outputs()];
    float[] targets = new float[loss.targets()];
    for (int i = 0; i < outputs.length; i++) {
      outputs[i] = (float) (random.nextDouble() - 0.5);
    }
    for (int i = 0; i < targets.length; i++) {
      targets[i] = (float) (random.nextDouble() - 0.5);
    }
    float[] gradient = new float[outputs.length];
    loss.evaluate(outputs, 0, targets, 0, 1, gradient);
    double[] exact = new double[outputs.length];
    double[] numeric = new double[outputs.length];
    for (int i = 0; i < outputs.length; i++) {
      exact[i] = gradient[i];
      float kept = outputs[i];
      outputs[i] = kept + 1e-2f;
      double above = loss.evaluate(outputs, 0, targets, 0, 0, new float[0]);
      outputs[i] = kept - 1e-2f;
      double below = loss.evaluate(outputs, 0, targets, 0, 0, new float[0]);
      outputs[i] = kept;
      numeric[i] = (above - below) / 2e-2;
    }
    new GradientCheck(1e-3, 1e-3).assertAgree("loss by outputs", exact, numeric);
  }

  @Test
  void taskThatHidesItsJointsIsRefused() {
    ResidualTrainer trainer =
        new ResidualTrainer(config(1), Optional.empty(), Optional.empty(), Kernels.best());
    try (Task task = new FakeTask()) {
      assertThatThrownBy(() -> trainer.train(task, new TestTrainingRun(7, folder)))
          .isInstanceOf(InvalidInputException.class)
          .hasMessageContaining("joints and targets");
    }
    assertThatThrownBy(() -> trainer.train(source, new TestTrainingRun(7, folder)))
        .isInstanceOf(InvalidInputException.class)
        .hasMessageContaining("key dynamics");
  }

  @Test
  void dynamicsOfAnotherHandAreRefused() {
    ResidualTrainer trainer =
        new ResidualTrainer(config(1), Optional.empty(), Optional.empty(), Kernels.best());
    assertThatThrownBy(
            () ->
                trainer.train(
                    source,
                    new WavePolicy(body),
                    new SpringModel(new SyntheticHand(JOINTS + 1, 1, 0), 3),
                    new TestTrainingRun(7, folder)))
        .isInstanceOf(InvalidInputException.class)
        .hasMessageContaining("same hand");
  }
}
