package org.dextwin.task.grasp.internal.control;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.dextwin.api.math.Vec3;
import org.junit.jupiter.api.Test;

/** Shares of arrangements whose balance is known. */
class ForceSharesTest {

  private static final double TOLERANCE = 0.01;

  @Test
  void thumbAgainstThreeTakesOneHalf() {
    double[] shares = ForceShares.of(List.of(Vec3.Y, Vec3.Y, Vec3.Y, Vec3.Y.negated()));
    assertThat(shares)
        .containsExactly(new double[] {1 / 6.0, 1 / 6.0, 1 / 6.0, 0.5}, within(TOLERANCE));
  }

  @Test
  void fingersThatPointALittleAsideBearTheirShare() {
    double[] shares =
        ForceShares.of(
            List.of(
                new Vec3(0.1, 1, 0).normalized(),
                new Vec3(0.15, 1, 0.1).normalized(),
                new Vec3(-0.1, 1, 0.1).normalized(),
                new Vec3(-0.1, -1, 0).normalized()));
    assertThat(shares)
        .containsExactly(new double[] {1 / 6.0, 1 / 6.0, 1 / 6.0, 0.5}, within(TOLERANCE));
  }

  @Test
  void threeOnACircleAreAlike() {
    double half = Math.sqrt(3) / 2;
    double[] shares =
        ForceShares.of(List.of(Vec3.X, new Vec3(-0.5, half, 0), new Vec3(-0.5, -half, 0)));
    assertThat(shares).containsExactly(new double[] {1 / 3.0, 1 / 3.0, 1 / 3.0}, within(TOLERANCE));
  }

  @Test
  void whoDoesNotPushBearsNothing() {
    double[] shares = ForceShares.of(List.of(Vec3.ZERO, Vec3.Y, Vec3.Y.negated()));
    assertThat(shares).containsExactly(new double[] {0, 0.5, 0.5}, within(TOLERANCE));
    assertThat(ForceShares.of(List.of(Vec3.ZERO, Vec3.ZERO))).containsOnly(0);
  }
}
