package org.dextwin.experiments.drex.internal.grasp;

import java.util.ArrayList;
import java.util.DoubleSummaryStatistics;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Set;
import java.util.TreeMap;
import org.dextwin.api.experiment.ExperimentContext;
import org.dextwin.api.experiment.Item;
import org.dextwin.api.experiment.Plot;
import org.dextwin.api.experiment.Table;
import org.dextwin.api.experiment.Table.Column;

/**
 * Shows the cells of a study.
 *
 * @param title title of the table
 * @param caption what it shows, and what the paper printed
 * @param axis what the plot is drawn over
 */
record StudyReport(String title, String caption, Axis axis) {

  /** What success is drawn over. */
  enum Axis {
    /** The object's mass. */
    MASS(Cell.EVAL, "mass [kg]"),
    /** The number of demonstrations. */
    DEMONSTRATIONS(Cell.DEMONSTRATIONS, "demonstrations"),
    /** Nothing. */
    NONE("", "");

    private final String key;
    private final String label;

    Axis(String key, String label) {
      this.key = key;
      this.label = label;
    }
  }

  void show(ExperimentContext context, List<Item> trainings, List<Item> cells) {
    if (!cells.isEmpty()) {
      context.table(matrix(title, caption, cells, Cell.SUCCESSES, Cell.TRIALS));
      List<Item> heavy =
          cells.stream().filter(it -> it.number(Cell.HEAVY_TRIALS).isPresent()).toList();
      if (!heavy.isEmpty()) {
        context.table(
            matrix(
                "Heavier half",
                "The same trials, those with masses above the median alone.",
                heavy,
                Cell.HEAVY_SUCCESSES,
                Cell.HEAVY_TRIALS));
      }
      context.table(details(cells));
    }
    if (!trainings.isEmpty()) {
      context.table(
          new Table(
              "Trainings",
              "What each policy learned from, and how long that took.",
              List.of(
                  Column.of("training", "training"),
                  Column.of(Cell.DEMONSTRATIONS, "demonstrations"),
                  new Column(Cell.SECONDS, "time [s]", 1, 1)),
              trainings));
    }
    Plot forces = overTime(cells);
    if (!forces.series().isEmpty()) {
      context.plot(forces);
    }
    if (axis != Axis.NONE) {
      Plot plot = plot(cells);
      if (!plot.series().isEmpty()) {
        context.plot(plot);
      }
    }
  }

  /** Mean force of the hand on the object from the lift on, one curve per policy. */
  private static Plot overTime(List<Item> cells) {
    Map<String, NavigableMap<Double, DoubleSummaryStatistics>> curves = new LinkedHashMap<>();
    for (Item cell : cells) {
      if (cell.values().get(Cell.OVER_TIME) instanceof List<?> times) {
        for (Object each : times) {
          if (each instanceof Map<?, ?> now
              && now.get(Cell.TIME) instanceof Number time
              && now.get(Cell.HAND_FORCE) instanceof Number force) {
            curves
                .computeIfAbsent(cell.text(Cell.POLICY), name -> new TreeMap<>())
                .computeIfAbsent(time.doubleValue(), t -> new DoubleSummaryStatistics())
                .accept(force.doubleValue());
          }
        }
      }
    }
    List<Plot.Series> series = new ArrayList<>();
    curves.forEach(
        (name, curve) ->
            series.add(
                new Plot.Series(
                    name,
                    Plot.Style.LINE,
                    curve.keySet().stream().mapToDouble(t -> t).toArray(),
                    curve.values().stream()
                        .mapToDouble(DoubleSummaryStatistics::getAverage)
                        .toArray())));
    return new Plot(
        "force-over-time",
        "Force of the hand on the object: lift, then hold; attempts still under way",
        "time since the lift began [s]",
        "sum of normal forces [N]",
        Plot.Scale.LINEAR,
        series);
  }

