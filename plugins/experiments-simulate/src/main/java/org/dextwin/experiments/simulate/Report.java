package org.dextwin.experiments.simulate;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.OptionalDouble;
import org.dextwin.api.experiment.ExperimentContext;
import org.dextwin.api.experiment.Item;
import org.dextwin.api.experiment.Table;
import org.dextwin.api.math.Pose;
import org.dextwin.api.math.Twist;

/** Says in numbers, tables and plots what happened in a world. */
final class Report {

  /** Bodies with a metric of their own; items describe all of them. */
  private static final int MOST_METRICS = 20;

  private final World.Opened world;
  private final Recording recording;
  private final List<Moment> moments;

  Report(World.Opened world, Recording recording) {
    this.world = world;
    this.recording = recording;
    this.moments = recording.moments();
  }

  void write(ExperimentContext context) {
    metrics(context);
    List<Item> objects = objects();
    objects.forEach(context::item);
    List<Item> joints = joints();
    joints.forEach(context::item);
    summary(context);
    if (!objects.isEmpty()) {
      context.table(objectTable(objects));
    }
    if (!joints.isEmpty()) {
      context.table(jointTable(joints));
    }
    new Curves(world, recording).all().forEach(context::plot);
    world.notes().forEach(note -> context.note(world.name(), note));
  }

  private void metrics(ExperimentContext context) {
    double seconds = recording.last().time();
    context.metric("simulated_s", seconds);
    context.metric("time_step_s", recording.timeStep());
    context.metric("steps", (double) recording.steps());
    context.metric("steps_per_second", recording.steps() / recording.wallSeconds());
    context.metric("real_time_factor", seconds / recording.wallSeconds());
    context.metric("contacts_mean", mean(recording.curve(it -> it.contacts().size())));
    context.metric("contacts_max", largest(recording.curve(it -> it.contacts().size())));
    context.metric("contact_force_max_n", largest(recording.curve(Moment::force)));
    context.metric("penetration_max_m", largest(recording.curve(Moment::penetration)));
    if (!recording.layout().joints().isEmpty()) {
      double fastest = 0;
      for (int joint = 0; joint < recording.layout().joints().size(); joint++) {
        fastest = Math.max(fastest, recording.fastest(joint));
      }
      context.metric("joint_speed_max_rad_s", fastest);
    }
    if (!world.masses().isEmpty()) {
      Energy energy = new Energy(world, recording.layout());
      context.metric("objects_energy_start_j", energy.of(recording.first()));
      context.metric("objects_energy_final_j", energy.of(recording.last()));
    }
    List<String> bodies = recording.layout().bodies();
    for (int i = 0; i < Math.min(bodies.size(), MOST_METRICS); i++) {
      double height = recording.last().poses().get(i).position().z();
      context.metric(bodies.get(i) + "_final_height_m", height);
    }
  }

  private List<Item> objects() {
    List<Item> items = new ArrayList<>();
    for (int i = 0; i < recording.layout().bodies().size(); i++) {
      items.add(object(i));
    }
    return items;
  }

  private Item object(int index) {
    String name = recording.layout().bodies().get(index);
    double[] heights = recording.curve(it -> it.poses().get(index).position().z());
    double[] forces = recording.curve(it -> it.forceOn(name));
    Pose start = recording.first().poses().get(index);
    Pose end = recording.last().poses().get(index);
    Twist twist = recording.last().twists().get(index);
    List<String> touching = recording.last().touching(name);
    return Item.empty()
        .with("object", name)
        .with("start_height_m", heights[0])
        .with("lowest_height_m", smallest(heights))
        .with("highest_height_m", largest(heights))
        .with("final_height_m", heights[heights.length - 1])
        .with("displacement_m", start.position().distanceTo(end.position()))
        .with("rotation_rad", start.rotation().angleTo(end.rotation()))
        .with("final_speed_m_s", twist.linear().norm())
        .with("final_angular_speed_rad_s", twist.angular().norm())
        .with("contact_force_max_n", largest(forces))
        .with("final_contact_force_n", forces[forces.length - 1])
        .with("touches", String.join(", ", wholes(touching)))
        .with("touches_links", String.join(", ", touching));
  }

  /** Robots instead of their links, each once. */
  private static List<String> wholes(List<String> bodies) {
    return bodies.stream().map(body -> body.replaceFirst("/.*", "")).distinct().toList();
  }

