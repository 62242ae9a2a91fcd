package org.dextwin.policy.graspmlp;

import java.nio.file.Path;
import org.dextwin.api.learning.Policy;
import org.dextwin.api.learning.PolicySpec;
import org.dextwin.kernels.DenseKernel;
import org.dextwin.learning.checkpoint.Checkpoint;
import org.dextwin.learning.checkpoint.TrainingFile;
import org.dextwin.learning.compute.Kernels;
import org.dextwin.learning.network.Pass;
import org.dextwin.learning.network.PointMlp;
import org.dextwin.learning.network.Weights;
import org.dextwin.learning.training.Terms;

/** Joint targets and grasp force from one pass through the network; nothing is random. */
final class GraspMlpPolicy implements Policy {

  /** What checkpoints of policies and of trainings are called. */
  static final String KIND = "graspmlp";

  private static final String PREFIX = "policy.";

  private final GraspShape shape;
  private final Scaling scaling;
  private final Weights weights;
  private final DenseKernel kernel;
  private final Pass pass;
  private final float[] input;

  /** The weights are shared with whoever trains them. */
  GraspMlpPolicy(GraspShape shape, Scaling scaling, Weights weights, Kernels kernels) {
    this.shape = shape;
    this.scaling = scaling;
    this.weights = weights;
    PointMlp network = shape.network();
    kernel = kernels.open();
    pass = network.open(kernel, 1);
    input = new float[network.inputs()];
  }

  static void save(Checkpoint.Builder file, GraspShape shape, Scaling scaling, Weights weights) {
    shape.save(file);
    scaling.save(file);
    file.weights(PREFIX, weights, weights.values());
  }

  static GraspMlpPolicy read(Path file, Kernels kernels) {
    Checkpoint checkpoint = TrainingFile.readDone(file, KIND);
    GraspShape shape = GraspShape.read(checkpoint);
    Weights weights = new Weights(shape.network());
    weights.expand(checkpoint.weights(PREFIX, weights), weights.values());
    weights.changed();
    return new GraspMlpPolicy(shape, Scaling.read(checkpoint), weights, kernels);
  }

  @Override
  public PolicySpec spec() {
    return shape.spec();
  }

  @Override
  public void reset(long seed) {
    // an observation is all that an action depends on
  }

  @Override
  public float[] act(float[] observation) {
    if (observation.length != input.length) {
      throw new IllegalArgumentException(
          "an observation of " + observation.length + " numbers, expected " + input.length);
    }
    System.arraycopy(observation, 0, input, 0, input.length);
    scaling.apply(shape, input, 0);
    float[] action = new float[shape.joints() + GraspShape.LABELS];
    pass.forward(weights, input, 1, action);
    for (int i = 0; i < action.length; i++) {
      action[i] =
          i < shape.joints()
              ? Math.max(-1, Math.min(1, action[i]))
              : (float) Terms.sigmoid(action[i]);
      if (Float.isNaN(action[i])) {
        throw new IllegalArgumentException("the observation holds a number that is not finite");
      }
    }
    return action;
  }

  @Override
  public void close() {
    kernel.close();
  }
}