  private static Table matrix(
      String title, String caption, List<Item> cells, String successes, String trials) {
    List<Column> columns = new ArrayList<>();
    columns.add(Column.of(Cell.POLICY, "policy"));
    Set<String> cases = new LinkedHashSet<>();
    cells.forEach(cell -> cases.add(cell.text(Cell.CASE)));
    cases.forEach(name -> columns.add(Column.of(name, name)));
    Set<String> policies = new LinkedHashSet<>();
    cells.forEach(cell -> policies.add(cell.text(Cell.POLICY)));
    List<Item> rows = new ArrayList<>();
    for (String policy : policies) {
      Item row = Item.empty().with(Cell.POLICY, policy);
      for (Item cell : cells) {
        if (cell.text(Cell.POLICY).equals(policy)) {
          row = row.with(cell.text(Cell.CASE), Cell.text(cell, successes, trials));
        }
      }
      rows.add(row);
    }
    return new Table(title, caption, columns, rows);
  }

  private static Table details(List<Item> cells) {
    List<Item> rows = new ArrayList<>();
    for (Item cell : cells) {
      rows.add(cell.with(Cell.CAUSES, ends(cell)));
    }
    return new Table(
        "How attempts ended",
        "Ends of all attempts; mean number of touching fingers and their mean normal force during"
            + " lift and hold, and how far the object moved in the hand.",
        List.of(
            Column.of(Cell.POLICY, "policy"),
            Column.of(Cell.CASE, "case"),
            Column.of(Cell.CAUSES, "ends"),
            new Column(Cell.CONTACTS, "contacts", 1, 1),
            new Column(Cell.FORCE, "force [N]", 1, 2),
            new Column(Cell.SLIP, "slip [mm]", 1000, 1)),
        rows);
  }

  private static String ends(Item cell) {
    if (!(cell.values().get(Cell.CAUSES) instanceof Map<?, ?> causes)) {
      return "";
    }
    List<String> ends = new ArrayList<>();
    causes.forEach((cause, count) -> ends.add(count + " " + cause));
    return String.join(", ", ends);
  }

  /** Success with its interval, one curve per policy, or per condition where cases have one. */
  private Plot plot(List<Item> cells) {
    Set<String> names = new LinkedHashSet<>();
    cells.forEach(cell -> names.add(curve(cell)));
    List<Plot.Series> series = new ArrayList<>();
    for (String name : names) {
      List<Item> own =
          cells.stream()
              .filter(cell -> curve(cell).equals(name))
              .filter(cell -> cell.number(axis.key).isPresent())
              .filter(cell -> cell.number(Cell.RATE).isPresent())
              .toList();
      if (own.isEmpty()) {
        continue;
      }
      double[] x = own.stream().mapToDouble(it -> it.number(axis.key).orElseThrow()).toArray();
      double[] y = own.stream().mapToDouble(it -> it.number(Cell.RATE).orElseThrow()).toArray();
      series.add(new Plot.Series(name, Plot.Style.POINTS, x, y));
      double[] ends = new double[3 * x.length];
      double[] places = new double[3 * x.length];
      for (int i = 0; i < x.length; i++) {
        places[3 * i] = x[i];
        places[3 * i + 1] = x[i];
        places[3 * i + 2] = x[i];
        ends[3 * i] = own.get(i).number(Cell.LOW).orElseThrow();
        ends[3 * i + 1] = own.get(i).number(Cell.HIGH).orElseThrow();
        ends[3 * i + 2] = Double.NaN;
      }
      series.add(new Plot.Series(name + ", 95 %", Plot.Style.LINE, places, ends));
    }
    return new Plot("success", title, axis.label, "success", Plot.Scale.LINEAR, series);
  }

  /** Policies that differ in the number of demonstrations alone make one curve. */
  private String curve(Item cell) {
    String condition = cell.text(Cell.CONDITION);
    if (axis == Axis.DEMONSTRATIONS) {
      return cell.text(Cell.CASE);
    }
    return condition.isEmpty() ? cell.text(Cell.POLICY) : condition;
  }
}
