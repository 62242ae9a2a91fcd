package org.dextwin.export.lerobot.internal.csv;

import java.util.ArrayList;
import java.util.List;
import org.dextwin.api.model.JointOrder;
import org.dextwin.api.model.JointVector;
import org.dextwin.devices.record.Reading;
import org.dextwin.devices.record.Source;

/** Names and values of what a source says. */
final class Columns {

  private static final List<String> MEASURED = List.of("position", "velocity", "effort");
  private static final List<String> COMMANDED = List.of("position");
  private static final List<String> POSE =
      List.of("frame", "body", "x", "y", "z", "qw", "qx", "qy", "qz");
  private static final List<String> IMAGE = List.of("file");

  private Columns() {}

  /** Columns with the joints' numbers, as DexTwin reads joint logs. */
  static List<String> numbered(Source source) {
    return names(source, false);
  }

  /** Columns with the joints' names. */
  static List<String> named(Source source) {
    return names(source, true).stream().map(name -> source.name() + "." + name).toList();
  }

  private static List<String> names(Source source, boolean byName) {
    return switch (source.kind()) {
      case JOINTS -> joints(source, MEASURED, byName);
      case COMMAND -> joints(source, COMMANDED, byName);
      case POSE -> POSE;
      case IMAGE -> IMAGE;
    };
  }

  private static List<String> joints(Source source, List<String> quantities, boolean byName) {
    List<String> joints = source.order().map(JointOrder::joints).orElseThrow();
    List<String> names = new ArrayList<>();
    for (String quantity : quantities) {
      for (int i = 0; i < joints.size(); i++) {
        names.add(byName ? quantity + "." + joints.get(i) : quantity + "_" + i);
      }
    }
    return names;
  }

  /** Values of a reading; of an image, the file that holds it. */
  static List<String> values(Reading reading, String file) {
    List<String> values = new ArrayList<>();
    if (reading instanceof Reading.Joints joints) {
      add(values, joints.position());
      add(values, joints.velocity());
      add(values, joints.effort());
    } else if (reading instanceof Reading.Command command) {
      add(values, command.position());
    } else if (reading instanceof Reading.Tracked tracked) {
      var p = tracked.pose().position();
      var q = tracked.pose().rotation();
      values.addAll(List.of(tracked.pose().frame(), tracked.pose().body()));
      for (double number : new double[] {p.x(), p.y(), p.z(), q.w(), q.x(), q.y(), q.z()}) {
        values.add(Double.toString(number));
      }
    } else {
      values.add(file);
    }
    return values;
  }

  private static void add(List<String> values, JointVector vector) {
    for (double value : vector.values(vector.order())) {
      values.add(Double.toString(value));
    }
  }
}
