package org.dextwin.experiments.drex.internal.pushlog;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import org.dextwin.api.experiment.ExperimentContext;
import org.dextwin.api.experiment.Item;
import org.dextwin.api.experiment.Plot;
import org.dextwin.api.experiment.Table;
import org.dextwin.api.experiment.Table.Column;

/** Reports the estimates of all takes, scored where true masses are known. */
final class PushReport {

  private static final double GRAMS = 1000;

  private final ExperimentContext context;
  private final Map<String, Double> paper;

  PushReport(ExperimentContext context, Map<String, Double> paper) {
    this.context = context;
    this.paper = paper;
  }

  void report(List<Item> estimates, GroundTruth truth) {
    MassScore score = MassScore.of(estimates, truth);
    List<Item> rows = estimates.stream().map(row -> score.completed(row, paper)).toList();
    rows.forEach(context::item);
    rows.forEach(
        row ->
            context.note(
                row.text(TakeItem.TAKE) + " is " + row.text(TakeItem.VERDICT),
                row.text(TakeItem.REASON)));
    context.table(takesTable(rows));
    context.table(objectsTable(score));
    if (!score.scored().isEmpty()) {
      context.plot(summary(rows, score));
    }
    context.metric("median_abs_error_pct", score.medianAbsoluteError(ObjectScore::mass));
    context.metric("mean_abs_error_pct", score.meanAbsoluteError(ObjectScore::mass));
    context.metric(
        "baseline_constant_mean_abs_error_pct",
        score.meanAbsoluteError(ObjectScore::constantGuess));
    context.metric(
        "baseline_volume_mean_abs_error_pct", score.meanAbsoluteError(ObjectScore::volumeGuess));
    context.metric("objects_scored", score.scored().size());
    context.metric("objects_identified", (double) score.identified());
  }

  private static Table takesTable(List<Item> rows) {
    return new Table(
        "Masses from pushes",
        "Mass with its 95 % interval; errors of the estimate and of two guesses without a push: the"
            + " mean mass of the other objects, and their mean density times the volume of the mesh"
            + " (of its convex hull where it is open)."
            + (hasPaper(rows)
                ? " D-REX: the paper's own figure for that object, shown for comparison, used for"
                    + " nothing."
                : ""),
        columns(
            rows,
            Column.of(TakeItem.TAKE, "take"),
            Column.of(TakeItem.VERDICT, "verdict"),
            new Column(TakeItem.MASS, "mass [g]", GRAMS, 0),
            new Column(TakeItem.LOW, "low [g]", GRAMS, 0),
            new Column(TakeItem.HIGH, "high [g]", GRAMS, 0),
            new Column(TakeItem.TRUTH, "truth [g]", GRAMS, 0),
            new Column(TakeItem.ERROR, "error [%]", 1, 1),
            new Column(TakeItem.CONSTANT, "constant [%]", 1, 1),
            new Column(TakeItem.VOLUME_BASELINE, "volume [%]", 1, 1),
            new Column(TakeItem.PAPER, "D-REX [g]", GRAMS, 0),
            Column.of(TakeItem.TRUTH_IN_INTERVAL, "truth in interval"),
            new Column(TakeItem.QUASI_STATIC, "quasi-static [g]", GRAMS, 0),
            new Column(TakeItem.RESIDUAL, "residual [rad]", 1, 4),
            new Column(TakeItem.FRICTION, "friction", 1, 2),
            new Column(TakeItem.SECONDS, "time [s]", 1, 1)),
        rows);
  }

  /** Leaves out the column of the paper's figures where there is none. */
  private static List<Column> columns(List<Item> rows, Column... columns) {
    return Arrays.stream(columns)
        .filter(column -> !column.key().equals(TakeItem.PAPER) || hasPaper(rows))
        .toList();
  }

  private static boolean hasPaper(List<Item> rows) {
    return rows.stream().anyMatch(row -> row.number(TakeItem.PAPER).isPresent());
  }

