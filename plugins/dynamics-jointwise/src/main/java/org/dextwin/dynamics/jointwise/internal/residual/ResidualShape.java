package org.dextwin.dynamics.jointwise.internal.residual;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.dextwin.api.model.JointOrder;
import org.dextwin.api.spi.InvalidInputException;
import org.dextwin.dynamics.jointwise.internal.coding.HistoryCode;
import org.dextwin.learning.checkpoint.Checkpoint;
import org.dextwin.learning.network.ResidualMlp;
import org.dextwin.learning.proprioception.Proprioception;

/**
 * What corrections are computed from, and by what.
 *
 * @param body layout of observations and actions
 * @param bound largest correction [rad]
 * @param width width of the network
 * @param blocks residual blocks of the network
 */
record ResidualShape(Proprioception body, double bound, int width, int blocks) {

  int joints() {
    return body.joints().size();
  }

  /** The coded history, the context, and how far the base policy moves its targets. */
  int inputs() {
    return body.spec().observationSize() + joints();
  }

  /** How the history is coded. */
  HistoryCode code() {
    return new HistoryCode(body.window(), joints());
  }

  ResidualMlp network() {
    return new ResidualMlp(inputs(), width, blocks, joints());
  }

  /**
   * Writes what the network sees, before it is scaled.
   *
   * @param observation what the base policy sees
   * @param from first number to read
   * @param targets where it puts the targets [rad]
   * @param targetsFrom first number to read
   * @param inputs where to write
   * @param to first number to write
   */
  void encode(
      float[] observation, int from, float[] targets, int targetsFrom, float[] inputs, int to) {
    HistoryCode code = code();
    code.encode(observation, from, inputs, to);
    System.arraycopy(observation, from + code.size(), inputs, to + code.size(), body.context());
    for (int j = 0; j < joints(); j++) {
      inputs[to + code.size() + body.context() + j] =
          targets[targetsFrom + j] - observation[from + body.targetAt(body.window() - 1, j)];
    }
  }

  /** The correction for an output of the network [rad]. */
  float correction(float output) {
    return (float) (bound * Math.tanh(output));
  }

  /** Its derivative. */
  double slope(float output) {
    double t = Math.tanh(output);
    return bound * (1 - t * t);
  }

  void save(Checkpoint.Builder file) {
    file.text("joint-order", body.joints().name())
        .text("joints", String.join("\n", body.joints().joints()))
        .text("period", Double.toString(body.period()))
        .text("window", String.valueOf(body.window()))
        .text("context", String.valueOf(body.context()))
        .text("stride", Double.toString(body.stride()))
        .text("action-bound", Double.toString(body.bound()))
        .text("lower", joined(body.lower()))
        .text("upper", joined(body.upper()))
        .text("bound", Double.toString(bound))
        .text("width", String.valueOf(width))
        .text("blocks", String.valueOf(blocks));
  }

  private static String joined(List<Double> numbers) {
    return String.join(" ", numbers.stream().map(String::valueOf).toList());
  }

  static ResidualShape read(Checkpoint file) {
    try {
      Proprioception body =
          new Proprioception(
              new JointOrder(
                  file.text("joint-order"), Arrays.asList(file.text("joints").split("\n", -1))),
              file.number("period"),
              Math.toIntExact(file.integer("window")),
              Math.toIntExact(file.integer("context")),
              file.number("stride"),
              file.number("action-bound"),
              numbers(file.text("lower")),
              numbers(file.text("upper")));
      return new ResidualShape(
          body,
          file.number("bound"),
          Math.toIntExact(file.integer("width")),
          Math.toIntExact(file.integer("blocks")));
    } catch (IllegalArgumentException | ArithmeticException e) {
      throw new InvalidInputException("the checkpoint describes no corrections: " + e, e);
    }
  }

  private static List<Double> numbers(String text) {
    List<Double> numbers = new ArrayList<>();
    for (String number : text.split(" ", -1)) {
      numbers.add(Double.valueOf(number));
    }
    return numbers;
  }
}
