package org.dextwin.experiments.drex.internal.pushlog.enginefit;

import java.util.Comparator;
import java.util.List;
import org.dextwin.api.sim.Simulator;
import org.dextwin.experiments.drex.internal.pushlog.enginefit.Unknown.Kind;
import org.dextwin.mechanics.optimization.LeastSquaresSolution;
import org.dextwin.mechanics.optimization.LevenbergMarquardt;

/**
 * The trajectory loss of a push in one engine, over all unknowns.
 *
 * <p><i>Thread safety</i>: confined.
 */
final class Landscape {

  // Points nearer than this lead to the same minimum.
  private static final double SAME_LOG_MASS = 0.05;
  private static final double SAME_RISE = 0.002;
  private static final double SAME_SHIFT = 0.002;

  /** Tames the residuals of points that are far off. */
  private static final double EARLY_ROBUSTNESS = 3;

  private final PushModel model;
  private final Replay replay;
  private final CostProfile profile = new CostProfile();

  Landscape(Simulator engine, PushModel model) {
    this.model = model;
    this.replay = new Replay(engine, model);
  }

  PushModel model() {
    return model;
  }

  Replay replay() {
    return replay;
  }

  /** Where the loss itself was looked at. */
  CostProfile profile() {
    return profile;
  }

  /** The loss itself. */
  PushLoss loss() {
    return new PushLoss(
        replay, model, model.options().jointSigma(), model.options().robustness(), profile);
  }

  /** The loss with the finger path weighed less, large residuals tamed. */
  PushLoss softened(double factor) {
    return new PushLoss(
        replay, model, factor * model.options().jointSigma(), EARLY_ROBUSTNESS, new CostProfile());
  }

  /** Follows a loss downhill. A point without derivatives is where it ends. */
  static Point descend(LevenbergMarquardt solver, PushLoss loss, double[] from) {
    if (!loss.isDifferentiable(from)) {
      return new Point(from, loss.cost(from));
    }
    LeastSquaresSolution end = solver.solve(loss, loss.scaled(from));
    return new Point(loss.unscaled(end.x()), end.cost());
  }

  /** Adds a point unless one is there that leads to the same minimum; keeps the lower. */
  void merge(Point point, List<Point> points) {
    for (int i = 0; i < points.size(); i++) {
      if (isSame(point.x, points.get(i).x)) {
        points.set(i, point.cost < points.get(i).cost ? point : points.get(i));
        return;
      }
    }
    points.add(point);
    points.sort(Comparator.comparingDouble(Point::cost));
  }

  private boolean isSame(double[] a, double[] b) {
    return isNear(a, b, Kind.LOG_MASS, SAME_LOG_MASS)
        && isNear(a, b, Kind.RISE, SAME_RISE)
        && isNear(a, b, Kind.SHIFT, SAME_SHIFT);
  }

  boolean isNear(double[] a, double[] b, Kind kind, double distance) {
    int index = model.indexOf(kind);
    return Math.abs(a[index] - b[index]) < distance;
  }

  /** A point and its cost. */
  @SuppressWarnings("ArrayRecordComponent") // never compared
  record Point(double[] x, double cost) {}
}
