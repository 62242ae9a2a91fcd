package org.dextwin.experiments.drex.internal.pushlog.motor;

import java.util.ArrayList;
import java.util.List;

/**
 * Rows of a linear regression y = a . x, solved by weighted normal equations. The problems here
 * have about ten unknowns of like size, for which these are accurate enough.
 *
 * <p><i>Thread safety</i>: confined.
 */
final class WeightedRows {

  /** Part of its diagonal entry that keeps an undetermined unknown finite. */
  private static final double RIDGE = 1e-12;

  private final int unknowns;
  private final List<double[]> rows = new ArrayList<>();
  private final List<Double> values = new ArrayList<>();

  WeightedRows(int unknowns) {
    this.unknowns = unknowns;
  }

  void add(double[] row, double value) {
    rows.add(row);
    values.add(value);
  }

  int size() {
    return rows.size();
  }

  int unknowns() {
    return unknowns;
  }

  /** Returns y - a . x of every row. */
  double[] residuals(double[] x) {
    double[] residuals = new double[rows.size()];
    for (int i = 0; i < residuals.length; i++) {
      residuals[i] = values.get(i) - dot(rows.get(i), x);
    }
    return residuals;
  }

  /** Minimises the sum of weight * (y - a . x)^2. */
  double[] solve(double[] weights) {
    double[] right = new double[unknowns];
    for (int i = 0; i < rows.size(); i++) {
      for (int k = 0; k < unknowns; k++) {
        right[k] += weights[i] * rows.get(i)[k] * values.get(i);
      }
    }
    return Cholesky.of(normal(weights)).solve(right);
  }

  /** Returns (A^T W A)^-1. */
  double[][] inverseNormal(double[] weights) {
    Cholesky factor = Cholesky.of(normal(weights));
    double[][] inverse = new double[unknowns][];
    for (int k = 0; k < unknowns; k++) {
      double[] unit = new double[unknowns];
      unit[k] = 1;
      inverse[k] = factor.solve(unit);
    }
    return inverse;
  }

  private double[][] normal(double[] weights) {
    double[][] normal = new double[unknowns][unknowns];
    for (int i = 0; i < rows.size(); i++) {
      double[] row = rows.get(i);
      for (int k = 0; k < unknowns; k++) {
        for (int l = 0; l < unknowns; l++) {
          normal[k][l] += weights[i] * row[k] * row[l];
        }
      }
    }
    for (int k = 0; k < unknowns; k++) {
      normal[k][k] *= 1 + RIDGE;
    }
    return normal;
  }

  static double dot(double[] a, double[] b) {
    double sum = 0;
    for (int k = 0; k < a.length; k++) {
      sum += a[k] * b[k];
    }
    return sum;
  }

  /** L with L L^T = A. */
  @SuppressWarnings("ArrayRecordComponent") // never compared
  private record Cholesky(double[][] lower) {

    static Cholesky of(double[][] a) {
      int n = a.length;
      double[][] l = new double[n][n];
      for (int i = 0; i < n; i++) {
        for (int j = 0; j <= i; j++) {
          double sum = a[i][j];
          for (int k = 0; k < j; k++) {
            sum -= l[i][k] * l[j][k];
          }
          l[i][j] = i == j ? Math.sqrt(Math.max(sum, Double.MIN_NORMAL)) : sum / l[j][j];
        }
      }
      return new Cholesky(l);
    }

    double[] solve(double[] right) {
      int n = right.length;
      double[] x = right.clone();
      for (int i = 0; i < n; i++) {
        for (int k = 0; k < i; k++) {
          x[i] -= lower[i][k] * x[k];
        }
        x[i] /= lower[i][i];
      }
      for (int i = n - 1; i >= 0; i--) {
        for (int k = i + 1; k < n; k++) {
          x[i] -= lower[k][i] * x[k];
        }
        x[i] /= lower[i][i];
      }
      return x;
    }
  }
}
