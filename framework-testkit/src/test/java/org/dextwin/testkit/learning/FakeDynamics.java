package org.dextwin.testkit.learning;

import java.util.List;
import org.dextwin.api.learning.DifferentiableDynamicsModel;
import org.dextwin.api.learning.DynamicsSpec;
import org.dextwin.api.model.JointOrder;

/** Two joints that go a part of the way to their targets in each step. */
final class FakeDynamics implements DifferentiableDynamicsModel {

  private static final int WINDOW = 2;

  private final DynamicsSpec spec;
  private final float[] lag;

  FakeDynamics(double period, float[] lag) {
    spec = new DynamicsSpec(new JointOrder("fake", List.of("one", "two")), period, WINDOW);
    this.lag = lag;
  }

  @Override
  public DynamicsSpec spec() {
    return spec;
  }

  @Override
  public float[] predict(float[] histories, int count) {
    check(histories, count * spec.historySize());
    float[] next = new float[2 * count];
    for (int c = 0; c < count; c++) {
      for (int j = 0; j < 2; j++) {
        int at = c * spec.historySize() + spec.positionAt(WINDOW - 1, j);
        next[2 * c + j] = histories[at] + lag[j] * (histories[at + 2] - histories[at]);
      }
    }
    return next;
  }

  @Override
  public float[] pullBack(float[] histories, float[] cotangents, int count) {
    check(histories, count * spec.historySize());
    float[] pulled = new float[histories.length];
    for (int c = 0; c < count; c++) {
      for (int j = 0; j < 2; j++) {
        int at = c * spec.historySize() + spec.positionAt(WINDOW - 1, j);
        pulled[at] = (1 - lag[j]) * cotangents[2 * c + j];
        pulled[at + 2] = lag[j] * cotangents[2 * c + j];
      }
    }
    return pulled;
  }

  private static void check(float[] histories, int size) {
    if (histories.length < size) {
      throw new IllegalArgumentException(histories.length + " numbers, expected " + size);
    }
    for (float number : histories) {
      if (!Float.isFinite(number)) {
        throw new IllegalArgumentException("a history holds " + number);
      }
    }
  }

  @Override
  public void close() {}
}
