package org.dextwin.experiments.dexndm.internal.efficiency;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Predicate;
import org.dextwin.api.experiment.ExperimentContext;
import org.dextwin.api.experiment.Item;
import org.dextwin.api.experiment.Plot;
import org.dextwin.api.experiment.Table;
import org.dextwin.api.experiment.Table.Column;

/**
 * Shows the cells of a study: a table, curves over the number of transitions, and where the curve
 * of the first factorisation is crossed.
 *
 * <p><i>Thread safety</i>: confined.
 *
 * @param context where to report to
 * @param cells one item per factorisation, size and distribution
 */
public record EfficiencyReport(ExperimentContext context, List<Item> cells) {

  private static final double MILLIRADIANS = 1000;

  /** Reports all of it. */
  public void show() {
    context.table(table());
    for (String distribution : distinct(Errors.DISTRIBUTION)) {
      context.plot(plot(distribution));
    }
    for (Errors which : Errors.values()) {
      crossovers(which);
    }
  }

  private Set<String> distinct(String key) {
    Set<String> values = new LinkedHashSet<>();
    cells.forEach(cell -> values.add(cell.text(key)));
    return values;
  }

  private Table table() {
    List<Column> columns = new ArrayList<>();
    columns.add(Column.of(Errors.DISTRIBUTION, "learnt from"));
    columns.add(Column.of(Errors.TRANSITIONS, "transitions"));
    columns.add(Column.of(Errors.FACTORISATION, "factorisation"));
    columns.add(Column.of("repeats", "n"));
    for (Errors which : Errors.values()) {
      String head = which == Errors.IN_DOMAIN ? "in domain" : "shifted";
      columns.add(new Column(which.oneStep(), head + " [mrad]", MILLIRADIANS, 2));
      columns.add(new Column(which.oneStep() + "_low", "low", MILLIRADIANS, 2));
      columns.add(new Column(which.oneStep() + "_high", "high", MILLIRADIANS, 2));
      columns.add(new Column(which.openLoop(), "open loop [mrad]", MILLIRADIANS, 1));
    }
    columns.add(new Column("seconds", "training [s]", 1, 1));
    return new Table(
        "Errors of predictions by the number of transitions",
        "Root mean square error of the joints one step ahead, and in open loop so many steps ahead,"
            + " on other recordings of the kind that was learnt from and on what the models are used"
            + " for; mean of n trainings from other data, with a 95 % interval (bootstrap).",
        columns,
        cells);
  }

  private Plot plot(String distribution) {
    List<Plot.Series> series = new ArrayList<>();
    for (String factorisation : distinct(Errors.FACTORISATION)) {
      for (Errors which : Errors.values()) {
        SortedMap<Integer, Double> curve = curve(factorisation, distribution, which);
        series.add(
            new Plot.Series(
                factorisation + ", " + which.words(),
                which == Errors.IN_DOMAIN ? Plot.Style.DASHED : Plot.Style.LINE,
                curve.keySet().stream().mapToDouble(Math::log10).toArray(),
                curve.values().stream().mapToDouble(it -> it).toArray()));
      }
    }
    return new Plot(
        "errors-" + distribution,
        "Learnt from " + distribution,
        "transitions [log10]",
        "error one step ahead [rad]",
        Plot.Scale.LOGARITHMIC,
        series);
  }

  private SortedMap<Integer, Double> curve(
      String factorisation, String distribution, Errors which) {
    SortedMap<Integer, Double> curve = new TreeMap<>();
    for (Item cell : cells) {
      if (cell.text(Errors.FACTORISATION).equals(factorisation)
          && cell.text(Errors.DISTRIBUTION).equals(distribution)) {
        curve.put(
            (int) cell.number(Errors.TRANSITIONS).orElseThrow(),
            cell.number(which.oneStep()).orElse(Double.NaN));
      }
    }
    return curve;
  }

  private void crossovers(Errors which) {
    List<String> names = List.copyOf(distinct(Errors.FACTORISATION));
    String reference = names.get(0);
    StringBuilder text = new StringBuilder();
    for (String distribution : distinct(Errors.DISTRIBUTION)) {
      for (String other : names.subList(1, names.size())) {
        var crossed =
            Crossover.find(
                curve(reference, distribution, which), curve(other, distribution, which));
        text.append(other)
            .append(" learnt from ")
            .append(distribution)
            .append(
                crossed.isPresent()
                    ? String.format(
                        Locale.ROOT, " is no worse from %.0f transitions on", crossed.getAsDouble())
                    : " is worse at every size up to the largest")
            .append("; ");
        context.metric(
            "crossover_"
                + (other + "_" + distribution + "_" + which.oneStep())
                    .replace('-', '_')
                    .replace("_error", "")
                + "_transitions",
            crossed.orElse(Double.NaN));
      }
    }
    context.note("Crossover on " + which.words(), text + verdict(reference, which));
  }

  /** Says in how many cells the first factorisation is best, and where it is not. */
  private String verdict(String reference, Errors which) {
    List<String> lost = new ArrayList<>();
    int groups = 0;
    for (String distribution : distinct(Errors.DISTRIBUTION)) {
      Predicate<Item> own = cell -> cell.text(Errors.DISTRIBUTION).equals(distribution);
      for (double size :
          cells.stream()
              .filter(own)
              .mapToDouble(cell -> cell.number(Errors.TRANSITIONS).orElseThrow())
              .distinct()
              .toArray()) {
        groups++;
        String best =
            cells.stream()
                .filter(own)
                .filter(cell -> cell.number(Errors.TRANSITIONS).orElseThrow() == size)
                .min(
                    Comparator.comparingDouble(
                        cell -> cell.number(which.oneStep()).orElse(Double.NaN)))
                .orElseThrow()
                .text(Errors.FACTORISATION);
        if (!best.equals(reference)) {
          lost.add(String.format(Locale.ROOT, "%s at %.0f (%s)", distribution, size, best));
        }
      }
    }
    context.metric(
        (reference + "_best_" + which.oneStep()).replace('-', '_').replace("_error", "")
            + "_share_pct",
        100.0 * (groups - lost.size()) / groups);
    return lost.isEmpty()
        ? reference + " is best in all " + groups + " comparisons."
        : "%s is NOT best everywhere: in %d of %d comparisons another is, %s."
            .formatted(reference, lost.size(), groups, String.join(", ", lost));
  }
}
