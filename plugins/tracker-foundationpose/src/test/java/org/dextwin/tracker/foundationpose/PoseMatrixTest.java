package org.dextwin.tracker.foundationpose;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.dextwin.api.math.Pose;
import org.dextwin.api.math.Quat;
import org.dextwin.api.math.Vec3;
import org.junit.jupiter.api.Test;

final class PoseMatrixTest {

  private static final double TOLERANCE = 1e-3;

  private static double[] matrix(double[] r) {
    return new double[] {
      r[0], r[1], r[2], 0.1, r[3], r[4], r[5], 0.2, r[6], r[7], r[8], 0.3, 0, 0, 0, 1
    };
  }

  private static List<Double> listOf(double[] m) {
    return Arrays.stream(m).boxed().toList();
  }

  private static Quat rotation(Random random) {
    return Quat.exp(new Vec3(random.nextGaussian(), random.nextGaussian(), random.nextGaussian()));
  }

  @Test
  void fourDecimalsAreBroughtToTheNearestRotation() throws NotAPoseException {
    Random random = new Random(1);
    for (int n = 0; n < 200; n++) {
      Quat truth = rotation(random);
      double[] m = matrix(truth.toMatrix());
      for (int i = 0; i < 12; i++) {
        m[i] = Math.rint(m[i] * 1e4) / 1e4;
      }
      Pose pose = PoseMatrix.toPose(listOf(m), "box", TOLERANCE);
      // nine entries, each off by at most 5e-5
      assertThat(pose.rotation().angleTo(truth)).isLessThan(1.5e-4);
      assertThat(pose.frame()).isEqualTo("camera");
      assertThat(pose.body()).isEqualTo("box");
      assertThat(pose.position()).isEqualTo(new Vec3(0.1, 0.2, 0.3));
    }
  }

  @Test
  void theRotationIsThePolarFactor() throws NotAPoseException {
    Random random = new Random(2);
    for (int n = 0; n < 50; n++) {
      Quat truth = rotation(random);
      // M = R S with S symmetric and positive has the polar factor R
      double a = 0.02 * random.nextGaussian();
      double b = 0.02 * random.nextGaussian();
      double[] s = {1 + a, b, -a, b, 1 - b, a, -a, a, 1};
      double[] r = truth.toMatrix();
      double[] product = new double[9];
      for (int i = 0; i < 9; i++) {
        for (int k = 0; k < 3; k++) {
          product[i] += r[i / 3 * 3 + k] * s[3 * k + i % 3];
        }
      }
      Pose pose = PoseMatrix.toPose(listOf(matrix(product)), "box", 0.5);
      assertThat(pose.rotation().angleTo(truth)).isCloseTo(0, within(1e-7));
    }
  }

  @Test
  void whatIsNoPoseIsRefused() {
    double[] identity = matrix(Quat.IDENTITY.toMatrix());
    assertRefused(with(identity, 10, -1), "reflection");
    assertRefused(with(identity, 0, 1.01), "not orthonormal");
    assertRefused(with(identity, 1, 0.01), "not orthonormal");
    assertRefused(new double[16], "bottom row");
    assertRefused(with(new double[16], 15, 1), "not orthonormal");
    assertRefused(with(identity, 3, Double.NaN), "not finite");
    assertRefused(with(identity, 7, Double.POSITIVE_INFINITY), "not finite");
    assertRefused(with(identity, 12, 0.1), "bottom row");
    assertRefused(with(identity, 15, 2), "bottom row");
  }

  private static double[] with(double[] m, int index, double value) {
    double[] changed = m.clone();
    changed[index] = value;
    return changed;
  }

  private static void assertRefused(double[] m, String reason) {
    assertThatThrownBy(() -> PoseMatrix.toPose(listOf(m), "box", TOLERANCE))
        .isInstanceOf(NotAPoseException.class)
        .hasMessageContaining(reason);
  }
}
