package org.dextwin.learning.training;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.dextwin.testkit.GradientCheck;
import org.junit.jupiter.api.Test;

/** Values by hand, gradients by differences. */
class LossTest {

  private static final float[] OUTPUTS = {0.3f, -1.2f, 2.5f};
  private static final float[] TARGETS = {1, 0, 0.5f};
  private static final GradientCheck CHECK = new GradientCheck(2e-3, 1e-3);

  @FunctionalInterface
  private interface Term {
    double of(float[] y, int at, float[] t, int tAt, int n, double scale, float[] g);
  }

  private static double value(Term term) {
    return term.of(OUTPUTS, 0, TARGETS, 0, 3, 1, new float[3]);
  }

  private static void checkGradient(Term term) {
    float[] gradient = new float[3];
    term.of(OUTPUTS, 0, TARGETS, 0, 3, 2, gradient);
    double[] exact = new double[3];
    double[] numeric = new double[3];
    for (int i = 0; i < 3; i++) {
      exact[i] = gradient[i];
      float[] low = OUTPUTS.clone();
      float[] high = OUTPUTS.clone();
      low[i] -= 1e-2f;
      high[i] += 1e-2f;
      numeric[i] =
          2
              * (term.of(high, 0, TARGETS, 0, 3, 1, new float[3])
                  - term.of(low, 0, TARGETS, 0, 3, 1, new float[3]))
              / ((double) high[i] - low[i]);
    }
    CHECK.assertAgree("loss by outputs", exact, numeric);
  }

  @Test
  void meanSquare() {
    assertThat(value(Terms::meanSquare))
        .isEqualTo((0.7 * 0.7 + 1.2 * 1.2 + 2 * 2) / 3, within(1e-6));
    checkGradient(Terms::meanSquare);
  }

  @Test
  void binaryCrossEntropy() {
    double expected = 0;
    for (int i = 0; i < 3; i++) {
      double p = 1 / (1 + Math.exp(-OUTPUTS[i]));
      expected -= (TARGETS[i] * Math.log(p) + (1 - TARGETS[i]) * Math.log(1 - p)) / 3;
    }
    assertThat(value(Terms::binaryCrossEntropy)).isEqualTo(expected, within(1e-9));
    checkGradient(Terms::binaryCrossEntropy);
  }

  @Test
  void binaryCrossEntropyOfLargeLogitsIsFinite() {
    float[] gradient = new float[2];
    double loss =
        Terms.binaryCrossEntropy(new float[] {500, -500}, 0, new float[] {0, 1}, 0, 2, 1, gradient);
    assertThat(loss).isEqualTo(500, within(1e-9));
    assertThat(gradient).containsExactly(0.5f, -0.5f);
  }

  @Test
  void sigmoidMeanSquare() {
    double expected = 0;
    for (int i = 0; i < 3; i++) {
      double difference = 1 / (1 + Math.exp(-OUTPUTS[i])) - TARGETS[i];
      expected += difference * difference / 3;
    }
    assertThat(value(Terms::sigmoidMeanSquare)).isEqualTo(expected, within(1e-9));
    checkGradient(Terms::sigmoidMeanSquare);
  }

  @Test
  void normalisationIsUndone() {
    float[] values = {1, 5, 3, 5, 8, 5};
    Normalisation normalisation = Normalisation.of(3, 2, values);
    assertThat(normalisation.mean()).containsExactly(4, 5);
    assertThat(normalisation.scale()[1]).as("scale of what does not vary").isEqualTo(1);
    float[] row = {8, 5};
    normalisation.apply(row, 0);
    assertThat(row[0]).isCloseTo((float) (4 / Math.sqrt(26.0 / 3)), within(1e-6f));
    assertThat(row[1]).isZero();
    normalisation.undo(row, 0);
    assertThat(row[0]).isCloseTo(8, within(1e-6f));
  }

  @Test
  void partsDoNotOverlapAndDependOnTheSeed() {
    Shuffle.Split split = Shuffle.split(100, 0.1, 5);
    assertThat(split.validation()).hasSize(10).doesNotHaveDuplicates();
    assertThat(split.training()).hasSize(90).doesNotContain(split.validation());
    assertThat(Shuffle.split(100, 0.1, 5).training()).isEqualTo(split.training());
    assertThat(Shuffle.split(100, 0.1, 6).training()).isNotEqualTo(split.training());
    assertThat(Shuffle.split(1, 0.9, 6).training()).hasSize(1);
  }
}
