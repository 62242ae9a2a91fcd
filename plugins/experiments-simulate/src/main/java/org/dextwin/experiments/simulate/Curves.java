package org.dextwin.experiments.simulate;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.ToDoubleFunction;
import org.dextwin.api.experiment.Plot;
import org.dextwin.api.math.Pose;

/** Plots over time: what bodies, contacts and joints did. */
final class Curves {

  /** More curves than colours and legend tell apart are left to the tables. */
  private static final int MOST_BODIES = 8;

  private static final int JOINTS_PER_PLOT = 4;
  private static final int MOST_JOINT_PLOTS = 12;
  private static final String TIME = "time [s]";
  private static final double MILLI = 1000;

  private final World.Opened world;
  private final Recording recording;
  private final double[] times;
  private final List<String> bodies;

  Curves(World.Opened world, Recording recording) {
    this.world = world;
    this.recording = recording;
    this.times = recording.curve(Moment::time);
    List<String> all = recording.layout().bodies();
    this.bodies = all.subList(0, Math.min(all.size(), MOST_BODIES));
  }

  List<Plot> all() {
    List<Plot> plots = new ArrayList<>();
    if (!bodies.isEmpty()) {
      plots.add(ofBodies("height", "Height", "height [mm]", this::height));
      plots.add(ofBodies("shift", "Horizontal way from the start", "way [mm]", this::shift));
      plots.add(ofBodies("rotation", "Angle from the start", "angle [deg]", this::angle));
    }
    plots.add(contacts());
    plots.addAll(joints());
    return plots;
  }

  /** A curve of every body. */
  @FunctionalInterface
  private interface OfBody {
    double at(Moment moment, int body);
  }

  private double height(Moment moment, int body) {
    return MILLI * moment.poses().get(body).position().z();
  }

  private double shift(Moment moment, int body) {
    var way =
        moment.poses().get(body).position().minus(recording.first().poses().get(body).position());
    return MILLI * Math.hypot(way.x(), way.y());
  }

  private double angle(Moment moment, int body) {
    Pose start = recording.first().poses().get(body);
    return Math.toDegrees(start.rotation().angleTo(moment.poses().get(body).rotation()));
  }

  private Plot ofBodies(String name, String title, String label, OfBody value) {
    List<Plot.Series> series = new ArrayList<>();
    for (int i = 0; i < bodies.size(); i++) {
      int body = i;
      series.add(line(bodies.get(i), moment -> value.at(moment, body)));
    }
    return plot(name, title, label, series);
  }

  private Plot contacts() {
    List<Plot.Series> series = new ArrayList<>();
    bodies.forEach(body -> series.add(line(body, moment -> moment.forceOn(body))));
    series.add(
        new Plot.Series("all contacts", Plot.Style.DASHED, times, recording.curve(Moment::force)));
    return plot("contact-force", "Sum of the normal forces", "force [N]", series);
  }

  /** Joints of one robot that follow each other share a plot. */
  private List<Plot> joints() {
    Map<String, List<Integer>> groups = new LinkedHashMap<>();
    Map<String, Integer> members = new LinkedHashMap<>();
    List<String> joints = recording.layout().joints();
    for (int i = 0; i < joints.size(); i++) {
      String robot = joints.get(i).replaceFirst("/.*", "");
      int group = (members.merge(robot, 1, Integer::sum) - 1) / JOINTS_PER_PLOT;
      groups.computeIfAbsent(robot + "/" + group, ignored -> new ArrayList<>()).add(i);
    }
    List<Plot> plots = new ArrayList<>();
    for (List<Integer> group : groups.values()) {
      if (plots.size() == MOST_JOINT_PLOTS) {
        break;
      }
      plots.add(joints(plots.size() + 1, group));
    }
    return plots;
  }

  private Plot joints(int number, List<Integer> group) {
    List<String> names = recording.layout().joints();
    List<Plot.Series> series = new ArrayList<>();
    for (int joint : group) {
      series.add(line(names.get(joint), moment -> moment.joints().get(joint)));
    }
    for (int joint : group) {
      world
          .drive(names.get(joint))
          .ifPresent(
              drive ->
                  series.add(
                      new Plot.Series(
                          names.get(joint) + " target",
                          Plot.Style.DASHED,
                          times,
                          recording.curve(moment -> moment.targets().get(drive)))));
    }
    String title =
        "Joints from %s to %s"
            .formatted(names.get(group.get(0)), names.get(group.get(group.size() - 1)));
    return plot("joints-" + number, title, "position [rad or m]", series);
  }

  private Plot.Series line(String label, ToDoubleFunction<Moment> value) {
    return new Plot.Series(label, Plot.Style.LINE, times, recording.curve(value));
  }

  private static Plot plot(String name, String title, String label, List<Plot.Series> series) {
    return new Plot(name, title, TIME, label, Plot.Scale.LINEAR, series);
  }
}
