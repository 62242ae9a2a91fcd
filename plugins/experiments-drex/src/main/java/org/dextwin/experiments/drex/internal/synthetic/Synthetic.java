package org.dextwin.experiments.drex.internal.synthetic;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Function;
import java.util.random.RandomGenerator;
import org.dextwin.api.experiment.ExperimentContext;
import org.dextwin.api.experiment.Item;
import org.dextwin.api.experiment.Progress;
import org.dextwin.api.experiment.Table;
import org.dextwin.api.sim.SimulationException;
import org.dextwin.api.sim.Simulator;
import org.dextwin.api.spi.ComponentRef;
import org.dextwin.experiments.drex.internal.pushlog.enginefit.EngineFit;
import org.dextwin.experiments.drex.internal.pushlog.enginefit.EngineMass;
import org.dextwin.experiments.drex.internal.pushlog.enginefit.FitOptions;
import org.dextwin.experiments.drex.internal.pushlog.enginefit.RecordedPush;
import org.dextwin.experiments.drex.internal.synthetic.SyntheticConfig.ShapeRange;
import org.dextwin.mechanics.log.Median;

/**
 * Identifies the masses of synthetic pushes and scores them. Every push is fitted twice: with the
 * gap and the height of the hand unknown and the friction known, and with a belief in the friction
 * that is wrong, and fitted along. A fit that does not identify its mass counts as an error of 100
 * %.
 *
 * <p>Pushes are independent and run on all processors; results do not depend on how many there are.
 *
 * <p><i>Thread safety</i>: confined.
 */
public final class Synthetic {

  private static final double PERCENT = 100;

  /** What good minima of fresh seeds stay below; one that is not gets a second, wider search. */
  private static final double POOR_CHI_SQUARE = 0.6;

  private final SyntheticConfig config;
  private final Simulator world;
  private final Simulator search;
  private final Simulator engine;
  private final Function<String, RandomGenerator> random;

  /**
   * Prepares the method.
   *
   * @param config its settings
   * @param resolve makes an engine of a reference
   * @param random makes the random stream of a name
   */
  public Synthetic(
      SyntheticConfig config,
      Function<ComponentRef<Simulator>, Simulator> resolve,
      Function<String, RandomGenerator> random) {
    this.config = config;
    this.world = resolve.apply(config.world());
    this.search = resolve.apply(config.search());
    this.engine = resolve.apply(config.engine());
    this.random = random;
  }

  /**
   * Makes, fits and scores the pushes.
   *
   * @param context where to report
   */
  public void run(ExperimentContext context) {
    int threads = Math.min(config.runs(), Runtime.getRuntime().availableProcessors());
    ExecutorService workers = Executors.newFixedThreadPool(threads);
    List<Item> rows = new ArrayList<>();
    try (Progress progress = context.progress("synthetic pushes", config.runs())) {
      List<Future<Item>> pending = new ArrayList<>();
      for (int run = 0; run < config.runs(); run++) {
        int number = run;
        RandomGenerator stream = random.apply("synthetic push " + run);
        RandomGenerator next = random.apply("synthetic push " + (run + 1) % config.runs());
        pending.add(workers.submit(() -> identify(number, stream, next)));
      }
      for (int run = 0; run < config.runs(); run++) {
        context.checkCancelled();
        Future<Item> result = pending.get(run);
        Item row = context.stage("synthetic push " + run, () -> finished(result));
        context.item(row);
        rows.add(row);
        progress.advance(1);
      }
    } finally {
      workers.shutdownNow();
    }
    report(rows, context);
  }

  private static Item finished(Future<Item> result) {
    try {
      return result.get();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("interrupted while waiting for a push", e);
    } catch (ExecutionException e) {
      if (e.getCause() instanceof RuntimeException cause) {
        throw cause;
      }
      throw new IllegalStateException(e.getCause());
    }
  }

