package org.dextwin.learning.training;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import org.dextwin.api.spi.InvalidInputException;
import org.dextwin.learning.checkpoint.Checkpoint;
import org.dextwin.learning.compute.Kernels;
import org.dextwin.learning.compute.Workers;
import org.dextwin.learning.network.Mlp;
import org.dextwin.learning.network.Network;
import org.dextwin.learning.network.Weights;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class FitTest {

  private static final Network NETWORK = new Mlp(2, List.of(32, 32), 1);

  /** y = sin(3 a) b. */
  private static Samples samples(int size, long seed) {
    SplittableRandom random = new SplittableRandom(seed);
    float[] inputs = new float[2 * size];
    float[] targets = new float[size];
    for (int n = 0; n < size; n++) {
      inputs[2 * n] = (float) (2 * random.nextDouble() - 1);
      inputs[2 * n + 1] = (float) (2 * random.nextDouble() - 1);
      targets[n] = (float) (Math.sin(3 * inputs[2 * n]) * inputs[2 * n + 1]);
    }
    return Samples.of(size, inputs, targets);
  }

  private static Fit fit(FitOptions options, Kernels kernels, int lanes) {
    Weights start = Weights.random(NETWORK, new SplittableRandom(1));
    return new Fit(NETWORK, start, Loss.meanSquare(1), 1, options, 2, kernels, lanes);
  }

  private static FitOptions options(int epochs, int patience) {
    return new FitOptions(epochs, 32, 3e-3, 0.1, patience);
  }

  private static float[] trained(int epochs, Kernels kernels, int lanes, int threads) {
    try (Fit fit = fit(options(epochs, 0), kernels, lanes);
        Workers workers = new Workers(threads)) {
      while (!fit.isFinished()) {
        fit.run(samples(200, 3), samples(50, 4), workers);
      }
      return fit.best().values().clone();
    }
  }

  @ParameterizedTest
  @EnumSource(Kernels.class)
  void learnsAFunction(Kernels kernels) {
    try (Fit fit = fit(options(200, 0), kernels, 1);
        Workers workers = new Workers(1)) {
      double before = fit.evaluate(fit.best(), samples(200, 4), workers);
      while (!fit.isFinished()) {
        fit.run(samples(400, 3), samples(200, 4), workers);
      }
      assertThat(fit.bestLoss()).isLessThan(0.02 * before);
      assertThat(fit.evaluate(fit.best(), samples(200, 4), workers)).isEqualTo(fit.bestLoss());
    }
  }

  @ParameterizedTest
  @EnumSource(Kernels.class)
  void threadsDoNotChangeTheResult(Kernels kernels) {
    assertThat(trained(4, kernels, 4, 3)).isEqualTo(trained(4, kernels, 4, 1));
  }

  @ParameterizedTest
  @EnumSource(Kernels.class)
  void resumedFitIsBitIdentical(Kernels kernels, @TempDir Path folder) {
    Path file = folder.resolve("fit.safetensors");
    float[] whole = trained(6, kernels, 2, 2);
    try (Workers workers = new Workers(2)) {
      try (Fit first = fit(options(6, 0), kernels, 2)) {
        for (int i = 0; i < 3; i++) {
          first.run(samples(200, 3), samples(50, 4), workers);
        }
        Checkpoint.Builder state = Checkpoint.of("fit");
        first.save(state, "a.");
        state.write(file);
      }
      try (Fit second = fit(options(6, 0), kernels, 2)) {
        second.load(Checkpoint.read(file, "fit"), "a.");
        assertThat(second.epochs()).isEqualTo(3);
        while (!second.isFinished()) {
          second.run(samples(200, 3), samples(50, 4), workers);
        }
        assertThat(second.best().values()).isEqualTo(whole);
      }
    }
  }

  @Test
  void checkpointOfAnotherNetworkIsRefused(@TempDir Path folder) {
    Path file = folder.resolve("fit.safetensors");
    try (Fit fit = fit(options(6, 0), Kernels.VECTOR, 1)) {
      Checkpoint.Builder state = Checkpoint.of("fit");
      fit.save(state, "");
      state.write(file);
    }
    Network wider = new Mlp(2, List.of(33, 32), 1);
    Weights start = new Weights(wider);
    try (Fit other =
        new Fit(wider, start, Loss.meanSquare(1), 1, options(6, 0), 2, Kernels.VECTOR, 1)) {
      Checkpoint state = Checkpoint.read(file, "fit");
      assertThatThrownBy(() -> other.load(state, ""))
          .isInstanceOf(InvalidInputException.class)
          .hasMessageContaining("fit.safetensors")
          .hasMessageContaining("64 numbers")
          .hasMessageContaining("66");
    }
  }

  @Test
  void stopsWhenValidationGetsWorseAndKeepsTheBest() {
    // the validation samples contradict the training samples, so learning makes them worse
    Samples training = samples(64, 3);
    Samples contrary =
        new Samples() {
          @Override
          public int size() {
            return training.size();
          }

          @Override
          public void read(int index, float[] inputs, int at, float[] targets, int targetsAt) {
            training.read(index, inputs, at, targets, targetsAt);
            targets[targetsAt] = -targets[targetsAt];
          }
        };
    List<Double> validations = new ArrayList<>();
    try (Fit fit = fit(options(500, 5), Kernels.VECTOR, 1);
        Workers workers = new Workers(1)) {
      while (!fit.isFinished()) {
        validations.add(fit.run(training, contrary, workers).validation());
      }
      assertThat(validations).hasSizeLessThan(200);
      double smallest = validations.stream().mapToDouble(v -> v).min().orElseThrow();
      assertThat(fit.bestLoss()).isEqualTo(smallest);
      assertThat(fit.evaluate(fit.best(), contrary, workers)).isEqualTo(smallest);
      assertThat(validations.indexOf(smallest)).isEqualTo(validations.size() - 6);
    }
  }

  @Test
  void startIsKeptIfNothingIsBetter() {
    Samples training = samples(64, 3);
    Samples none = training.subset(new int[0]);
    float[] start = Weights.random(NETWORK, new SplittableRandom(1)).values();
    FitOptions jumps = new FitOptions(3, 32, 10, 1, 0);
    try (Fit fit = fit(jumps, Kernels.VECTOR, 1);
        Fit blind = fit(jumps, Kernels.VECTOR, 1);
        Workers workers = new Workers(1)) {
      while (!fit.isFinished()) {
        fit.run(training, training, workers);
        blind.run(training, none, workers);
      }
      assertThat(fit.best().values()).isEqualTo(start);
      assertThat(blind.best().values()).as("without validation").isNotEqualTo(start);
    }
  }

  @Test
  void learningRateFallsAsACosine() {
    FitOptions options = options(101, 0);
    assertThat(options.rate(0)).isEqualTo(3e-3);
    assertThat(options.rate(50))
        .isEqualTo(3e-3 * 0.55, org.assertj.core.api.Assertions.within(1e-12));
    assertThat(options.rate(100)).isEqualTo(3e-4, org.assertj.core.api.Assertions.within(1e-12));
  }
}
