package org.dextwin.experiments.drex.internal.pushlog.enginefit;

/**
 * Eigenvalues and eigenvectors of a small symmetric matrix by Jacobi's cyclic rotations.
 *
 * <p><i>Thread safety</i>: confined. <i>References</i>: Golub and Van Loan 2013, 8.5.
 */
final class SymmetricEigen {

  private static final int SWEEPS = 50;
  private static final double RELATIVE_TOLERANCE = 1e-15;

  private final int n;
  private final double[][] a;
  private final double[][] vectors;

  SymmetricEigen(double[][] matrix) {
    n = matrix.length;
    a = new double[n][];
    vectors = new double[n][n];
    for (int i = 0; i < n; i++) {
      a[i] = matrix[i].clone();
      vectors[i][i] = 1;
    }
    for (int sweep = 0; sweep < SWEEPS && !isDiagonal(); sweep++) {
      for (int p = 0; p < n; p++) {
        for (int q = p + 1; q < n; q++) {
          rotate(p, q);
        }
      }
    }
  }

  private boolean isDiagonal() {
    double off = 0;
    double on = 0;
    for (int i = 0; i < n; i++) {
      for (int j = 0; j < n; j++) {
        if (i == j) {
          on += a[i][j] * a[i][j];
        } else {
          off += a[i][j] * a[i][j];
        }
      }
    }
    return off <= RELATIVE_TOLERANCE * RELATIVE_TOLERANCE * on;
  }

  /** A <- J^T A J, where the rotation J takes out the entry (p, q). */
  private void rotate(int p, int q) {
    if (a[p][q] == 0) {
      return;
    }
    double tau = (a[q][q] - a[p][p]) / (2 * a[p][q]);
    double t = Math.copySign(1, tau) / (Math.abs(tau) + Math.sqrt(1 + tau * tau));
    double c = 1 / Math.sqrt(1 + t * t);
    double s = t * c;
    for (int k = 0; k < n; k++) {
      double kp = a[k][p];
      double kq = a[k][q];
      a[k][p] = c * kp - s * kq;
      a[k][q] = s * kp + c * kq;
    }
    for (int k = 0; k < n; k++) {
      double pk = a[p][k];
      double qk = a[q][k];
      a[p][k] = c * pk - s * qk;
      a[q][k] = s * pk + c * qk;
    }
    for (int k = 0; k < n; k++) {
      double kp = vectors[k][p];
      double kq = vectors[k][q];
      vectors[k][p] = c * kp - s * kq;
      vectors[k][q] = s * kp + c * kq;
    }
  }

  double value(int index) {
    return a[index][index];
  }

  double[] vector(int index) {
    double[] vector = new double[n];
    for (int k = 0; k < n; k++) {
      vector[k] = vectors[k][index];
    }
    return vector;
  }
}
