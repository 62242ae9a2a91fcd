package org.dextwin.experiments.drex.internal.pushlog.enginefit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Random;
import org.junit.jupiter.api.Test;

class SymmetricEigenTest {

  @Test
  void vectorsAreStretchedByTheirValues() {
    int n = 7;
    Random random = new Random(5);
    double[][] a = new double[n][n];
    for (int i = 0; i < n; i++) {
      for (int j = 0; j <= i; j++) {
        a[i][j] = random.nextGaussian() * Math.pow(10, i - 3);
        a[j][i] = a[i][j];
      }
    }
    SymmetricEigen eigen = new SymmetricEigen(a);
    double trace = 0;
    for (int k = 0; k < n; k++) {
      double[] v = eigen.vector(k);
      double norm = 0;
      for (int i = 0; i < n; i++) {
        double stretched = 0;
        for (int j = 0; j < n; j++) {
          stretched += a[i][j] * v[j];
        }
        assertThat(stretched).isCloseTo(eigen.value(k) * v[i], within(1e-9));
        norm += v[i] * v[i];
      }
      assertThat(norm).isCloseTo(1, within(1e-12));
      trace += eigen.value(k) - a[k][k];
    }
    assertThat(trace).isCloseTo(0, within(1e-9));
  }
}
