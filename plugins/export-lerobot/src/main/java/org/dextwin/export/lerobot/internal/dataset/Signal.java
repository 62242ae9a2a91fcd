package org.dextwin.export.lerobot.internal.dataset;

import java.util.ArrayList;
import java.util.List;
import org.dextwin.devices.record.Alignment;
import org.dextwin.devices.record.Reading;

/**
 * A feature and where its values come from.
 *
 * @param feature the feature
 * @param sources the sources whose numbers it lines up
 * @param quantity which of their numbers
 */
record Signal(Feature feature, List<Integer> sources, Quantity quantity) {

  enum Quantity {
    POSITION,
    VELOCITY,
    EFFORT,
    POSE,
    IMAGE
  }

  /** Names of the numbers of a pose; the quaternion is w first. */
  static final List<String> POSE = List.of("x", "y", "z", "qw", "qx", "qy", "qz");

  /** Returns the numbers of a row. */
  double[] numbers(Alignment.Row row) {
    List<Double> numbers = new ArrayList<>();
    for (int source : sources) {
      for (double number : numbers(row.frames().get(source).reading())) {
        numbers.add(number);
      }
    }
    return numbers.stream().mapToDouble(Double::doubleValue).toArray();
  }

  private double[] numbers(Reading reading) {
    if (reading instanceof Reading.Joints joints) {
      var vector =
          switch (quantity) {
            case VELOCITY -> joints.velocity();
            case EFFORT -> joints.effort();
            default -> joints.position();
          };
      return vector.values(vector.order());
    } else if (reading instanceof Reading.Command command) {
      return command.position().values(command.position().order());
    } else if (reading instanceof Reading.Tracked tracked) {
      var p = tracked.pose().position();
      var q = tracked.pose().rotation();
      return new double[] {p.x(), p.y(), p.z(), q.w(), q.x(), q.y(), q.z()};
    }
    throw new IllegalStateException("an image has no numbers");
  }

  Reading.Image image(Alignment.Row row) {
    return (Reading.Image) row.frames().get(sources.get(0)).reading();
  }
}
