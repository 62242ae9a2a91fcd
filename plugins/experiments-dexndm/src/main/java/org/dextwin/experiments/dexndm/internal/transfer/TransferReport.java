package org.dextwin.experiments.dexndm.internal.transfer;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.dextwin.api.experiment.ExperimentContext;
import org.dextwin.api.experiment.Item;
import org.dextwin.api.experiment.Table;
import org.dextwin.api.experiment.Table.Column;
import org.dextwin.learning.statistics.Bootstrap;
import org.dextwin.learning.statistics.Bootstrap.Statistic;
import org.dextwin.learning.statistics.Interval;

/**
 * Shows how methods did in another world, case by case and over all cases, and the first method
 * against each of the others.
 *
 * <p><i>Thread safety</i>: confined.
 *
 * @param context where to report to
 * @param cells one item per method and case
 * @param seed seed of the intervals
 */
public record TransferReport(ExperimentContext context, List<Item> cells, long seed) {

  private static final String ALL = "all";

  /** Reports all of it. */
  public void show() {
    Set<String> methods = new LinkedHashSet<>();
    cells.forEach(cell -> methods.add(cell.text(Trials.METHOD)));
    List<Item> rows = new ArrayList<>(cells);
    for (String method : methods) {
      Item row = Item.empty().with(Trials.METHOD, method).with(Trials.CASE, ALL);
      for (Measure measure : Measure.values()) {
        double[] values = pooled(method, measure);
        Interval interval = new Bootstrap(seed).interval(Statistic.MEAN, values);
        double mean = Statistic.MEAN.of(values);
        row =
            row.with("trials", values.length)
                .with(measure.key(), mean)
                .with(measure.key() + "_low", interval.low())
                .with(measure.key() + "_high", interval.high());
        String name = named(method) + "_" + measure.key();
        context.metric(name, mean);
        context.metric(name + "_low", interval.low());
        context.metric(name + "_high", interval.high());
      }
      rows.add(row);
    }
    context.table(table(rows));
    String first = methods.iterator().next();
    for (String other : methods) {
      if (!other.equals(first)) {
        compare(first, other);
      }
    }
  }

  private static String named(String method) {
    return method.replace('-', '_');
  }

  private double[] pooled(String method, Measure measure) {
    return cells.stream()
        .filter(cell -> cell.text(Trials.METHOD).equals(method))
        .flatMapToDouble(cell -> Arrays.stream(measure.of(cell)))
        .toArray();
  }

  private void compare(String first, String other) {
    double[] own = pooled(first, Measure.ROTR);
    double[] others = pooled(other, Measure.ROTR);
    double against = Statistic.MEAN.of(others);
    String name = "ratio_%s_to_%s_rotr".formatted(named(first), named(other));
    double ratio = against > 0 ? Statistic.MEAN.of(own) / against : Double.NaN;
    Interval interval =
        against > 0
            ? new Bootstrap(seed).ratio(Statistic.MEAN, own, others)
            : new Interval(Double.NaN, Double.NaN);
    context.metric(name, ratio);
    context.metric(name + "_low", interval.low());
    context.metric(name + "_high", interval.high());
    Interval ours = new Bootstrap(seed).interval(Statistic.MEAN, own);
    Interval theirs = new Bootstrap(seed).interval(Statistic.MEAN, others);
    context.note(
        first + " against " + other,
        String.format(
            Locale.ROOT,
            "RotR %.1f (%.1f to %.1f) against %.1f (%.1f to %.1f), %.2f times (%.2f to %.2f);"
                + " the intervals %s; TTF %.3f against %.3f.",
            Statistic.MEAN.of(own),
            ours.low(),
            ours.high(),
            against,
            theirs.low(),
            theirs.high(),
            ratio,
            interval.low(),
            interval.high(),
            ours.overlaps(theirs) ? "overlap" : "do not overlap",
            Statistic.MEAN.of(pooled(first, Measure.TTF)),
            Statistic.MEAN.of(pooled(other, Measure.TTF))));
  }

  private static Table table(List<Item> rows) {
    return new Table(
        "From the source world to the target world",
        "RotR, sum of the speed about the axis [rad/s]; TTF, time to fall as a part of the longest"
            + " episode; RotP, mean speed about other axes [rad/s]; means of n trials with 95 %"
            + " intervals (bootstrap), the same episodes for all methods.",
        List.of(
            Column.of(Trials.METHOD, "method"),
            Column.of(Trials.CASE, "case"),
            Column.of("trials", "n"),
            new Column("rotr", "RotR", 1, 1),
            new Column("rotr_low", "low", 1, 1),
            new Column("rotr_high", "high", 1, 1),
            new Column("ttf", "TTF", 1, 3),
            new Column("ttf_low", "low", 1, 3),
            new Column("ttf_high", "high", 1, 3),
            new Column("rotp", "RotP", 1, 2),
            new Column("rotp_low", "low", 1, 2),
            new Column("rotp_high", "high", 1, 2),
            new Column("rot_rad", "turned [rad]", 1, 2)),
        rows);
  }
}
