package org.dextwin.testkit.learning;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.SplittableRandom;
import org.dextwin.api.learning.DifferentiableDynamicsModel;
import org.dextwin.api.learning.DynamicsModel;
import org.dextwin.api.learning.DynamicsSpec;
import org.dextwin.testkit.GradientCheck;
import org.dextwin.testkit.ProviderContract;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;

/**
 * What every dynamics model keeps: a prediction depends on its history alone, and where it is
 * differentiable, cotangents agree with differences.
 *
 * <p><i>Thread safety</i>: confined; JUnit makes one instance per test.
 *
 * @param <C> the configuration record
 */
public abstract class DynamicsModelContract<C> extends ProviderContract<DynamicsModel, C> {

  private static final int COUNT = 7;

  /** Single precision, and networks whose slope jumps within a difference. */
  private static final GradientCheck SINGLE = new GradientCheck(0.05, 0.02);

  private static final double STEP = 4e-3;

  /** For subclasses. */
  protected DynamicsModelContract() {}

  private static float[] histories(DynamicsModel model, int count) {
    return DynamicsChecks.histories(model.spec(), count, SEED);
  }

  @Test
  final void specIsPlausible() {
    DynamicsSpec spec = create().spec();
    assertThat(spec.joints().size()).as("number of joints").isPositive();
    assertThat(spec.period()).as("period [s]").isBetween(1e-4, 10.0);
    assertThat(spec).as("spec asked for again").isEqualTo(create().spec());
  }

  @Test
  final void predictionsAreShapedAndFinite() {
    DynamicsModel model = create();
    float[] next = model.predict(histories(model, COUNT), COUNT);
    assertThat(next).as("predictions").hasSize(COUNT * model.spec().joints().size());
    for (float position : next) {
      assertThat(position).as("predicted position [rad]").isFinite();
    }
  }

  @Test
  final void predictionDependsOnItsHistoryAlone() {
    DynamicsModel model = create();
    int n = model.spec().joints().size();
    int size = model.spec().historySize();
    float[] histories = histories(model, COUNT);
    float[] together = model.predict(histories, COUNT);
    for (int c = COUNT - 1; c >= 0; c--) {
      float[] alone = model.predict(Arrays.copyOfRange(histories, c * size, (c + 1) * size), 1);
      for (int j = 0; j < n; j++) {
        assertThat(alone[j])
            .as("position %d predicted of history %d alone", j, c)
            .isCloseTo(together[c * n + j], within(1e-5f));
      }
    }
  }

  @Test
  final void predictionsFollowTheTargets() {
    DynamicsModel model = create();
    int n = model.spec().joints().size();
    float[] before = histories(model, 1);
    float[] after = before.clone();
    for (int j = 0; j < n; j++) {
      after[model.spec().positionAt(model.spec().window() - 1, j) + n] += 0.3f;
    }
    float[] low = model.predict(before, 1);
    float[] high = model.predict(after, 1);
    double moved = 0;
    for (int j = 0; j < n; j++) {
      moved += high[j] - low[j];
    }
    assertThat(moved / n).as("mean motion towards targets that rose [rad]").isPositive();
  }

  @Test
  final void historiesAreNotModified() {
    DynamicsModel model = create();
    float[] histories = histories(model, COUNT);
    float[] copy = histories.clone();
    model.predict(histories, COUNT);
    assertThat(histories).isEqualTo(copy);
  }

  @Test
  final void badHistoriesAreRefused() {
    DynamicsModel model = create();
    float[] histories = histories(model, COUNT);
    assertThatThrownBy(() -> model.predict(histories, COUNT + 1))
        .as("fewer numbers than histories")
        .isInstanceOf(IllegalArgumentException.class);
    histories[histories.length - 1] = Float.NaN;
    assertThatThrownBy(() -> model.predict(histories, COUNT))
        .as("a history with NaN")
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  final void cotangentsAgreeWithDifferences() {
    DynamicsModel made = create();
    Assumptions.assumeTrue(
        made instanceof DifferentiableDynamicsModel, "the model is not differentiable");
    DifferentiableDynamicsModel model = (DifferentiableDynamicsModel) made;
    int n = model.spec().joints().size();
    float[] histories = histories(model, 2);
    float[] cotangents = new float[2 * n];
    SplittableRandom random = new SplittableRandom(SEED);
    for (int i = 0; i < cotangents.length; i++) {
      cotangents[i] = (float) (0.5 + random.nextDouble());
    }
    float[] pulled = model.pullBack(histories, cotangents, 2);
    assertThat(pulled).as("cotangents of the histories").hasSameSizeAs(histories);
    double[] exact = new double[histories.length];
    double[] numeric = new double[histories.length];
    for (int i = 0; i < histories.length; i++) {
      exact[i] = pulled[i];
      numeric[i] = difference(model, histories, i, cotangents);
    }
    SINGLE.assertAgree("predictions by histories", exact, numeric);
  }

  private static double difference(
      DynamicsModel model, float[] histories, int index, float[] cotangents) {
    float[] low = histories.clone();
    float[] high = histories.clone();
    low[index] -= (float) STEP;
    high[index] += (float) STEP;
    float[] below = model.predict(low, 2);
    float[] above = model.predict(high, 2);
    double sum = 0;
    for (int i = 0; i < cotangents.length; i++) {
      sum += cotangents[i] * ((double) above[i] - below[i]);
    }
    return sum / ((double) high[index] - low[index]);
  }
}