  private SyntheticPush make(int run, RandomGenerator stream) {
    ShapeRange shape = config.shapes().get(run % config.shapes().size());
    SyntheticPush push = SyntheticPush.make(config, world, shape, stream);
    int replica = config.noiseReplica();
    return replica == 0
        ? push
        : push.seenAgain(config, random.apply("noise " + replica + " of synthetic push " + run));
  }

  private Item identify(int run, RandomGenerator stream, RandomGenerator next) {
    long begin = System.nanoTime();
    SyntheticPush push = make(run, stream);
    double wrong = 1 + (stream.nextBoolean() ? 1 : -1) * config.frictionError();
    PushDraw truth = push.truth();
    Item row =
        Item.empty()
            .with("method", "synthetic")
            .with("run", run)
            .with("shape", truth.shape())
            .with("truth_kg", truth.mass())
            .with("friction", truth.friction())
            .with("fingers", truth.fingers())
            .with("gap_m", truth.gap())
            .with("quasi_static_kg", push.recorded().quasiStaticMass());
    double rise = config.handHeightSigmaM();
    FitOptions known = FitOptions.declaredMotors(truth.friction(), 0, rise);
    FitOptions believed =
        FitOptions.declaredMotors(wrong * truth.friction(), config.frictionLogSigma(), rise);
    row = with(row, "gap_unknown", push.recorded(), known, truth);
    row = with(row, "friction_fitted", push.believing(wrong * truth.friction()), believed, truth);
    if (run < config.guards()) {
      SyntheticPush other = make((run + 1) % config.runs(), next);
      RecordedPush free = Guards.withoutContact(push.recorded(), push.touch());
      RecordedPush swapped = Guards.withMotionOf(push.recorded(), other.recorded());
      row = with(row, "contact_removed", free, known, truth);
      row = with(row, "motion_swapped", swapped, known, truth);
    }
    if (config.recordedForces()) {
      row = new ForceDriven(world, engine, config.tracker()).identify(row, push);
    }
    return row.with("seconds", 1e-9 * (System.nanoTime() - begin));
  }

  private Item with(
      Item row, String prefix, RecordedPush push, FitOptions options, PushDraw truth) {
    if (!FirstTouch.isFelt(truth.hand(), push)) {
      return refused(row, prefix, "no finger needs more torque than in free motion");
    }
    EngineMass mass;
    EngineFit.Effort effort = new EngineFit.Effort(config.patience(), POOR_CHI_SQUARE);
    try {
      mass = EngineFit.of(search, engine, push, options, config.startFactor(), effort);
    } catch (SimulationException e) {
      return refused(row, prefix, String.valueOf(e.getMessage()));
    }
    boolean identified = SyntheticVerdict.identified(mass);
    double error = PERCENT * (mass.mass() / truth.mass() - 1);
    return row.with(prefix + "_kg", mass.mass())
        .with(prefix + "_identified", identified)
        .with(prefix + "_raw_error_pct", error)
        .with(prefix + "_error_pct", identified ? Math.abs(error) : PERCENT)
        .with(prefix + "_low_kg", mass.low())
        .with(prefix + "_high_kg", mass.high())
        .with(prefix + "_halfwidth_pct", PERCENT * mass.halfWidth())
        .with(prefix + "_curvature_pct", PERCENT * mass.curvatureLogSigma())
        .with(prefix + "_holds_truth", mass.holds(truth.mass()))
        .with(prefix + "_friction", mass.friction())
        .with(prefix + "_correlation", mass.frictionCorrelation())
        .with(prefix + "_chi_square", mass.chiSquare())
        .with(prefix + "_residual_rad", mass.fingerResidual())
        .with(prefix + "_finger_sigmas", mass.fingerResidualSigmas())
        .with(prefix + "_pose_sigmas", mass.poseResidualSigmas())
        .with(prefix + "_gradient_norm", mass.gradientNorm())
        .with(prefix + "_converged", mass.converged())
        .with(prefix + "_ended_by", mass.ending().toString())
        .with(prefix + "_gradient", mass.exactGradient() ? "engine" : "partly central differences")
        .with(prefix + "_rollouts", mass.rollouts())
        .with(prefix + "_differentiated", mass.differentiated());
  }

