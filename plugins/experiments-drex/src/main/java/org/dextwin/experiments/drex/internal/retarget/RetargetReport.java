package org.dextwin.experiments.drex.internal.retarget;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.DoubleStream;
import org.dextwin.api.experiment.ExperimentContext;
import org.dextwin.api.experiment.Item;
import org.dextwin.api.experiment.Plot;
import org.dextwin.api.experiment.Table;
import org.dextwin.api.model.HandModel;
import org.dextwin.mechanics.demonstration.Fault;
import org.dextwin.mechanics.demonstration.HandDemonstration;
import org.dextwin.mechanics.log.Median;

/** Says how close fingertips came to their targets, and which demonstrations are fit. */
final class RetargetReport {

  private final ExperimentContext context;
  private final HandModel hand;
  private final List<Item> rows = new ArrayList<>();
  private final List<Double> errors = new ArrayList<>();
  private int kept;

  RetargetReport(ExperimentContext context, HandModel hand) {
    this.context = context;
    this.hand = hand;
  }

  void add(Retargeted retargeted, List<Fault> faults, String file, boolean isObjectUnchecked) {
    Item byFinger = Item.empty();
    for (var finger : retargeted.tipErrors().entrySet()) {
      double[] seen = seen(finger.getValue());
      byFinger = byFinger.with(finger.getKey(), seen.length == 0 ? Double.NaN : Median.of(seen));
    }
    double[] all =
        retargeted.tipErrors().values().stream()
            .flatMapToDouble(values -> DoubleStream.of(seen(values)))
            .toArray();
    DoubleStream.of(all).forEach(errors::add);
    kept += faults.isEmpty() ? 1 : 0;
    Item row =
        Item.empty()
            .with("demonstration", retargeted.name())
            .with("trajectory", file)
            .with("frames", retargeted.frames())
            .with("gap_frames", retargeted.gaps())
            .with("tip_error_median_m", all.length == 0 ? Double.NaN : Median.of(all))
            .with("tip_error_max_m", Arrays.stream(all).max().orElse(Double.NaN))
            .with("tip_error_median_by_finger_m", byFinger)
            .with("verdict", faults.isEmpty() ? "kept" : "rejected")
            .with("faults", faults.stream().map(fault -> FilterCheck.nameOf(fault.kind())).toList())
            .with(
                "reason",
                faults.stream().map(Fault::explanation).collect(Collectors.joining("; ")));
    rows.add(row);
    context.item(row);
    retargeted.notes().forEach(note -> context.note(retargeted.name(), note));
    if (isObjectUnchecked) {
      context.note(
          retargeted.name(),
          "the human hand is of the other side: the robot's is its mirror image, and where it meets"
              + " the object was not checked");
    }
    context.plot(plot(retargeted));
  }

  private static double[] seen(double[] values) {
    return Arrays.stream(values).filter(value -> !Double.isNaN(value)).toArray();
  }

  private static Plot plot(Retargeted retargeted) {
    double[] times =
        retargeted.demonstration().moments().stream()
            .mapToDouble(HandDemonstration.Moment::time)
            .toArray();
    List<Plot.Series> series = new ArrayList<>();
    retargeted
        .tipErrors()
        .forEach(
            (finger, values) ->
                series.add(
                    new Plot.Series(
                        finger,
                        Plot.Style.LINE,
                        times,
                        Arrays.stream(values).map(value -> 1e3 * value).toArray())));
    String name = retargeted.name().toLowerCase(Locale.ROOT);
    name = name.replaceAll("[^a-z0-9]+", "-").replaceAll("^-|-$", "");
    return new Plot(
        "tip-errors" + (name.isEmpty() ? "" : "-" + name),
        "Fingertips of " + retargeted.name(),
        "time [s]",
        "distance from target [mm]",
        Plot.Scale.LINEAR,
        series);
  }

  void write() {
    context.metric("demonstrations", rows.size());
    context.metric("kept", kept);
    double[] all = errors.stream().mapToDouble(Double::doubleValue).toArray();
    context.metric("tip_error_median_m", all.length == 0 ? Double.NaN : Median.of(all));
    context.metric("tip_error_max_m", Arrays.stream(all).max().orElse(Double.NaN));
    context.table(
        new Table(
            "Human demonstrations on " + hand.robot().name(),
            "Distance of the fingertips from where they were to be, over all frames and fingers, and"
                + " whether the demonstration is fit to learn from.",
            List.of(
                Table.Column.of("demonstration", "demonstration"),
                Table.Column.of("frames", "frames"),
                Table.Column.of("gap_frames", "in gaps"),
                new Table.Column("tip_error_median_m", "median error [mm]", 1e3, 2),
                new Table.Column("tip_error_max_m", "largest [mm]", 1e3, 2),
                Table.Column.of("verdict", "verdict"),
                Table.Column.of("reason", "because")),
            rows));
  }

  void filterChecked(FilterCheck check) {
    context.metric("filter_precision", check.precision());
    context.metric("filter_recall", check.recall());
    check.rows().forEach(row -> context.log("filter", row));
    context.table(
        new Table(
            "The filter on spoilt copies",
            String.format(
                Locale.ROOT,
                "Copies of the kept demonstrations with the noise of a tracker, half of them spoilt:"
                    + " precision %.3f, recall %.3f.",
                check.precision(),
                check.recall()),
            List.of(
                Table.Column.of("injected_fault", "injected fault"),
                Table.Column.of("copies", "copies"),
                Table.Column.of("rejected", "rejected")),
            check.rows()));
  }

  void filterNotChecked() {
    context.metric("filter_precision", Double.NaN);
    context.metric("filter_recall", Double.NaN);
    context.note(
        "The filter was not checked", "no demonstration is fit, so there is nothing to spoil");
  }
}
