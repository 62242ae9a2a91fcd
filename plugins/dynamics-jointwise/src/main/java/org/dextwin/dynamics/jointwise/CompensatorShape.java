package org.dextwin.dynamics.jointwise;

import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import org.dextwin.api.learning.DynamicsSpec;
import org.dextwin.api.spi.InvalidInputException;
import org.dextwin.dynamics.jointwise.internal.coding.HistoryCode;
import org.dextwin.learning.checkpoint.Checkpoint;
import org.dextwin.learning.network.Mlp;
import org.dextwin.learning.network.Network;
import org.dextwin.learning.network.Repeated;

/**
 * What changes of targets are computed from, and by what.
 *
 * @param spec what the dynamics see
 * @param kind by joint or for the whole hand
 * @param bound largest change [rad]
 * @param widths widths of the hidden layers
 */
record CompensatorShape(DynamicsSpec spec, Kind kind, double bound, List<Integer> widths) {

  /** Which histories a change of a target is computed from. */
  enum Kind {
    /** One network for every joint, which sees the history of that joint (Fey et al., 2025). */
    UAN("uan"),
    /** One network for all joints together (He et al., 2025). */
    ASAP("asap");

    private final String label;

    Kind(String label) {
      this.label = label;
    }

    String label() {
      return label;
    }
  }

  CompensatorShape {
    widths = List.copyOf(widths);
  }

  int joints() {
    return spec.joints().size();
  }

  /** Joints of a row. */
  private int group() {
    return kind == Kind.UAN ? 1 : joints();
  }

  HistoryCode code() {
    return new HistoryCode(spec.window(), group());
  }

  Network network() {
    Mlp row = new Mlp(code().size(), widths, group());
    return kind == Kind.UAN ? new Repeated(row, joints()) : row;
  }

  /**
   * Writes what the network sees, before it is scaled: a row for each joint, or one for all.
   *
   * @param history as dynamics models see it
   * @param from first number to read
   * @param inputs where to write
   * @param to first number to write
   */
  void encode(float[] history, int from, float[] inputs, int to) {
    HistoryCode code = code();
    float[] rows = new float[code.size()];
    for (int row = 0; row < joints() / group(); row++) {
      for (int k = 0; k < 2 * spec.window(); k++) { // positions and targets in turn
        for (int i = 0; i < group(); i++) {
          rows[k * group() + i] = history[from + k * joints() + row + i];
        }
      }
      code.encode(rows, 0, inputs, to + row * code.size());
    }
  }

  /** Adds derivatives with respect to the inputs to those with respect to the history. */
  void pullBack(float[] inputs, int from, float[] history, int to) {
    HistoryCode code = code();
    float[] rows = new float[code.size()];
    for (int row = 0; row < joints() / group(); row++) {
      code.pullBack(inputs, from + row * code.size(), rows, 0);
      for (int k = 0; k < 2 * spec.window(); k++) {
        for (int i = 0; i < group(); i++) {
          history[to + k * joints() + row + i] += rows[k * group() + i];
        }
      }
    }
  }

  /** Place of a joint's last target in a history. */
  int lastTarget(int joint) {
    return spec.positionAt(spec.window() - 1, joint) + joints();
  }

  /** The change of a target for an output of the network [rad]. */
  float change(float output) {
    return (float) (bound * Math.tanh(output));
  }

  /** Its derivative. */
  double slope(float output) {
    double t = Math.tanh(output);
    return bound * (1 - t * t);
  }

  void save(Checkpoint.Builder file) {
    file.text("compensator", kind.label())
        .text("bound", Double.toString(bound))
        .text(
            "compensator-widths",
            widths.stream().map(String::valueOf).collect(Collectors.joining(" ")));
  }

  static CompensatorShape read(Checkpoint file, DynamicsSpec spec) {
    String label = file.text("compensator");
    String widths = file.text("compensator-widths");
    try {
      return new CompensatorShape(
          spec,
          Arrays.stream(Kind.values())
              .filter(kind -> kind.label.equals(label))
              .findFirst()
              .orElseThrow(() -> new IllegalArgumentException("compensator '" + label + "'")),
          file.number("bound"),
          widths.isEmpty()
              ? List.of()
              : Arrays.stream(widths.split(" ")).map(Integer::valueOf).toList());
    } catch (IllegalArgumentException e) {
      throw new InvalidInputException("the checkpoint describes no compensator: " + e, e);
    }
  }
}
