package org.dextwin.dynamics.jointwise;

import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import org.dextwin.api.learning.DynamicsSpec;
import org.dextwin.api.model.JointOrder;
import org.dextwin.api.spi.InvalidInputException;
import org.dextwin.dynamics.jointwise.internal.coding.HistoryCode;
import org.dextwin.learning.checkpoint.Checkpoint;
import org.dextwin.learning.network.Mlp;

/**
 * What a model consists of.
 *
 * @param spec what it sees
 * @param factorisation which joints are predicted together
 * @param widths widths of the hidden layers of each network
 */
record DynamicsShape(DynamicsSpec spec, Factorisation factorisation, List<Integer> widths) {

  DynamicsShape {
    widths = List.copyOf(widths);
  }

  List<List<Integer>> groups() {
    return factorisation.groups(spec.joints());
  }

  HistoryCode code(List<Integer> group) {
    return new HistoryCode(spec.window(), group.size());
  }

  Mlp network(List<Integer> group) {
    return new Mlp(code(group).size(), widths, group.size());
  }

  void save(Checkpoint.Builder file) {
    file.text("factorisation", factorisation.label())
        .text("joint-order", spec.joints().name())
        .text("joints", String.join("\n", spec.joints().joints()))
        .text("period", Double.toString(spec.period()))
        .text("window", String.valueOf(spec.window()))
        .text(
            "layer-widths", widths.stream().map(String::valueOf).collect(Collectors.joining(" ")));
  }

  static DynamicsShape read(Checkpoint file) {
    try {
      String label = file.text("factorisation");
      Factorisation factorisation =
          Arrays.stream(Factorisation.values())
              .filter(it -> it.label().equals(label))
              .findFirst()
              .orElseThrow(() -> new IllegalArgumentException("factorisation '" + label + "'"));
      JointOrder joints =
          new JointOrder(
              file.text("joint-order"), Arrays.asList(file.text("joints").split("\n", -1)));
      DynamicsSpec spec =
          new DynamicsSpec(joints, file.number("period"), Math.toIntExact(file.integer("window")));
      String widths = file.text("layer-widths");
      return new DynamicsShape(
          spec,
          factorisation,
          widths.isEmpty()
              ? List.of()
              : Arrays.stream(widths.split(" ")).map(Integer::valueOf).toList());
    } catch (IllegalArgumentException | ArithmeticException e) {
      throw new InvalidInputException("the checkpoint describes no dynamics model: " + e, e);
    }
  }
}
