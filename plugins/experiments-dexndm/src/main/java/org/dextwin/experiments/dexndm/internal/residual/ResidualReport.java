package org.dextwin.experiments.dexndm.internal.residual;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.dextwin.api.experiment.ExperimentContext;
import org.dextwin.api.experiment.Item;
import org.dextwin.api.experiment.Table;
import org.dextwin.api.experiment.Table.Column;
import org.dextwin.learning.statistics.Bootstrap;
import org.dextwin.learning.statistics.Bootstrap.Statistic;
import org.dextwin.learning.statistics.Interval;

/**
 * Shows how well a hand follows the reference, and how large the corrections of each joint are.
 *
 * <p><i>Thread safety</i>: confined.
 *
 * <p><i>References</i>: DexNDM, B.3, Table 8.
 *
 * @param context where to report to
 * @param joints names of the joints
 * @param seed seed of the intervals
 */
public record ResidualReport(ExperimentContext context, List<String> joints, long seed) {

  private static final double MILLIRADIANS = 1000;

  /**
   * Reports a measurement in the target world and one in the reference world itself.
   *
   * @param mismatched errors and corrections in the target world
   * @param matched the same where the target world is the reference
   */
  public void show(Item mismatched, Item matched) {
    double[] direct = numbers(mismatched, Tracking.DIRECT);
    double[] corrected = numbers(mismatched, Tracking.CORRECTED);
    Interval ratio = new Bootstrap(seed).ratio(Statistic.MEAN, corrected, direct);
    double reduction = 100 * (1 - mean(corrected) / mean(direct));
    context.metric("tracking_error_reduction_pct", reduction);
    context.metric("tracking_error_reduction_pct_low", 100 * (1 - ratio.high()));
    context.metric("tracking_error_reduction_pct_high", 100 * (1 - ratio.low()));
    context.metric("tracking_error_direct_rad", mean(direct));
    context.metric("tracking_error_corrected_rad", mean(corrected));
    context.metric("correction_mean_rad", mean(numbers(mismatched, Tracking.CORRECTIONS)));
    context.metric("zero_mismatch_correction_rad", mean(numbers(matched, Tracking.CORRECTIONS)));
    context.metric("zero_mismatch_error_rad", mean(numbers(matched, Tracking.CORRECTED)));
    List<Item> rows = new ArrayList<>();
    for (int j = 0; j < joints.size(); j++) {
      Item row =
          Item.empty()
              .with("joint", joints.get(j))
              .with("direct_error_rad", numbers(mismatched, Tracking.JOINTS_DIRECT)[j])
              .with("corrected_error_rad", numbers(mismatched, Tracking.JOINTS_CORRECTED)[j])
              .with("correction_rad", numbers(mismatched, Tracking.CORRECTIONS)[j])
              .with("zero_mismatch_correction_rad", numbers(matched, Tracking.CORRECTIONS)[j]);
      context.item(row);
      rows.add(row);
    }
    context.table(
        new Table(
            "Tracking of the reference and corrections, by joint",
            "Root mean square distance of the joint in the target world from where the same targets"
                + " bring it in the source world, directly and with corrections; mean absolute"
                + " correction (DexNDM, Table 8), and the same learnt where both worlds are one.",
            List.of(
                Column.of("joint", "joint"),
                new Column("direct_error_rad", "direct [mrad]", MILLIRADIANS, 1),
                new Column("corrected_error_rad", "corrected [mrad]", MILLIRADIANS, 1),
                new Column("correction_rad", "|a_res| [mrad]", MILLIRADIANS, 1),
                new Column(
                    "zero_mismatch_correction_rad", "without mismatch [mrad]", MILLIRADIANS, 1)),
            rows));
    context.note(
        "Tracking",
        String.format(
            Locale.ROOT,
            "Over %d trials the corrections change the distance from the reference from %.1f to"
                + " %.1f mrad, by %.0f %% (95 %% interval %.0f to %.0f).",
            direct.length,
            MILLIRADIANS * mean(direct),
            MILLIRADIANS * mean(corrected),
            -reduction,
            -100 * (1 - ratio.low()),
            -100 * (1 - ratio.high())));
  }

  private static double mean(double[] values) {
    return Statistic.MEAN.of(values);
  }

  private static double[] numbers(Item item, String key) {
    return item.values().get(key) instanceof List<?> list
        ? list.stream()
            .mapToDouble(it -> it instanceof Number number ? number.doubleValue() : Double.NaN)
            .toArray()
        : new double[0];
  }

  /**
   * Reports how long a policy takes to act.
   *
   * @param times times of single actions [s]
   */
  public void showTimes(double[] times) {
    double[] sorted = times.clone();
    Arrays.sort(sorted);
    context.metric("inference_median_seconds", Statistic.MEDIAN.of(sorted));
    context.metric("inference_worst_of_100_seconds", sorted[(int) (0.99 * (sorted.length - 1))]);
  }
}
