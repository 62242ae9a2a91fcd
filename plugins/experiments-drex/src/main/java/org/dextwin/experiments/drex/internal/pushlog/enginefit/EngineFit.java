package org.dextwin.experiments.drex.internal.pushlog.enginefit;

import java.util.ArrayList;
import java.util.List;
import org.dextwin.api.sim.SimulationException;
import org.dextwin.api.sim.Simulator;
import org.dextwin.experiments.drex.internal.pushlog.enginefit.Landscape.Point;
import org.dextwin.experiments.drex.internal.pushlog.enginefit.Unknown.Kind;
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
 * <p>The search may run in a faster, coarser engine. What it finds is then followed to the minimum
 * in the engine proper, whose table is as stiff as the mass that was found asks for.
 *
 * <p><i>Thread safety</i>: confined; fits of different pushes may run in different threads if the
 * engines let simulations do so.
 */
public final class EngineFit {

  /** So many different points are followed to the end once the finger path weighs in full. */
  private static final int FINALISTS = 3;

  /** So many of their ends are followed in the engine proper, if they are not plainly higher. */
  private static final int ENDS = 2;

  private static final double PLAINLY = 2;

  private static final int FIRST_WALKS = 2;

  private static final int STARTS = 4;

  /** Standard deviations of a 95 % interval. */
  private static final double TWO_SIDED_95 = 1.96;

  /** A second search, if the first one found a poor minimum, begins with so many times as much. */
  private static final int MORE = 3;

  private static final int LAST_WALKS = 4;

  private static final LevenbergMarquardt EARLY = new LevenbergMarquardt(1e-1, 1e-2, 15);
  private static final LevenbergMarquardt LATE = new LevenbergMarquardt(1e-3, 1e-4, 100);

  /** Near enough to a minimum of a coarser engine. */
  private static final LevenbergMarquardt NEAR = new LevenbergMarquardt(1e-2, 2e-3, 25);

  /** Enough to see which of several points leads lowest. */
  private static final LevenbergMarquardt TRIAL = new LevenbergMarquardt(1e-3, 1e-3, 25);

  private final Simulator engine;
  private final FitOptions options;
  private final Landscape search;

  private final int patience;
  private final int breadth;

  private EngineFit(
      Simulator search,
      Simulator engine,
      RecordedPush push,
      FitOptions options,
      int patience,
      int breadth) {
    this.engine = engine;
    this.options = options;
    this.search = new Landscape(search, new PushModel(push, options));
    this.patience = patience;
    this.breadth = breadth;
  }

  /**
   * Fits the mass.
   *
   * @param search the engine in which minima are looked for; may be a coarser one
   * @param engine the engine whose minimum is the mass
   * @param push what was recorded
   * @param options what is believed
   * @param startFactor factor on the mass around which the search begins; the result does not
   *     depend on it
   * @return the minimiser, with its interval
   */
  public static EngineMass of(
      Simulator search,
      Simulator engine,
      RecordedPush push,
      FitOptions options,
      double startFactor) {
    return of(search, engine, push, options, startFactor, new Effort(1, Double.POSITIVE_INFINITY));
  }

  /**
   * Fits the mass, and searches again and more widely if the first minimum is poor.
   *
   * @param search the engine in which minima are looked for; may be a coarser one
   * @param engine the engine whose minimum is the mass
   * @param push what was recorded
   * @param options what is believed
   * @param startFactor factor on the mass around which the search begins; the result does not
   *     depend on it
   * @param effort how much is done
   * @return the minimiser, with its interval
   */
  public static EngineMass of(
      Simulator search,
      Simulator engine,
      RecordedPush push,
      FitOptions options,
      double startFactor,
      Effort effort) {
    EngineFit quick = new EngineFit(search, engine, push, options, effort.patience, 1);
    SimulationException failure = null;
    EngineMass first = null;
    try {
      first = quick.finish(quick.search(startFactor));
      if (first.chiSquare() <= effort.poorChiSquare) {
        return first;
      }
    } catch (SimulationException e) {
      failure = e;
    }
    EngineFit wide = new EngineFit(search, engine, push, options, 2 * effort.patience, MORE);
    try {
      EngineMass second = wide.finish(wide.search(startFactor));
      return first == null || second.chiSquare() < first.chiSquare() ? second : first;
    } catch (SimulationException e) {
      if (first != null) {
        return first;
      }
      e.addSuppressed(failure);
      throw e;
    }
  }