  private static Item refused(Item row, String prefix, String reason) {
    return row.with(prefix + "_identified", false)
        .with(prefix + "_reason", reason)
        .with(prefix + "_error_pct", PERCENT);
  }

  private void report(List<Item> rows, ExperimentContext context) {
    double[] known = numbers(rows, "gap_unknown_error_pct");
    double[] fitted = numbers(rows, "friction_fitted_error_pct");
    // what is declared is known: the errors of these pushes without further words
    context.metric("median_error_pct", Median.of(known));
    context.metric("max_error_pct", max(known));
    context.metric("gap_unknown_median_error_pct", Median.of(known));
    context.metric("gap_unknown_max_error_pct", max(known));
    context.metric("friction_fitted_median_error_pct", Median.of(fitted));
    context.metric("interval_coverage", coverage(rows, "friction_fitted"));
    context.metric("gap_unknown_interval_coverage", coverage(rows, "gap_unknown"));
    double[] widths = numbers(rows, "friction_fitted_halfwidth_pct");
    if (widths.length > 0) {
      context.metric("interval_median_halfwidth_pct", Median.of(widths));
    }
    if (config.guards() > 0) {
      context.metric("guards", Math.min(config.guards(), rows.size()));
      context.metric("contact_removed_not_identified", (double) refused(rows, "contact_removed"));
      context.metric("motion_swapped_not_identified", (double) refused(rows, "motion_swapped"));
    }
    if (config.recordedForces()) {
      double[] driven = numbers(rows, ForceDriven.NAME + "_error_pct");
      context.metric(ForceDriven.NAME + "_median_error_pct", Median.of(driven));
      context.metric(ForceDriven.NAME + "_max_error_pct", max(driven));
      context.table(ForceDriven.table(rows));
    }
    context.table(
        new Table(
            "Synthetic pushes",
            "Errors are of the mass; a fit that does not identify it counts as 100 %. Gap and"
                + " height of the hand are unknown in both columns; the last ones start from a"
                + " friction that is wrong, and fit it.",
            List.of(
                Table.Column.of("run", "push"),
                Table.Column.of("shape", "shape"),
                new Table.Column("truth_kg", "truth [g]", 1000, 0),
                new Table.Column("quasi_static_kg", "quasi-static [g]", 1000, 0),
                new Table.Column("gap_unknown_kg", "friction known [g]", 1000, 1),
                new Table.Column("gap_unknown_raw_error_pct", "error [%]", 1, 2),
                new Table.Column("friction_fitted_kg", "friction fitted [g]", 1000, 1),
                new Table.Column("friction_fitted_raw_error_pct", "error [%]", 1, 2),
                new Table.Column("friction_fitted_halfwidth_pct", "half width [%]", 1, 1),
                new Table.Column("friction_fitted_correlation", "mass-friction", 1, 2),
                new Table.Column("seconds", "time [s]", 1, 1)),
            rows));
  }

  private static double max(double[] values) {
    return Arrays.stream(values).max().orElseThrow();
  }

  private static double coverage(List<Item> rows, String prefix) {
    long held =
        rows.stream()
            .filter(row -> Boolean.TRUE.equals(row.values().get(prefix + "_holds_truth")))
            .count();
    return (double) held / rows.size();
  }

  private static long refused(List<Item> rows, String prefix) {
    return rows.stream()
        .filter(row -> Boolean.FALSE.equals(row.values().get(prefix + "_identified")))
        .count();
  }

  private static double[] numbers(List<Item> rows, String key) {
    return rows.stream()
        .map(row -> row.number(key))
        .filter(java.util.OptionalDouble::isPresent)
        .mapToDouble(java.util.OptionalDouble::getAsDouble)
        .toArray();
  }
}