  private Table objectsTable(MassScore score) {
    List<Item> rows = new ArrayList<>();
    for (ObjectScore object : score.objects()) {
      rows.add(
          Item.empty()
              .with(TakeItem.OBJECT, object.object())
              .with(TakeItem.MASS, object.mass().orElse(Double.NaN))
              .with(TakeItem.TRUTH, object.truth().orElse(Double.NaN))
              .with(TakeItem.ERROR, object.errorPercent(object.mass()).orElse(Double.NaN))
              .with(
                  TakeItem.CONSTANT, object.errorPercent(object.constantGuess()).orElse(Double.NaN))
              .with(
                  TakeItem.VOLUME_BASELINE,
                  object.errorPercent(object.volumeGuess()).orElse(Double.NaN))
              .with(TakeItem.PAPER, paper.getOrDefault(object.object(), Double.NaN)));
    }
    return new Table(
        "Masses by object",
        "Mean of the takes of each object that tell a mass; all that is learned from true masses"
            + " leaves the object out.",
        columns(
            rows,
            Column.of(TakeItem.OBJECT, "object"),
            new Column(TakeItem.MASS, "mass [g]", GRAMS, 0),
            new Column(TakeItem.TRUTH, "truth [g]", GRAMS, 0),
            new Column(TakeItem.ERROR, "error [%]", 1, 1),
            new Column(TakeItem.CONSTANT, "constant [%]", 1, 1),
            new Column(TakeItem.VOLUME_BASELINE, "volume [%]", 1, 1),
            new Column(TakeItem.PAPER, "D-REX [g]", GRAMS, 0)),
        rows);
  }

  /** Estimates over truth, with intervals, beside the guesses. */
  private static Plot summary(List<Item> rows, MassScore score) {
    List<double[]> estimates = new ArrayList<>();
    List<double[]> intervals = new ArrayList<>();
    for (Item row : rows) {
      OptionalDouble truth = row.number(TakeItem.TRUTH);
      OptionalDouble mass = row.number(TakeItem.MASS);
      if (truth.isPresent() && mass.isPresent()) {
        double x = truth.getAsDouble();
        estimates.add(new double[] {x, mass.getAsDouble()});
        intervals.add(new double[] {x, row.number(TakeItem.LOW).orElse(Double.NaN)});
        intervals.add(new double[] {x, row.number(TakeItem.HIGH).orElse(Double.NaN)});
        intervals.add(new double[] {x, Double.NaN});
      }
    }
    List<double[]> truths = new ArrayList<>();
    List<double[]> constants = new ArrayList<>();
    List<double[]> volumes = new ArrayList<>();
    truths.add(new double[] {0, 0});
    double largest = 0;
    for (ObjectScore object : score.scored()) {
      double x = object.truth().orElse(Double.NaN);
      largest = Math.max(largest, x);
      constants.add(new double[] {x, object.constantGuess().orElse(Double.NaN)});
      volumes.add(new double[] {x, object.volumeGuess().orElse(Double.NaN)});
    }
    truths.add(new double[] {largest, largest});
    return new Plot(
        "masses",
        "Estimated over true mass",
        "true mass [g]",
        "estimate [g]",
        Plot.Scale.LINEAR,
        List.of(
            grams("truth", Plot.Style.DASHED, truths),
            grams("estimate", Plot.Style.POINTS, estimates),
            grams("95 % interval", Plot.Style.LINE, intervals),
            grams("constant guess", Plot.Style.POINTS, constants),
            grams("volume guess", Plot.Style.POINTS, volumes)));
  }

  private static Plot.Series grams(String label, Plot.Style style, List<double[]> points) {
    return new Plot.Series(
        label,
        style,
        points.stream().mapToDouble(point -> GRAMS * point[0]).toArray(),
        points.stream().mapToDouble(point -> GRAMS * point[1]).toArray());
  }
}
