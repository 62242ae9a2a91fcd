package org.dextwin.experiments.drex.internal.pushlog.enginefit;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import org.dextwin.api.math.Vec3;
import org.dextwin.api.sim.SimulationException;
import org.dextwin.api.sim.Simulator;
import org.dextwin.experiments.drex.internal.pushlog.enginefit.RecordedPush.Tip;
import org.dextwin.experiments.drex.internal.pushlog.enginefit.Unknown.Kind;
import org.dextwin.mechanics.kinematics.KinematicTree;
import org.dextwin.mechanics.kinematics.LinkPoses;
import org.dextwin.mechanics.optimization.LeastSquaresSolution;
import org.dextwin.mechanics.optimization.LevenbergMarquardt;

/**
 * Finds the mass that minimises the trajectory loss of a push in an engine.
 *
 * <p>The loss has several minima: contact switches fold it. So the search tries a grid of masses,
 * heights of the hand and times of contact, descends from the best few that differ, first with the
 * finger path weighed less, and at last walks along the softest directions of the minimum and
 * descends again from wherever it finds less. Each descent ends by gradient and step.
 *
 * <p><i>Thread safety</i>: confined; fits of different pushes may run in different threads if the
 * engine lets simulations do so.
 */
public final class EngineFit {

  /** Masses tried lie between a sixth and six times the start. */
  private static final double MASS_RANGE = 1.8;

  private static final double MASS_STEP = 0.3;

  // Starts nearer than this lead to the same minimum.
  private static final double SAME_LOG_MASS = 0.35;
  private static final double SAME_RISE = 0.009;
  private static final int DESCENTS = 4;

  /** Of these, so many are followed to the end once the finger path weighs in full. */
  private static final int FINALISTS = 4;

  /** Tames the residuals of starts, of which most are far off. */
  private static final double EARLY_ROBUSTNESS = 3;

  private static final int SOFT_DIRECTIONS = 3;
  private static final double[] WALK = {-4, -2, -1, 1, 2, 4};
  private static final double LARGEST_WALK = 0.5;
  private static final int WALKS = 4;
  private static final int WALK_DESCENTS = 3;

  /** A lower minimum is another one if the loss falls by more. */
  private static final double LOWER = 1e-3;

  private static final LevenbergMarquardt EARLY = new LevenbergMarquardt(1e-1, 1e-2, 15);
  private static final LevenbergMarquardt LATE = new LevenbergMarquardt(1e-3, 1e-4, 60);

  /** From a point of the walk: enough to see whether it leads lower. */
  private static final LevenbergMarquardt PROBE = new LevenbergMarquardt(1e-3, 3e-4, 40);

  private final PushModel model;
  private final Replay replay;
  private final FitOptions options;

  private EngineFit(Simulator engine, RecordedPush push, FitOptions options) {
    this.options = options;
    this.model = new PushModel(push, options);
    this.replay = new Replay(engine, model);
  }

  /**
   * Fits the mass.
   *
   * @param engine the engine
   * @param push what was recorded
   * @param options what is believed
   * @param startFactor factor on the mass around which the search begins; the result does not
   *     depend on it
   * @return the minimiser, with its interval
   */
  public static EngineMass of(
      Simulator engine, RecordedPush push, FitOptions options, double startFactor) {
    EngineFit fit = new EngineFit(engine, push, options);
    return fit.run(startFactor);
  }

  private EngineMass run(double startFactor) {
    List<double[]> points = starts(startFactor);
    for (double coarse : options.coarse()) {
      List<double[]> next = new ArrayList<>();
      for (double[] point : points) {
        PushLoss loss = loss(coarse, EARLY_ROBUSTNESS);
        next.add(descend(EARLY, loss, point));
      }
      PushLoss judge = loss(coarse, EARLY_ROBUSTNESS);
      next.sort(Comparator.comparingDouble(judge::cost));
      points = next;
    }
    double[] best = points.get(0);
    double lowest = Double.POSITIVE_INFINITY;
    for (double[] point : points.subList(0, Math.min(FINALISTS, points.size()))) {
      double[] end = descend(LATE, loss(1, options.robustness()), point);
      double cost = loss(1, options.robustness()).cost(end);
      if (cost < lowest) {
        lowest = cost;
        best = end;
      }
    }
    best = walk(best);
    PushLoss loss = loss(1, options.robustness());
    return result(loss, LATE.solve(loss, loss.scaled(best)));
  }

  private PushLoss loss(double coarse, double robustness) {
    return new PushLoss(replay, model, coarse * options.jointSigma(), robustness);
  }

  private static double[] descend(LevenbergMarquardt solver, PushLoss loss, double[] start) {
    return loss.unscaled(solver.solve(loss, loss.scaled(start)).x());
  }

  /** The best few different points of a grid. */
  private List<double[]> starts(double startFactor) {
    double coarse = options.coarse().isEmpty() ? 1 : options.coarse().get(0);
    PushLoss loss = loss(coarse, EARLY_ROBUSTNESS);
    List<Start> grid = new ArrayList<>();
    for (double rise : options.risesTried()) {
      for (double delay : options.delaysTried()) {
        double[] x = model.priors();
        x[model.indexOf(Kind.RISE)] = rise;
        x[model.indexOf(Kind.SHIFT)] = shiftToTouch(x, model.push().onset() + delay);
        double center = x[model.indexOf(Kind.LOG_MASS)] + Math.log(startFactor);
        for (double d = -MASS_RANGE; d < MASS_RANGE + 1e-9; d += MASS_STEP) {
          x[model.indexOf(Kind.LOG_MASS)] = center + d;
          grid.add(new Start(x.clone(), loss.cost(x)));
        }
      }
    }
    grid.sort(Comparator.comparingDouble(Start::cost));
    List<double[]> chosen = new ArrayList<>();
    for (Start start : grid) {
      if (chosen.size() < DESCENTS
          && Double.isFinite(start.cost)
          && chosen.stream().noneMatch(other -> isNear(start.x, other))) {
        chosen.add(start.x);
      }
    }
    if (chosen.isEmpty()) {
      throw new SimulationException(
          "no mass around "
              + model.push().quasiStaticMass() * startFactor
              + " kg lets the engine replay the push");
    }
    return chosen;
  }

