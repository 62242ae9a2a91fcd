package org.dextwin.experiments.dexndm.internal.identify;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.stream.DoubleStream;
import org.dextwin.api.experiment.ExperimentContext;
import org.dextwin.api.experiment.Item;
import org.dextwin.api.experiment.Plot;
import org.dextwin.api.experiment.Table;
import org.dextwin.api.experiment.Table.Column;
import org.dextwin.api.model.Actuator;
import org.dextwin.api.model.Joint;
import org.dextwin.api.model.Link;
import org.dextwin.api.model.MassProperties;
import org.dextwin.api.model.RobotModel;
import org.dextwin.experiments.dexndm.internal.identify.IdentifiedHand.Distance;
import org.dextwin.experiments.dexndm.internal.identify.IdentifiedHand.Identified;
import org.dextwin.experiments.dexndm.internal.identify.Unknown.Kind;
import org.dextwin.learning.statistics.Bootstrap.Statistic;

/**
 * Shows what was identified, beside what is true where that is known, and writes it down for use.
 *
 * <p><i>Thread safety</i>: confined.
 *
 * <p><i>References</i>: DexNDM, Tables 11 and 12.
 *
 * @param context where to report to
 * @param truth the hand as it truly is
 */
public record HandReport(ExperimentContext context, Optional<RobotModel> truth) {

  /** File of the numbers, for use. */
  private static final String FILE = "identified.conf";

  private static final double GRAMS = 1000;
  private static final double MILLI = 1000;

  /**
   * Shows a hand.
   *
   * @param hand what was identified
   */
  public void show(IdentifiedHand hand) {
    List<Item> joints = hand.distances().stream().map(it -> joint(hand, it)).toList();
    List<Item> links =
        hand.numbers().stream().filter(it -> it.kind() == Kind.MASS).map(this::link).toList();
    joints.forEach(context::item);
    links.forEach(context::item);
    context.table(ofJoints(joints));
    if (!links.isEmpty()) {
      context.table(ofLinks(links));
    }
    plot(joints);
    measure(joints, links);
    showDelays(hand);
    CalibrationFile.write(context.folder().resolve(FILE), hand);
    context.note(
        "Use",
        "world { include \""
            + FILE
            + "\" } gives the hand of a task these numbers; masses that were not identified stay"
            + " the model's."
            + (hand.isExact()
                ? ""
                : " The engine has no gradients: derivatives are central differences."));
  }

  private Item joint(IdentifiedHand hand, Distance distance) {
    String name = distance.joint();
    Optional<Actuator> actuator =
        truth.flatMap(
            it -> it.actuators().stream().filter(a -> a.joint().equals(name)).findFirst());
    Optional<Joint> joint =
        truth.flatMap(it -> it.joints().stream().filter(j -> j.name().equals(name)).findFirst());
    Item row = Item.empty().with("kind", "joint").with("joint", name);
    row = compared(row, "kp", hand.find(Kind.POSITION_GAIN, name), actuator.map(Actuator::kp));
    row = compared(row, "kd", hand.find(Kind.VELOCITY_GAIN, name), actuator.map(Actuator::kd));
    OptionalDouble worst = errors(List.of(row), "kp_error_pct", "kd_error_pct").max();
    if (worst.isPresent()) {
      row = row.with("error_pct", worst.getAsDouble());
    }
    row = found(row, "friction_nm", hand.find(Kind.FRICTION, name));
    if (joint.isPresent()) {
      row = row.with("true_friction_nm", joint.get().friction());
    }
    row = found(row, "backlash_rad", hand.find(Kind.BACKLASH, name));
    return row.with("nominal_distance_rad", distance.nominal())
        .with("identified_distance_rad", distance.identified());
  }

  private Item link(Identified mass) {
    Optional<Double> trueMass =
        truth.map(it -> it.link(mass.subject())).flatMap(Link::mass).map(MassProperties::mass);
    Item row = Item.empty().with("kind", "link").with("link", mass.subject());
    return compared(row, "mass_kg", Optional.of(mass), trueMass)
        .with("identified", mass.isIdentified());
  }

  private static Item found(Item row, String key, Optional<Identified> number) {
    return number
        .map(
            it ->
                row.with(key, it.value())
                    .with(key + "_low", it.low())
                    .with(key + "_high", it.high()))
        .orElse(row);
  }

  /** Adds a number, that of the model and the true one. */
  private static Item compared(
      Item row, String key, Optional<Identified> number, Optional<Double> trueValue) {
    if (number.isEmpty()) {
      return row;
    }
    Item extended = found(row, key, number).with("nominal_" + key, number.get().nominal());
    return trueValue
        .map(
            it ->
                extended
                    .with("true_" + key, it)
                    .with(key + "_error_pct", 100 * Math.abs(number.get().value() / it - 1)))
        .orElse(extended);
  }

  private static DoubleStream errors(List<Item> rows, String... keys) {
    return rows.stream().flatMapToDouble(row -> DoubleStream.of(numbers(row, keys)));
  }

  private static double[] numbers(Item row, String... keys) {
    return List.of(keys).stream().flatMapToDouble(key -> row.number(key).stream()).toArray();
  }

