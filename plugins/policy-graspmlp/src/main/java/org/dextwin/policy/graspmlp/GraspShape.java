package org.dextwin.policy.graspmlp;

import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import org.dextwin.api.learning.PolicySpec;
import org.dextwin.api.spi.InvalidInputException;
import org.dextwin.learning.checkpoint.Checkpoint;
import org.dextwin.learning.network.PointMlp;

/**
 * Sizes of a policy. An observation is the vertices of the object in its own frame [m], shape
 * (vertices, 3), and its mass [kg]; an action is the joint targets, from -1 at the lower limit to 1
 * at the upper one, then {@link #LABELS} numbers from 0 to 1: whether contact lasts, whether the
 * object stays in the hand, and the grasp force.
 *
 * @param vertices vertices per observation
 * @param joints joint targets per action
 * @param widths widths of the layers
 * @param frequencies frequencies of the positional encoding
 */
record GraspShape(int vertices, int joints, List<Integer> widths, int frequencies) {

  /** Contact, retention and force follow the joints. */
  static final int LABELS = 3;

  /** Contact and retention. */
  static final int FEASIBILITY = 2;

  private static final int AXES = 3;

  /** The mass. */
  private static final int CONDITIONS = 1;

  static GraspShape of(PolicySpec spec, List<Integer> widths, int frequencies) {
    int coordinates = spec.observationSize() - CONDITIONS;
    int joints = spec.actionSize() - LABELS;
    if (coordinates < AXES || coordinates % AXES != 0 || joints < 1 || spec.actionBound() < 1) {
      throw new InvalidInputException(
          "the task has "
              + spec
              + ", but graspmlp needs observations of 3 numbers per vertex and the mass, actions of"
              + " one number per joint and 3 more, and a bound of at least 1; choose another"
              + " policy-trainer or task");
    }
    return new GraspShape(coordinates / AXES, joints, List.copyOf(widths), frequencies);
  }

  PolicySpec spec() {
    return new PolicySpec(vertices * AXES + CONDITIONS, joints + LABELS, 1);
  }

  PointMlp network() {
    return new PointMlp(vertices, frequencies, CONDITIONS, widths, joints + LABELS);
  }

  int coordinates() {
    return vertices * AXES;
  }

  void save(Checkpoint.Builder file) {
    file.text("vertices", String.valueOf(vertices));
    file.text("joints", String.valueOf(joints));
    file.text(
        "layer-widths", widths.stream().map(String::valueOf).collect(Collectors.joining(" ")));
    file.text("frequencies", String.valueOf(frequencies));
  }

  static GraspShape read(Checkpoint file) {
    try {
      List<Integer> widths =
          Arrays.stream(file.text("layer-widths").split(" ")).map(Integer::valueOf).toList();
      return new GraspShape(
          positive(file.integer("vertices")),
          positive(file.integer("joints")),
          widths,
          positive(file.integer("frequencies") + 1) - 1);
    } catch (NumberFormatException | ArithmeticException e) {
      throw new InvalidInputException("the checkpoint names no sizes of a network: " + e, e);
    }
  }

  private static int positive(long size) {
    if (size < 1) {
      throw new ArithmeticException(size + " is not positive");
    }
    return Math.toIntExact(size);
  }
}