  private List<Item> joints() {
    List<Item> items = new ArrayList<>();
    for (int i = 0; i < recording.layout().joints().size(); i++) {
      items.add(joint(i));
    }
    return items;
  }

  private Item joint(int index) {
    String name = recording.layout().joints().get(index);
    double[] positions = recording.curve(it -> it.joints().get(index));
    double end = positions[positions.length - 1];
    Item item =
        Item.empty()
            .with("joint", name)
            .with("start", positions[0])
            .with("lowest", smallest(positions))
            .with("highest", largest(positions))
            .with("final", end)
            .with("speed_max", recording.fastest(index));
    OptionalDouble target = world.drive(name).stream().mapToDouble(this::lastTarget).findFirst();
    return target.isPresent()
        ? item.with("final_target", target.getAsDouble())
            .with("final_error", end - target.getAsDouble())
        : item;
  }

  private double lastTarget(int drive) {
    return recording.last().targets().get(drive);
  }

  private void summary(ExperimentContext context) {
    double seconds = recording.last().time();
    Item row =
        Item.empty()
            .with("simulated_s", seconds)
            .with("steps", recording.steps())
            .with("steps_per_second", recording.steps() / recording.wallSeconds())
            .with("real_time_factor", seconds / recording.wallSeconds())
            .with("contacts_mean", mean(recording.curve(it -> it.contacts().size())))
            .with("contact_force_max_n", largest(recording.curve(Moment::force)))
            .with("penetration_max_m", largest(recording.curve(Moment::penetration)));
    context.table(
        new Table(
            "Run",
            "Speed is that of the engine alone. Contacts, forces and penetration are those of %d"
                    .formatted(moments.size())
                + " moments, evenly spread; between them there may be more.",
            List.of(
                new Table.Column("simulated_s", "simulated [s]", 1, 3),
                Table.Column.of("steps", "steps"),
                new Table.Column("steps_per_second", "steps/s", 1, 0),
                new Table.Column("real_time_factor", "times real time", 1, 2),
                new Table.Column("contacts_mean", "contacts, mean", 1, 1),
                new Table.Column("contact_force_max_n", "normal forces, max [N]", 1, 2),
                new Table.Column("penetration_max_m", "penetration, max [mm]", 1000, 3)),
            List.of(row)));
  }

  private static Table objectTable(List<Item> rows) {
    return new Table(
        "Objects",
        "Heights are those of the bodies' origins above the world's. Speed and force are those of"
            + " the end; the force is the sum of all normal forces, whatever their directions.",
        List.of(
            Table.Column.of("object", "object"),
            new Table.Column("start_height_m", "height at start [mm]", 1000, 1),
            new Table.Column("final_height_m", "at the end [mm]", 1000, 1),
            new Table.Column("displacement_m", "moved by [mm]", 1000, 1),
            new Table.Column("rotation_rad", "turned by [deg]", Math.toDegrees(1), 1),
            new Table.Column("final_speed_m_s", "speed [mm/s]", 1000, 1),
            new Table.Column("final_contact_force_n", "force [N]", 1, 2),
            Table.Column.of("touches", "touches")),
        rows);
  }

  private static Table jointTable(List<Item> rows) {
    List<Table.Column> columns = new ArrayList<>();
    columns.add(Table.Column.of("joint", "joint"));
    columns.add(new Table.Column("start", "start [rad or m]", 1, 3));
    columns.add(new Table.Column("final", "end [rad or m]", 1, 3));
    if (rows.stream().anyMatch(row -> row.number("final_target").isPresent())) {
      columns.add(new Table.Column("final_target", "target at the end", 1, 3));
      columns.add(new Table.Column("final_error", "error at the end", 1, 3));
    }
    columns.add(new Table.Column("speed_max", "speed, max [rad/s or m/s]", 1, 2));
    return new Table("Joints", "Speeds are the largest of all steps.", columns, rows);
  }

  private static double mean(double[] values) {
    return Arrays.stream(values).average().orElseThrow();
  }

  private static double smallest(double[] values) {
    return Arrays.stream(values).min().orElseThrow();
  }

  private static double largest(double[] values) {
    return Arrays.stream(values).max().orElseThrow();
  }
}
