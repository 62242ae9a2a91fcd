package org.dextwin.experiments.drex.internal.pushlog.enginefit;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import org.dextwin.experiments.drex.internal.pushlog.enginefit.Landscape.Point;
import org.dextwin.experiments.drex.internal.pushlog.enginefit.Unknown.Kind;
import org.dextwin.mechanics.optimization.LevenbergMarquardt;

/**
 * Looks for less along the softest directions of a minimum. Contact switches fold the loss, most of
 * all where it is flat; a descent ends in the first fold.
 *
 * <p><i>Thread safety</i>: confined.
 */
final class SoftWalk {

  private static final int SOFT_DIRECTIONS = 3;

  /** How far to look, in standard deviations. */
  private static final double[] LENGTHS = {-4, -2, -1, 1, 2, 4};

  /** Farthest look, in the logarithm of the mass. */
  private static final double LARGEST = 0.5;

  private static final int DESCENTS = 3;

  /** A lower minimum is another one if the loss falls by more. */
  private static final double LOWER = 1e-3;

  private final Landscape landscape;
  private final PushModel model;
  private final LevenbergMarquardt probe;

  /**
   * Prepares walks.
   *
   * @param probe descends from the points looked at: enough to see whether they lead lower
   */
  SoftWalk(Landscape landscape, LevenbergMarquardt probe) {
    this.probe = probe;
    this.landscape = landscape;
    this.model = landscape.model();
  }

  /** Walks until nothing lower is found, or for so many rounds. */
  Point from(Point start, int rounds) {
    Point best = start;
    for (int round = 0; round < rounds; round++) {
      Point lower = round(best);
      if (lower.cost() >= best.cost()) {
        break;
      }
      best = lower;
    }
    return best;
  }

  private Point round(Point start) {
    PushLoss loss = landscape.loss();
    List<Point> tried = new ArrayList<>();
    for (double[] direction : softDirections(start.x())) {
      for (double length : LENGTHS) {
        double[] x = start.x().clone();
        for (int i = 0; i < x.length; i++) {
          x[i] += length * direction[i];
        }
        tried.add(new Point(x, loss.cost(x)));
      }
    }
    tried.sort(Comparator.comparingDouble(Point::cost));
    Point best = start;
    for (Point point : tried.subList(0, Math.min(DESCENTS, tried.size()))) {
      if (Double.isFinite(point.cost())) {
        Point end = Landscape.descend(probe, landscape.loss(), point.x());
        if (end.cost() < best.cost() - LOWER * (1 + best.cost())) {
          best = end;
        }
      }
    }
    return best;
  }

  /** Directions of least curvature, one standard deviation long. */
  private List<double[]> softDirections(double[] x) {
    PushLoss loss = landscape.loss();
    int n = x.length;
    double[] residuals = new double[loss.residualCount()];
    double[] jacobian = new double[residuals.length * n];
    List<double[]> directions = new ArrayList<>();
    if (!loss.evaluate(loss.scaled(x), residuals, jacobian)) {
      return directions;
    }
    double[][] curvature = new double[n][n];
    for (int r = 0; r < residuals.length; r++) {
      for (int i = 0; i < n; i++) {
        for (int j = 0; j < n; j++) {
          curvature[i][j] += jacobian[r * n + i] * jacobian[r * n + j];
        }
      }
    }
    SymmetricEigen eigen = new SymmetricEigen(curvature);
    Integer[] order = new Integer[n];
    Arrays.setAll(order, i -> i);
    Arrays.sort(order, Comparator.comparingDouble(i -> eigen.value(i)));
    int mass = model.indexOf(Kind.LOG_MASS);
    for (int k = 0; k < Math.min(SOFT_DIRECTIONS, n); k++) {
      double value = Math.max(eigen.value(order[k]), 1e-9);
      double[] scaled = eigen.vector(order[k]);
      for (int i = 0; i < n; i++) {
        scaled[i] /= Math.sqrt(value);
      }
      double[] direction = loss.unscaled(scaled);
      double tame = Math.min(1, LARGEST / (4 * Math.max(1e-12, Math.abs(direction[mass]))));
      for (int i = 0; i < n; i++) {
        direction[i] *= tame;
      }
      directions.add(direction);
    }
    return directions;
  }
}