  private static Table ofJoints(List<Item> rows) {
    List<Column> columns = new ArrayList<>();
    columns.add(Column.of("joint", "joint"));
    addNumber(columns, "kp", "kp [N m/rad]", 1, 3);
    addNumber(columns, "kd", "kd [N m s/rad]", 1, 4);
    columns.add(new Column("friction_nm", "friction [mN m]", MILLI, 1));
    columns.add(new Column("backlash_rad", "backlash [mrad]", MILLI, 1));
    columns.add(new Column("nominal_distance_rad", "model off by [mrad]", MILLI, 2));
    columns.add(new Column("identified_distance_rad", "identified off by [mrad]", MILLI, 2));
    return new Table(
        "Identified gains",
        "Gains with their 95 % intervals (DexNDM, Table 11), which hold if the engine can do all that"
            + " the hand does, dry friction and backlash, and how far joints are, root mean square, from recordings that were kept apart, with the"
            + " numbers of the model and with those that were identified.",
        shown(columns, rows),
        rows);
  }

  /** Columns of which there is something to show. */
  private static List<Column> shown(List<Column> columns, List<Item> rows) {
    return columns.stream()
        .filter(column -> rows.stream().anyMatch(row -> row.values().containsKey(column.key())))
        .toList();
  }

  private static Table ofLinks(List<Item> rows) {
    List<Column> columns = new ArrayList<>();
    columns.add(Column.of("link", "link"));
    addNumber(columns, "mass_kg", "mass [g]", GRAMS, 1);
    columns.add(Column.of("identified", "identified"));
    return new Table(
        "Identified masses",
        "Masses of links with their 95 % intervals (DexNDM, Table 12). Those that move joints too"
            + " little are not identified; what is shown of them is what was assumed.",
        shown(columns, rows),
        rows);
  }

  private static void addNumber(
      List<Column> columns, String key, String heading, double scale, int decimals) {
    columns.add(new Column("nominal_" + key, "model's " + heading, scale, decimals));
    columns.add(new Column(key, heading, scale, decimals));
    columns.add(new Column(key + "_low", "from", scale, decimals));
    columns.add(new Column(key + "_high", "to", scale, decimals));
    columns.add(new Column("true_" + key, "true", scale, decimals));
    columns.add(new Column(key + "_error_pct", "error [%]", 1, 1));
  }

  private void plot(List<Item> joints) {
    double[] x = new double[joints.size()];
    for (int j = 0; j < x.length; j++) {
      x[j] = j + 1;
    }
    for (String gain : List.of("kp", "kd")) {
      if (joints.stream().allMatch(it -> it.number(gain).isEmpty())) {
        continue;
      }
      List<Plot.Series> series = new ArrayList<>();
      series.add(new Plot.Series("model", Plot.Style.DASHED, x, all(joints, "nominal_" + gain)));
      series.add(new Plot.Series("identified", Plot.Style.POINTS, x, all(joints, gain)));
      if (truth.isPresent()) {
        series.add(new Plot.Series("true", Plot.Style.LINE, x, all(joints, "true_" + gain)));
      }
      context.plot(
          new Plot(
              "gains-" + gain,
              "Gains " + gain + " of the joints",
              "joint, in the order of the table",
              gain.equals("kp") ? "kp [N m/rad]" : "kd [N m s/rad]",
              Plot.Scale.LINEAR,
              series));
    }
  }

  private static double[] all(List<Item> rows, String key) {
    return rows.stream().mapToDouble(it -> it.number(key).orElse(Double.NaN)).toArray();
  }

  private void measure(List<Item> joints, List<Item> links) {
    double[] gains = errors(joints, "kp_error_pct", "kd_error_pct").toArray();
    if (gains.length > 0) {
      context.metric("worst_gain_error_pct", DoubleStream.of(gains).max().orElseThrow());
      context.metric("median_gain_error_pct", Statistic.MEDIAN.of(gains));
    }
    context.metric("n", joints.stream().mapToInt(it -> numbers(it, "kp", "kd").length).sum());
    List<Item> identified =
        links.stream().filter(it -> Boolean.TRUE.equals(it.values().get("identified"))).toList();
    double[] masses = errors(identified, "mass_kg_error_pct").toArray();
    if (masses.length > 0) {
      context.metric("worst_mass_error_pct", DoubleStream.of(masses).max().orElseThrow());
      context.metric("median_mass_error_pct", Statistic.MEDIAN.of(masses));
    }
    context.metric("identified_masses", identified.size());
    context.metric("masses", links.size());
    context.metric("nominal_distance_rad", rootMeanSquare(joints, "nominal_distance_rad"));
    context.metric("identified_distance_rad", rootMeanSquare(joints, "identified_distance_rad"));
  }

  private static double rootMeanSquare(List<Item> rows, String key) {
    return Math.sqrt(DoubleStream.of(all(rows, key)).map(it -> it * it).average().orElse(0));
  }

  private void showDelays(IdentifiedHand hand) {
    List<String> delays =
        hand.numbers().stream()
            .filter(it -> it.kind() == Kind.DELAY)
            .map(
                it ->
                    String.format(
                        Locale.ROOT,
                        "%s %.1f ms (%.1f to %.1f)",
                        it.subject(),
                        MILLI * it.value(),
                        MILLI * it.low(),
                        MILLI * it.high()))
            .toList();
    if (!delays.isEmpty()) {
      context.note("Delays of targets", String.join(", ", delays) + ".");
    }
  }
}
