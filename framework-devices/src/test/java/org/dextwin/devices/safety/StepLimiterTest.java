package org.dextwin.devices.safety;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.SplittableRandom;
import java.util.random.RandomGenerator;
import org.junit.jupiter.api.Test;

class StepLimiterTest {

  private static final JointLimits LIMITS = new JointLimits("j", -0.5, 1.2, 3, 40, 1, 70);
  private static final double ROUNDING = 1e-9;

  @Test
  void stepsOfAnyLengthKeepPositionVelocityAndAcceleration() {
    RandomGenerator random = new SplittableRandom(3);
    double q = 0;
    double v = 0;
    for (int i = 0; i < 200_000; i++) {
      double dt = random.nextDouble(1e-4, 0.05);
      double wanted = i / 100 % 2 == 0 ? random.nextDouble(-5, 5) : 100 * (i / 200 % 2) - 50;
      double next = StepLimiter.velocity(LIMITS, q, v, wanted, dt);
      assertThat(Math.abs(next)).as("speed at step %d", i).isLessThanOrEqualTo(3 + ROUNDING);
      assertThat(Math.abs(next - v))
          .as("change of speed at step %d", i)
          .isLessThanOrEqualTo(40 * dt + ROUNDING);
      q += next * dt;
      v = next;
      assertThat(q).as("position at step %d", i).isBetween(-0.5 - ROUNDING, 1.2 + ROUNDING);
    }
  }

  @Test
  void theTargetIsReachedWithoutOvershoot() {
    double q = -0.4;
    double v = 0;
    int steps = 0;
    while (Math.abs(1.0 - q) > 1e-4 && steps < 1000) {
      v = StepLimiter.velocity(LIMITS, q, v, 1.0, 0.01);
      q += v * 0.01;
      assertThat(q).isLessThanOrEqualTo(1.0 + ROUNDING);
      steps++;
    }
    // 1.4 rad at 3 rad/s, and 3/40 s each to speed up and to slow down
    assertThat(steps * 0.01).isBetween(1.4 / 3 + 0.075, 1.4 / 3 + 0.075 + 0.1);
  }

  @Test
  void brakingEndsAtRest() {
    assertThat(StepLimiter.braking(LIMITS, 3, 0.01)).isEqualTo(2.6);
    assertThat(StepLimiter.braking(LIMITS, -3, 0.01)).isEqualTo(-2.6);
    assertThat(StepLimiter.braking(LIMITS, 0.1, 0.01)).isZero();
    assertThat(StepLimiter.stoppingDistance(LIMITS, -2)).isEqualTo(-0.05);
  }
}
