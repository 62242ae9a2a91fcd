package org.dextwin.learning.network;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import java.util.function.BiFunction;
import java.util.stream.Stream;
import org.dextwin.kernels.DenseKernel;
import org.dextwin.learning.compute.Kernels;
import org.dextwin.testkit.GradientCheck;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Passes of both kernels against the equations in double precision, and against each other. */
class NetworkTest {

  private static final long SEED = 11;
  private static final int SAMPLES = 5;

  /** Single precision against double; sums of a few hundred terms. */
  private static final GradientCheck SINGLE = new GradientCheck(1e-4, 1e-5);

  private record Subject(
      String name, Network network, BiFunction<Reference, double[], double[]> reference) {
    @Override
    public String toString() {
      return name;
    }
  }

  static Stream<Subject> networks() {
    return Stream.of(
        new Subject("mlp", new Mlp(20, List.of(33, 16), 1), Reference::mlp),
        new Subject("linear map", new Mlp(7, List.of(), 3), Reference::mlp),
        new Subject(
            "repeated mlp",
            new Repeated(new Mlp(6, List.of(9), 2), 3),
            (reference, x) ->
                Stream.of(0, 6, 12)
                    .flatMapToDouble(
                        at -> Arrays.stream(reference.mlp(Arrays.copyOfRange(x, at, at + 6))))
                    .toArray()),
        new Subject("residual", new ResidualMlp(30, 24, 3, 16), Reference::residualMlp),
        new Subject(
            "points",
            new PointMlp(12, 3, 2, List.of(32, 20), 5),
            (reference, x) -> reference.pointMlp(x, 12, 3)));
  }

  static Stream<Arguments> networksAndKernels() {
    return networks()
        .flatMap(
            subject -> Stream.of(Kernels.values()).map(kernels -> Arguments.of(subject, kernels)));
  }

  private static Weights weights(Network network) {
    Weights weights = Weights.random(network, new SplittableRandom(SEED));
    // biases as well, or their place could not be told
    SplittableRandom random = new SplittableRandom(SEED + 1);
    var tensors = weights.compact(weights.values());
    tensors.forEach(
        (name, values) -> {
          for (int i = 0; name.endsWith("bias") && i < values.length; i++) {
            values[i] = (float) (0.3 * random.nextDouble() - 0.1);
          }
        });
    weights.expand(tensors, weights.values());
    weights.changed();
    return weights;
  }

  private static float[] random(int size, long seed) {
    SplittableRandom random = new SplittableRandom(seed);
    float[] values = new float[size];
    for (int i = 0; i < size; i++) {
      values[i] = (float) (2 * random.nextDouble() - 1);
    }
    return values;
  }

  /** Outputs and both gradients of the linear loss c . y. */
  @SuppressWarnings("ArrayRecordComponent") // never compared
  private record Passed(float[] outputs, float[] gradient, float[] inputGradient) {

    static Passed of(Network network, Weights weights, Kernels kernels) {
      float[] inputs = random(SAMPLES * network.inputs(), SEED + 2);
      float[] cotangents = random(SAMPLES * network.outputs(), SEED + 3);
      float[] outputs = new float[cotangents.length];
      float[] gradient = new float[weights.values().length];
      float[] inputGradient = new float[inputs.length];
      try (DenseKernel kernel = kernels.open()) {
        Pass pass = network.open(kernel, SAMPLES + 3);
        pass.forward(weights, inputs, SAMPLES, outputs);
        pass.backward(weights, cotangents, gradient);
        pass.backwardToInputs(weights, cotangents, inputGradient);
      }
      return new Passed(outputs, gradient, inputGradient);
    }
  }

  @Test
  void silentNetworkAnswersZero() {
    Network network = new ResidualMlp(8, 16, 2, 3);
    Weights weights = Weights.silent(network, new SplittableRandom(SEED));
    assertThat(Passed.of(network, weights, Kernels.best()).outputs).containsOnly(0f);
    assertThat(weights.values())
        .as("weights of the layers before")
        .contains(0f)
        .isNotEqualTo(new Weights(network).values());
  }

  @ParameterizedTest
  @MethodSource("networksAndKernels")
  void outputsAreThoseOfTheEquations(Subject subject, Kernels kernels) {
    Network network = subject.network;
    Weights weights = weights(network);
    Passed passed = Passed.of(network, weights, kernels);
    double[] expected = outputs(subject, weights, doubles(inputs(network)));
    for (int i = 0; i < expected.length; i++) {
      assertThat((double) passed.outputs[i])
          .as("output %d", i)
          .isEqualTo(expected[i], within(1e-5));
    }
  }

  @ParameterizedTest
  @MethodSource("networksAndKernels")
  void parameterGradientAgreesWithDifferences(Subject subject, Kernels kernels) {
    Network network = subject.network;
    Weights weights = weights(network);
    Passed passed = Passed.of(network, weights, kernels);
    weights
        .compact(passed.gradient)
        .forEach(
            (name, exact) -> {
              int[] some = some(exact.length);
              double[] chosen = new double[some.length];
              double[] numeric = new double[some.length];
              for (int i = 0; i < some.length; i++) {
                chosen[i] = exact[some[i]];
                numeric[i] = difference(subject, weights, name, some[i]);
              }
              SINGLE.assertAgree("loss by " + name, chosen, numeric);
            });
  }

