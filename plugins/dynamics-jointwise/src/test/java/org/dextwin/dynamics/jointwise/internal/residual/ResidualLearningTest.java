package org.dextwin.dynamics.jointwise.internal.residual;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.function.ToDoubleFunction;
import java.util.stream.IntStream;
import org.dextwin.api.learning.Environment;
import org.dextwin.api.learning.Policy;
import org.dextwin.api.learning.Task;
import org.dextwin.api.spi.InvalidInputException;
import org.dextwin.dynamics.jointwise.SyntheticHand;
import org.dextwin.kernels.DenseKernel;
import org.dextwin.learning.compute.Kernels;
import org.dextwin.learning.network.Pass;
import org.dextwin.learning.network.Weights;
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
        Optional.empty(),
        Optional.empty(),
        BOUND,
        32,
        2,
        12,
        epochs,
        20,
        8,
        3e-3,
        0.05,
        0.1,
        0,
        1e-4);
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

  /** The gradient by the weights, through network, targets and dynamics, against differences. */
  @Test
  void gradientIsThatOfTheLoss() {
    ResidualShape shape = new ResidualShape(body, BOUND, 8, 1);
    SpringModel model = new SpringModel(new SyntheticHand(JOINTS, 0.6, 0), 3);
    List<Rollout> rollouts =
        Rollout.play(source, new WavePolicy(body), 2, new TestTrainingRun(7, folder));
    Stretches stretches = new Stretches(shape, 3, 9, rollouts);
    ClosedLoop network = new ClosedLoop(shape, stretches.layout(), stretches.scaling(), model);
    TrackingLoss loss = new TrackingLoss(stretches.layout(), BOUND, 0.1);
    int samples = 3;
    float[] inputs = new float[samples * network.inputs()];
    float[] targets = new float[samples * 9 * JOINTS];
    for (int i = 0; i < samples; i++) {
      stretches.samples().read(4 * i, inputs, i * network.inputs(), targets, i * 9 * JOINTS);
    }
    Weights weights = Weights.random(network, new SplittableRandom(3));
    float[] gradient = new float[weights.values().length];
    float[] outputs = new float[samples * network.outputs()];
    float[] byOutput = new float[outputs.length];
    try (DenseKernel kernel = Kernels.best().open()) {
      Pass pass = network.open(kernel, samples);
      ToDoubleFunction<float[]> evaluate =
          derivatives -> {
            weights.changed();
            pass.forward(weights, inputs, samples, outputs);
            double sum = 0;
            for (int i = 0; i < samples; i++) {
              int at = i * network.outputs();
              double scale = derivatives.length == 0 ? 0 : 1;
              sum += loss.evaluate(outputs, at, targets, i * 9 * JOINTS, scale, derivatives);
            }
            return sum;
          };
      assertThat(evaluate.applyAsDouble(byOutput)).as("loss").isPositive();
      pass.backward(weights, byOutput, gradient);
      List<Integer> used =
          IntStream.range(0, gradient.length).filter(i -> gradient[i] != 0).boxed().toList();
      assertThat(used).as("weights that matter").hasSizeGreaterThan(100);
      double[] exact = new double[used.size()];
      double[] numeric = new double[used.size()];
      for (int i = 0; i < exact.length; i++) {
        int at = used.get(i);
        exact[i] = gradient[at];
        float kept = weights.values()[at];
        weights.values()[at] = kept + 1e-3f;
        double above = evaluate.applyAsDouble(new float[0]);
        weights.values()[at] = kept - 1e-3f;
        double below = evaluate.applyAsDouble(new float[0]);
        weights.values()[at] = kept;
        numeric[i] = (above - below) / 2e-3;
      }
      new GradientCheck(1e-2, 1e-2).assertAgree("loss by weights", exact, numeric);
    }
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
