package org.dextwin.policy.cloning;

import java.nio.file.Path;
import org.dextwin.api.learning.Policy;
import org.dextwin.api.learning.PolicySpec;
import org.dextwin.kernels.DenseKernel;
import org.dextwin.learning.checkpoint.Checkpoint;
import org.dextwin.learning.checkpoint.TrainingFile;
import org.dextwin.learning.compute.Kernels;
import org.dextwin.learning.network.Pass;
import org.dextwin.learning.network.ResidualMlp;
import org.dextwin.learning.network.Weights;
import org.dextwin.learning.training.Normalisation;

/** An action from one pass through the network; nothing is random. */
final class ClonedPolicy implements Policy {

  /** What checkpoints of policies and of trainings are called. */
  static final String KIND = "cloning";

  /** The one file of a training. */
  static final String NAME = "cloning.safetensors";

  /** How a history is rewritten. */
  private static final String ENCODING = "encoding";

  private static final String SERVO_ERRORS = "servo-errors";

  private static final String PREFIX = "policy.";

  private final Shape shape;
  private final Normalisation normalisation;
  private final Weights weights;
  private final DenseKernel kernel;
  private final Pass pass;

  /**
   * The sizes of a policy.
   *
   * @param spec observations and actions
   * @param width width of the blocks
   * @param blocks number of blocks
   * @param joints joints of a history at the front of observations; 0 if there is none
   * @param window readings of the history
   */
  record Shape(PolicySpec spec, int width, int blocks, int joints, int window) {

    /**
     * Rewrites a history: positions as differences to the targets of their reading, which are the
     * servos' torques by their gains and so what is felt of the object; targets as differences to
     * the last ones, which stay and of which an action is a difference as well. A network is slow
     * to find small differences between large numbers.
     *
     * @param values where the observation stands
     * @param at its first number
     */
    void encode(float[] values, int at) {
      int last = at + (2 * window - 1) * joints;
      for (int reading = 0; reading < window; reading++) {
        int position = at + 2 * reading * joints;
        int target = position + joints;
        for (int j = 0; j < joints; j++) {
          values[position + j] -= values[target + j];
          if (target < last) {
            values[target + j] -= values[last + j];
          }
        }
      }
    }

    ResidualMlp network() {
      return new ResidualMlp(spec.observationSize(), width, blocks, spec.actionSize());
    }
  }

  ClonedPolicy(Shape shape, Normalisation normalisation, Weights weights, Kernels kernels) {
    this.shape = shape;
    this.normalisation = normalisation;
    this.weights = weights;
    this.kernel = kernels.open();
    this.pass = shape.network().open(kernel, 1);
  }

  static void save(
      Checkpoint.Builder file, Shape shape, Normalisation normalisation, Weights weights) {
    file.text("observation-size", String.valueOf(shape.spec.observationSize()))
        .text("action-size", String.valueOf(shape.spec.actionSize()))
        .text("action-bound", String.valueOf(shape.spec.actionBound()))
        .text("width", String.valueOf(shape.width))
        .text("blocks", String.valueOf(shape.blocks))
        .text("joints", String.valueOf(shape.joints))
        .text("window", String.valueOf(shape.window))
        .text(ENCODING, SERVO_ERRORS)
        .numbers("mean", normalisation.mean())
        .numbers("scale", normalisation.scale())
        .weights(PREFIX, weights, weights.values());
  }

  /** The file itself, or the one in a folder of checkpoints. */
  static Path in(Path checkpoint) {
    return TrainingFile.in(checkpoint, NAME);
  }

  static ClonedPolicy read(Path file, Kernels kernels) {
    Checkpoint checkpoint = TrainingFile.readDone(file, KIND);
    checkpoint.require(ENCODING, SERVO_ERRORS, "it is of an older version; train it again");
    Shape shape =
        new Shape(
            new PolicySpec(
                Math.toIntExact(checkpoint.integer("observation-size")),
                Math.toIntExact(checkpoint.integer("action-size")),
                (float) checkpoint.number("action-bound")),
            Math.toIntExact(checkpoint.integer("width")),
            Math.toIntExact(checkpoint.integer("blocks")),
            Math.toIntExact(checkpoint.integer("joints")),
            Math.toIntExact(checkpoint.integer("window")));
    int inputs = shape.spec.observationSize();
    Normalisation normalisation =
        new Normalisation(checkpoint.numbers("mean", inputs), checkpoint.numbers("scale", inputs));
    Weights weights = new Weights(shape.network());
    weights.expand(checkpoint.weights(PREFIX, weights), weights.values());
    weights.changed();
    return new ClonedPolicy(shape, normalisation, weights, kernels);
  }

  @Override
  public PolicySpec spec() {
    return shape.spec;
  }

  @Override
  public void reset(long seed) {
    // an observation is all that an action depends on
  }

  @Override
  public float[] act(float[] observation) {
    if (observation.length != shape.spec.observationSize()) {
      throw new IllegalArgumentException(
          "an observation of "
              + observation.length
              + " numbers, expected "
              + shape.spec.observationSize());
    }
    float[] input = observation.clone();
    shape.encode(input, 0);
    normalisation.apply(input, 0);
    for (int i = 0; i < input.length; i++) {
      if (!Float.isFinite(input[i])) {
        throw new IllegalArgumentException(
            "number " + i + " of the observation is " + observation[i] + ", not finite");
      }
    }
    float[] action = new float[shape.spec.actionSize()];
    pass.forward(weights, input, 1, action);
    float bound = shape.spec.actionBound();
    for (int i = 0; i < action.length; i++) {
      action[i] = Math.max(-bound, Math.min(bound, action[i]));
    }
    return action;
  }

  @Override
  public void close() {
    kernel.close();
  }
}