  /** Of a single-precision number, whose exact distance is known. */
  private static double difference(Subject subject, Weights weights, String name, int index) {
    float[] numbers = weights.compact(weights.values()).get(name);
    float low = numbers[index] - 1e-4f;
    float high = numbers[index] + 1e-4f;
    return (loss(subject, with(subject, weights, name, index, high))
            - loss(subject, with(subject, weights, name, index, low)))
        / ((double) high - low);
  }

  private static Weights with(
      Subject subject, Weights weights, String name, int index, float value) {
    var tensors = weights.compact(weights.values());
    tensors.get(name)[index] = value;
    Weights changed = new Weights(subject.network);
    changed.expand(tensors, changed.values());
    return changed;
  }

  private static double loss(Subject subject, Weights weights) {
    return loss(subject, weights, doubles(inputs(subject.network)));
  }

  private static double loss(Subject subject, Weights weights, double[] inputs) {
    double[] outputs = outputs(subject, weights, inputs);
    float[] cotangents = random(outputs.length, SEED + 3);
    double loss = 0;
    for (int i = 0; i < outputs.length; i++) {
      loss += outputs[i] * cotangents[i];
    }
    return loss;
  }

  private static double[] outputs(Subject subject, Weights weights, double[] inputs) {
    Network network = subject.network;
    Reference reference = new Reference(network, weights);
    double[] outputs = new double[SAMPLES * network.outputs()];
    for (int s = 0; s < SAMPLES; s++) {
      double[] x = Arrays.copyOfRange(inputs, s * network.inputs(), (s + 1) * network.inputs());
      double[] y = subject.reference.apply(reference, x);
      System.arraycopy(y, 0, outputs, s * y.length, y.length);
    }
    return outputs;
  }

  private static float[] inputs(Network network) {
    return random(SAMPLES * network.inputs(), SEED + 2);
  }

  private static double[] doubles(float[] values) {
    double[] doubles = new double[values.length];
    Arrays.setAll(doubles, i -> values[i]);
    return doubles;
  }

  private static int[] some(int size) {
    return new SplittableRandom(SEED).ints(Math.min(size, 40), 0, size).distinct().toArray();
  }

  @ParameterizedTest
  @MethodSource("networksAndKernels")
  void inputGradientAgreesWithDifferences(Subject subject, Kernels kernels) {
    Network network = subject.network;
    Weights weights = weights(network);
    Passed passed = Passed.of(network, weights, kernels);
    double[] numeric =
        GradientCheck.centralDifferences(
            x -> loss(subject, weights, x), doubles(inputs(network)), 1e-6);
    SINGLE.assertAgree("loss by inputs", doubles(passed.inputGradient), numeric);
  }

  @ParameterizedTest
  @MethodSource("networks")
  void kernelsAgree(Subject subject) {
    Weights weights = weights(subject.network);
    Passed vector = Passed.of(subject.network, weights, Kernels.VECTOR);
    Passed nd4j = Passed.of(subject.network, weights, Kernels.ND4J);
    assertAgree("outputs", vector.outputs, nd4j.outputs);
    assertAgree("gradient", vector.gradient, nd4j.gradient);
    assertAgree("gradient by inputs", vector.inputGradient, nd4j.inputGradient);
  }

  private static void assertAgree(String what, float[] actual, float[] expected) {
    double largest = 0;
    for (float value : expected) {
      largest = Math.max(largest, Math.abs(value));
    }
    for (int i = 0; i < expected.length; i++) {
      assertThat((double) actual[i])
          .as("%s[%d]", what, i)
          .isEqualTo(expected[i], within(1e-6 * largest));
    }
  }

  @Test
  void orderOfPointsDoesNotMatter() {
    PointMlp network = new PointMlp(64, 4, 1, List.of(64, 64), 6);
    Weights weights = weights(network);
    float[] inputs = random(network.inputs(), SEED);
    float[] reversed = inputs.clone();
    for (int n = 0; n < 64; n++) {
      System.arraycopy(inputs, 3 * n, reversed, 3 * (63 - n), 3);
    }
    for (Kernels kernels : Kernels.values()) {
      try (DenseKernel kernel = kernels.open()) {
        Pass pass = network.open(kernel, 1);
        float[] forward = new float[6];
        float[] backward = new float[6];
        pass.forward(weights, inputs, 1, forward);
        pass.forward(weights, reversed, 1, backward);
        for (int i = 0; i < 6; i++) {
          assertThat(backward[i])
              .as("output %d, %s", i, kernels)
              .isCloseTo(forward[i], within(1e-6f));
        }
      }
    }
  }

  @Test
  void parametersAreCounted() {
    assertThat(new Mlp(20, List.of(64, 64), 1).parameters()).isEqualTo(21 * 64 + 65 * 64 + 65);
    assertThat(new ResidualMlp(640, 1024, 5, 16).parameters())
        .isEqualTo(641 * 1024 + 5 * 1025 * 1024 + 1025 * 16);
  }

  @Test
  void sameSeedDrawsTheSameWeights() {
    Network network = new Mlp(4, List.of(8), 2);
    assertThat(Weights.random(network, new SplittableRandom(3)).values())
        .isEqualTo(Weights.random(network, new SplittableRandom(3)).values())
        .isNotEqualTo(Weights.random(network, new SplittableRandom(4)).values());
  }
}
