package org.dextwin.devices.safety;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.SplittableRandom;
import java.util.random.RandomGenerator;
import org.junit.jupiter.api.Test;

class SegmentDistanceTest {

  private static double distance(double[] a, double[] b) {
    return Math.sqrt(SegmentDistance.squared(a, 0, b, 0));
  }

  @Test
  void knownDistances() {
    double[] along = {0, 0, 0, 1, 0, 0};
    assertThat(distance(along, new double[] {0.5, -1, 2, 0, 2, 0})).isEqualTo(2); // crossing
    assertThat(distance(along, new double[] {0, 3, 0, 1, 0, 0})).isEqualTo(3); // parallel
    assertThat(distance(along, new double[] {4, 4, 0, 1, 0, 0})).isEqualTo(5); // end to start
    assertThat(distance(along, new double[] {0.25, 0, 7, 0, 0, 0})).isEqualTo(7); // a point
    assertThat(distance(new double[6], new double[] {1, 2, 2, 0, 0, 0})).isEqualTo(3);
  }

  @Test
  void noPairOfPointsIsNearer() {
    RandomGenerator random = new SplittableRandom(2);
    for (int trial = 0; trial < 300; trial++) {
      double[] a = random.doubles(6, -1, 1).toArray();
      double[] b = random.doubles(6, -1, 1).toArray();
      double nearest = Double.POSITIVE_INFINITY;
      for (int i = 0; i <= 100; i++) {
        for (int j = 0; j <= 100; j++) {
          double squared = 0;
          for (int k = 0; k < 3; k++) {
            double d = a[k] + i / 100.0 * a[k + 3] - b[k] - j / 100.0 * b[k + 3];
            squared += d * d;
          }
          nearest = Math.min(nearest, Math.sqrt(squared));
        }
      }
      // the grid is at most half a cell (1/200 of each length) off the nearest points
      assertThat(distance(a, b)).as("trial %d", trial).isCloseTo(nearest, within(0.02));
      assertThat(distance(a, b)).isLessThanOrEqualTo(nearest + 1e-12);
    }
  }
}
