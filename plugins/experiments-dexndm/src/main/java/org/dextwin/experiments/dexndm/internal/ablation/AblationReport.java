package org.dextwin.experiments.dexndm.internal.ablation;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.dextwin.api.experiment.ExperimentContext;
import org.dextwin.api.experiment.Item;
import org.dextwin.api.experiment.Plot;
import org.dextwin.api.experiment.Table;
import org.dextwin.api.experiment.Table.Column;
import org.dextwin.learning.statistics.Interval;

/**
 * Shows what each part contributes, and how the error falls with the amount of data.
 *
 * <p><i>Thread safety</i>: confined.
 *
 * <p><i>References</i>: DexNDM, section 5, Figures 8 and 9.
 *
 * @param context where to report to
 * @param seed seed of the intervals
 */
public record AblationReport(ExperimentContext context, long seed) {

  /** Name of a variant. */
  public static final String VARIANT = "variant";

  /** Error one step ahead on what models are used for [rad]. */
  public static final String ERROR = "shifted_error";

  /** The same in open loop [rad]. */
  public static final String OPEN_LOOP = "shifted_open_loop_error";

  /** Number of transitions. */
  public static final String TRANSITIONS = "transitions";

  private static final double MILLIRADIANS = 1000;

  /**
   * Shows the variants; the first is the whole method.
   *
   * @param variants one item per variant
   */
  public void showVariants(List<Item> variants) {
    double whole = variants.get(0).number(ERROR).orElse(Double.NaN);
    List<Item> rows =
        variants.stream()
            .map(
                it ->
                    it.with("change_pct", 100 * (it.number(ERROR).orElse(Double.NaN) / whole - 1)))
            .toList();
    rows.forEach(context::item);
    context.table(
        new Table(
            "What each part contributes",
            "Root mean square error of the joints one step ahead and in open loop, on what the"
                + " models are used for and did not learn from; change against the first variant.",
            columns(rows.get(0).number("rotr").isPresent()),
            rows));
    StringBuilder better = new StringBuilder();
    for (Item row : rows) {
      context.metric(
          row.text(VARIANT).replace('-', '_') + "_shifted_error_rad",
          row.number(ERROR).orElse(Double.NaN));
      if (row.number("change_pct").orElse(0) < 0) {
        better.append(better.length() == 0 ? "" : ", ").append(row.text(VARIANT));
      }
    }
    context.note(
        "Ablation",
        better.length() == 0
            ? "Every part contributes: no variant errs less than " + rows.get(0).text(VARIANT) + "."
            : "Not every part contributes here: " + better + " err less than the whole method.");
  }

  private static List<Column> columns(boolean isPlayed) {
    List<Column> columns =
        new ArrayList<>(
            List.of(
                Column.of(VARIANT, "variant"),
                Column.of(TRANSITIONS, "transitions"),
                new Column(ERROR, "error [mrad]", MILLIRADIANS, 2),
                new Column("change_pct", "change [%]", 1, 0),
                new Column(OPEN_LOOP, "open loop [mrad]", MILLIRADIANS, 1)));
    if (isPlayed) {
      columns.add(new Column("rotr", "RotR", 1, 1));
      columns.add(new Column("rotr_low", "low", 1, 1));
      columns.add(new Column("rotr_high", "high", 1, 1));
      columns.add(new Column("ttf", "TTF", 1, 3));
    }
    return columns;
  }

  /**
   * Shows the scaling curve with its power law.
   *
   * @param points one item per amount of data
   */
  public void showScaling(List<Item> points) {
    points.forEach(context::item);
    double[] sizes =
        points.stream().mapToDouble(it -> it.number(TRANSITIONS).orElseThrow()).toArray();
    double[] errors = points.stream().mapToDouble(it -> it.number(ERROR).orElseThrow()).toArray();
    if (sizes.length < 2) {
      context.note("Scaling", "There is one amount of data, so no law can be fitted.");
      return;
    }
    PowerLaw law = PowerLaw.fit(sizes, errors);
    // two points lie on every law, so their residuals tell nothing
    Interval interval =
        sizes.length > 2
            ? law.exponentInterval(sizes, errors, seed)
            : new Interval(Double.NaN, Double.NaN);
    context.metric("scaling_exponent", law.exponent());
    context.metric("scaling_exponent_low", interval.low());
    context.metric("scaling_exponent_high", interval.high());
    double half = errors[errors.length - 1] / 2;
    context.metric("transitions_for_half_the_error", law.sizeFor(half));
    double[] predicted = new double[sizes.length];
    double[] places = new double[sizes.length];
    for (int i = 0; i < sizes.length; i++) {
      predicted[i] = law.at(sizes[i]);
      places[i] = Math.log10(sizes[i]);
    }
    context.plot(
        new Plot(
            "scaling",
            "Error by the amount of data",
            "transitions [log10]",
            "error one step ahead [rad]",
            Plot.Scale.LOGARITHMIC,
            List.of(
                new Plot.Series("measured", Plot.Style.POINTS, places, errors),
                new Plot.Series("power law", Plot.Style.DASHED, places, predicted))));
    context.note(
        "Scaling",
        String.format(
            Locale.ROOT,
            "The error falls as %.3g N^-%.3f (95 %% interval of the exponent %.3f to %.3f, of %d"
                + " amounts of data); by the law half of the last error takes %.2g transitions.",
            law.factor(),
            law.exponent(),
            interval.low(),
            interval.high(),
            sizes.length,
            law.sizeFor(half)));
  }
}
