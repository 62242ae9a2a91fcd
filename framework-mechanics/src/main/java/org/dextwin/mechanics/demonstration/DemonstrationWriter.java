package org.dextwin.mechanics.demonstration;

import java.io.BufferedWriter;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.dextwin.api.math.Pose;
import org.dextwin.api.model.JointOrder;

/**
 * Writes demonstrations as CSV: a first line that declares the order of the joints, a header, then
 * one row per moment: time [s], joint positions [rad], pose of the palm and of the object (x, y, z
 * [m], then the quaternion, w first). What was not seen is empty.
 *
 * <p><i>Thread safety</i>: thread-safe; holds no state.
 */
public final class DemonstrationWriter {

  private static final List<String> POSE = List.of("x", "y", "z", "qw", "qx", "qy", "qz");

  private DemonstrationWriter() {}

  /**
   * Writes a demonstration.
   *
   * @param file the file; overwritten
   * @param demonstration what the hand did
   * @param order the order of the joints
   * @throws UncheckedIOException if it cannot be written
   */
  public static void write(Path file, HandDemonstration demonstration, JointOrder order) {
    try (BufferedWriter out = Files.newBufferedWriter(file)) {
      out.write("# joint-order: " + order.name() + "\n");
      out.write(String.join(",", header(order)) + "\n");
      for (HandDemonstration.Moment moment : demonstration.moments()) {
        out.write(String.join(",", row(moment, order)) + "\n");
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static List<String> header(JointOrder order) {
    List<String> names = new ArrayList<>(List.of("timestamp"));
    for (int joint = 0; joint < order.size(); joint++) {
      names.add("position_" + joint);
    }
    POSE.forEach(name -> names.add("palm_" + name));
    POSE.forEach(name -> names.add("object_" + name));
    return names;
  }

  private static List<String> row(HandDemonstration.Moment moment, JointOrder order) {
    List<String> fields = new ArrayList<>();
    fields.add(text(moment.time()));
    for (int joint = 0; joint < order.size(); joint++) {
      String name = order.joints().get(joint);
      fields.add(moment.hand().map(hand -> text(hand.positions().get(name))).orElse(""));
    }
    fields.addAll(pose(moment.hand().map(HandDemonstration.Hand::palm)));
    fields.addAll(pose(moment.object()));
    return fields;
  }

  private static List<String> pose(Optional<Pose> pose) {
    double[] values = new double[POSE.size()];
    pose.ifPresent(
        it -> {
          it.position().copyTo(values, 0);
          it.rotation().copyTo(values, 3);
        });
    List<String> fields = new ArrayList<>();
    for (double value : values) {
      fields.add(pose.isPresent() ? text(value) : "");
    }
    return fields;
  }

  private static String text(double value) {
    return String.format(Locale.ROOT, "%.6f", value);
  }
}
