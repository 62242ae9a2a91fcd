package org.dextwin.experiments.dexndm.internal.gait;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.dextwin.api.model.JointOrder;
import org.dextwin.learning.proprioception.Proprioception;
import org.junit.jupiter.api.Test;

/** The path of a gait's targets tells what comes next, without a clock. */
class OrbitTest {

  private static final double STRIDE = 1.0 / 24;
  private static final Proprioception BODY =
      new Proprioception(
          new JointOrder("two", List.of("a", "b")),
          0.05,
          2,
          0,
          STRIDE,
          2,
          List.of(-1.0, -1.0),
          List.of(1.0, 1.0));

  /** A circle about (0.1, -0.2). */
  private static Gait circle(double radius, double frequency) {
    return new Gait(new double[] {0.1, -0.2, radius, 0, 0, radius, frequency});
  }

  private static double angle(float[] targets) {
    return Math.atan2(targets[0] - 0.1, targets[1] + 0.2);
  }

  @Test
  void targetsGoOnFromWhereTheyAre() {
    Orbit orbit = new Orbit(circle(0.1, 0.5), BODY);
    double step = 2 * Math.PI * 0.5 * BODY.period();
    for (double phase = -3; phase < 2.9; phase += 0.37) {
      // pushed outwards by a third of the radius
      float[] off = {
        (float) (0.1 + 0.13 * Math.sin(phase)), (float) (-0.2 + 0.13 * Math.cos(phase))
      };
      float[] next = orbit.after(off);
      assertThat(Math.hypot(next[0] - 0.1, next[1] + 0.2)).isCloseTo(0.1, within(1e-6));
      double ahead = Math.IEEEremainder(angle(next) - phase, 2 * Math.PI);
      assertThat(ahead).as("phase %s", phase).isCloseTo(step, within(0.5 * step));
    }
  }

  @Test
  void aPeriodTakesAsLongAsThatOfTheGait() {
    Orbit orbit = new Orbit(circle(0.1, 0.4), BODY);
    float[] targets = {0.1f, -0.1f};
    double turned = 0;
    for (int step = 0; step < 500; step++) {
      float[] next = orbit.after(targets);
      turned += Math.IEEEremainder(angle(next) - angle(targets), 2 * Math.PI);
      targets = next;
    }
    assertThat(turned / (2 * Math.PI)).isCloseTo(500 * 0.05 * 0.4, within(0.3));
  }

  @Test
  void whatIsTooFastIsRunAfter() {
    // 2 pi 0.4 m at 1 Hz is three times as fast as targets may move
    Orbit orbit = new Orbit(circle(0.4, 1), BODY);
    float[] targets = {0.1f, 0};
    double widest = 0;
    for (int step = 0; step < 200; step++) {
      float[] next = orbit.after(targets);
      if (step > 0) {
        assertThat(Math.abs(next[0] - targets[0])).isLessThanOrEqualTo((float) STRIDE + 1e-6f);
      }
      widest = Math.max(widest, Math.abs(next[0] - 0.1));
      targets = next;
    }
    assertThat(widest).isBetween(0.1, 0.3);
  }
}