  private boolean isNear(double[] a, double[] b) {
    int mass = model.indexOf(Kind.LOG_MASS);
    int rise = model.indexOf(Kind.RISE);
    return Math.abs(a[mass] - b[mass]) < SAME_LOG_MASS && Math.abs(a[rise] - b[rise]) < SAME_RISE;
  }

  /** The shift of the hand with which its first fingertip touches the object at a time. */
  private double shiftToTouch(double[] x, double time) {
    RecordedPush push = model.push();
    KinematicTree tree = new KinematicTree(push.hand());
    LinkPoses poses = tree.newPoses();
    poses.setRoot(model.base(x));
    double held = Math.max(push.start(), Math.min(push.end(), time));
    double[] q =
        push.joints().stream().mapToDouble(track -> push.at(track.position(), held)).toArray();
    tree.forward(q, 0, poses);
    double shift = Double.POSITIVE_INFINITY;
    for (Tip tip : push.tips()) {
      Vec3 center = poses.point(tree.linkIndex(tip.link()), tip.center());
      double rear = push.object().rear(center.z());
      shift = Math.min(shift, rear - tip.radius() - center.x());
    }
    return x[model.indexOf(Kind.SHIFT)] + shift;
  }

  /** Looks for less along the softest directions of a minimum. */
  private double[] walk(double[] from) {
    double[] best = from;
    for (int round = 0; round < WALKS; round++) {
      PushLoss loss = loss(1, options.robustness());
      double cost = loss.cost(best);
      List<Start> tried = new ArrayList<>();
      for (double[] direction : softDirections(best)) {
        for (double length : WALK) {
          double[] x = best.clone();
          for (int i = 0; i < x.length; i++) {
            x[i] += length * direction[i];
          }
          tried.add(new Start(x, loss.cost(x)));
        }
      }
      tried.sort(Comparator.comparingDouble(Start::cost));
      boolean lower = false;
      for (Start start : tried.subList(0, Math.min(WALK_DESCENTS, tried.size()))) {
        if (Double.isFinite(start.cost)) {
          double[] end = descend(PROBE, loss(1, options.robustness()), start.x);
          double reached = loss.cost(end);
          if (reached < cost - LOWER * (1 + cost)) {
            cost = reached;
            best = end;
            lower = true;
          }
        }
      }
      if (!lower) {
        break;
      }
    }
    return best;
  }

  /** Directions of least curvature, one standard deviation long. */
  private List<double[]> softDirections(double[] x) {
    PushLoss loss = loss(1, options.robustness());
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
      double tame = Math.min(1, LARGEST_WALK / (4 * Math.max(1e-12, Math.abs(direction[mass]))));
      for (int i = 0; i < n; i++) {
        direction[i] *= tame;
      }
      directions.add(direction);
    }
    return directions;
  }

  private EngineMass result(PushLoss loss, LeastSquaresSolution solution) {
    double[] x = loss.unscaled(solution.x());
    double[] residuals = loss.plainResiduals(x);
    int n = x.length;
    int mass = model.indexOf(Kind.LOG_MASS);
    int friction = model.indexOf(Kind.LOG_FRICTION);
    double[] covariance;
    try {
      covariance = solution.covariance();
    } catch (ArithmeticException undetermined) {
      covariance = new double[n * n];
      for (int i = 0; i < n; i++) {
        covariance[i * n + i] = Double.POSITIVE_INFINITY;
      }
    }
    double fingers = squares(residuals, 0, loss.jointRows());
    double poses = squares(residuals, loss.jointRows(), loss.poseRows());
    double effective = loss.jointRows() * square(loss.readingWeight()) + loss.poseNumbers() - n;
    double chiSquare = (fingers + poses) / Math.max(1, effective);
    double fingerSigmas = Math.sqrt(fingers / Math.max(1, loss.jointRows())) / loss.readingWeight();
    double curvature = Math.sqrt(covariance[mass * n + mass]);
    double sigma =
        Math.sqrt(
            square(curvature) * Math.max(1, chiSquare)
                + square(options.torqueScaleSigma())
                + square(options.modelSigma()));
    return new EngineMass(
        model.mass(x),
        sigma,
        curvature,
        model.friction(x),
        friction < 0
            ? 0
            : covariance[mass * n + friction]
                / Math.sqrt(covariance[mass * n + mass] * covariance[friction * n + friction]),
        model.lag(x),
        x[model.indexOf(Kind.SHIFT)],
        x[model.indexOf(Kind.RISE)],
        chiSquare,
        fingerSigmas * options.jointSigma(),
        fingerSigmas,
        Math.sqrt(poses / Math.max(1, loss.poseNumbers())),
        solution.gradientNorm(),
        solution.outcome() == LeastSquaresSolution.Outcome.CONVERGED,
        replay.isExact(),
        replay.rollouts(),
        replay.differentiated());
  }

  private static double squares(double[] values, int from, int count) {
    double sum = 0;
    for (int i = from; i < from + count; i++) {
      sum += values[i] * values[i];
    }
    return sum;
  }

  private static double square(double x) {
    return x * x;
  }

  /** A point and its cost. */
  @SuppressWarnings("ArrayRecordComponent") // never compared
  private record Start(double[] x, double cost) {}
}