  /**
   * How much is done to find the lowest minimum. Results do not depend on the patience.
   *
   * @param patience factor on the iterations after which descents are given up
   * @param poorChiSquare sum of squares per degree of freedom above which a minimum is not believed
   *     to be the lowest
   */
  public record Effort(int patience, double poorChiSquare) {}

  private LevenbergMarquardt patient(LevenbergMarquardt solver) {
    return new LevenbergMarquardt(
        solver.gradientTolerance(), solver.stepTolerance(), patience * solver.iterationLimit());
  }

  /** Different minima, the lowest first. */
  private List<Point> search(double startFactor) {
    double first = options.coarse().isEmpty() ? 1 : options.coarse().get(0);
    List<Point> points =
        new StartGrid(search).best(search.softened(first), startFactor, breadth * STARTS);
    for (double factor : options.coarse()) {
      List<Point> next = new ArrayList<>();
      for (Point point : points) {
        search.merge(Landscape.descend(patient(EARLY), search.softened(factor), point.x()), next);
      }
      points = next;
    }
    List<Point> ends = new ArrayList<>();
    for (Point point : points.subList(0, Math.min(breadth * FINALISTS, points.size()))) {
      search.merge(Landscape.descend(patient(NEAR), search.loss(), point.x()), ends);
    }
    search.merge(
        new SoftWalk(search, patient(NEAR)).from(ends.get(0), breadth * FIRST_WALKS), ends);
    return ends;
  }

  private EngineMass finish(List<Point> found) {
    Point lowest = found.get(0);
    PushModel model = search.model().withTableFor(search.model().mass(lowest.x()));
    Landscape proper = new Landscape(engine, model);
    List<Point> ends = new ArrayList<>();
    for (Point point : found.subList(0, Math.min(ENDS, found.size()))) {
      if (point.cost() <= PLAINLY * lowest.cost()) {
        proper.merge(Landscape.descend(patient(TRIAL), proper.loss(), point.x()), ends);
      }
    }
    Point end = new SoftWalk(proper, patient(TRIAL)).from(ends.get(0), LAST_WALKS);
    return result(proper, end.x());
  }

  private EngineMass result(Landscape landscape, double[] minimum) {
    PushModel model = landscape.model();
    Replay replay = landscape.replay();
    PushLoss loss = landscape.loss();
    if (!loss.isDifferentiable(minimum)) {
      throw new SimulationException(
          "the replay has no derivatives at the minimum of the loss: its friction chatters; give"
              + " the engine a smaller time step or a larger slip speed");
    }
    LeastSquaresSolution solution = patient(LATE).solve(loss, loss.scaled(minimum));
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
    double likely = landscape.profile().reach(x[mass], solution.cost()) / TWO_SIDED_95;
    double sigma =
        Math.sqrt(
            square(Math.max(curvature, likely)) * Math.max(1, chiSquare)
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
        loss.fingerDeviation(x),
        fingerSigmas,
        Math.sqrt(poses / Math.max(1, loss.poseNumbers())),
        solution.gradientNorm(),
        ending(solution),
        replay.isExact(),
        search.replay().rollouts() + (landscape == search ? 0 : replay.rollouts()),
        search.replay().differentiated() + (landscape == search ? 0 : replay.differentiated()));
  }

  private static EngineMass.Ending ending(LeastSquaresSolution solution) {
    return switch (solution.outcome()) {
      case CONVERGED ->
          solution.gradientNorm() <= LATE.gradientTolerance()
              ? EngineMass.Ending.GRADIENT
              : EngineMass.Ending.STEP;
      case STALLED -> EngineMass.Ending.NO_DESCENT;
      case ITERATION_LIMIT -> EngineMass.Ending.LIMIT;
    };
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
}
