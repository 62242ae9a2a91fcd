package org.dextwin.experiments.drex.internal.pushlog.motor;

import java.util.Arrays;
import java.util.Optional;

/**
 * The line y = intercept + slope * x that most of a set of points lie on, for laws that hold
 * exactly for a part of the readings and not at all for the rest. Every pair of a coarse selection
 * proposes a line, the one with most points near it wins and is refined by least squares.
 *
 * @param intercept value at x = 0
 * @param slope change of y per x
 * @param points how many points lie on it
 */
record ConsensusLine(double intercept, double slope, int points) {

  /** Points that propose lines; all pairs of them are tried. */
  private static final int PROPOSERS = 60;

  /** Refinements after which the set of points on the line no longer changes. */
  private static final int REFINEMENTS = 20;

  /**
   * Finds the line.
   *
   * @param tolerance distance in y at which a point still lies on it
   * @param spread smallest distance in x of the points that lie on it; less determines no slope
   * @return empty if no line of that spread holds at least a tenth of the points
   */
  static Optional<ConsensusLine> through(double[] x, double[] y, double tolerance, double spread) {
    int[] proposers = proposers(x.length);
    ConsensusLine best = new ConsensusLine(0, 0, 0);
    for (int i : proposers) {
      for (int j : proposers) {
        if (x[j] - x[i] >= spread) {
          double slope = (y[j] - y[i]) / (x[j] - x[i]);
          double intercept = y[i] - slope * x[i];
          int points = count(x, y, intercept, slope, tolerance);
          if (points > best.points) {
            best = new ConsensusLine(intercept, slope, points);
          }
        }
      }
    }
    if (best.points < Math.max(3, x.length / 10)) {
      return Optional.empty();
    }
    return Optional.of(refined(best, x, y, tolerance));
  }

  private static int[] proposers(int length) {
    int count = Math.min(PROPOSERS, length);
    int[] chosen = new int[count];
    for (int k = 0; k < count; k++) {
      chosen[k] = (int) ((long) k * length / count);
    }
    return chosen;
  }

  private static boolean isOn(
      double x, double y, double intercept, double slope, double tolerance) {
    return Math.abs(y - intercept - slope * x) <= tolerance;
  }

  private static int count(
      double[] x, double[] y, double intercept, double slope, double tolerance) {
    int count = 0;
    for (int i = 0; i < x.length; i++) {
      count += isOn(x[i], y[i], intercept, slope, tolerance) ? 1 : 0;
    }
    return count;
  }

  private static ConsensusLine refined(
      ConsensusLine start, double[] x, double[] y, double tolerance) {
    ConsensusLine line = start;
    for (int round = 0; round < REFINEMENTS; round++) {
      WeightedRows rows = new WeightedRows(2);
      for (int i = 0; i < x.length; i++) {
        if (isOn(x[i], y[i], line.intercept, line.slope, tolerance)) {
          rows.add(new double[] {1, x[i]}, y[i]);
        }
      }
      double[] weights = new double[rows.size()];
      Arrays.fill(weights, 1);
      double[] solution = rows.solve(weights);
      int points = count(x, y, solution[0], solution[1], tolerance);
      if (points <= line.points && round > 0) {
        return new ConsensusLine(solution[0], solution[1], points);
      }
      line = new ConsensusLine(solution[0], solution[1], points);
    }
    return line;
  }
}
