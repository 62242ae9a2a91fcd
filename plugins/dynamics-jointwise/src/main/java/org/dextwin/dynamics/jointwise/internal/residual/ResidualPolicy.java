package org.dextwin.dynamics.jointwise.internal.residual;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import org.dextwin.api.learning.Policy;
import org.dextwin.api.learning.PolicySpec;
import org.dextwin.api.spi.InvalidInputException;
import org.dextwin.kernels.DenseKernel;
import org.dextwin.learning.checkpoint.Checkpoint;
import org.dextwin.learning.checkpoint.TrainingFile;
import org.dextwin.learning.compute.Kernels;
import org.dextwin.learning.network.Pass;
import org.dextwin.learning.network.Weights;
import org.dextwin.learning.proprioception.CompensatedPolicy;
import org.dextwin.learning.proprioception.Proprioception;
import org.dextwin.learning.training.Normalisation;

/**
 * A base policy with corrections. The base policy sees the targets that it set itself, as it did in
 * its own world; the hand gets them corrected, a + a_res.
 */
public final class ResidualPolicy implements CompensatedPolicy {

  /** What checkpoints are called. */
  public static final String KIND = "residual";

  private static final String PREFIX = "policy.";

  private final ResidualShape shape;
  private final Proprioception body;
  private final Normalisation scaling;
  private final Weights weights;
  private final Policy base;
  private final DenseKernel kernel;
  private final Pass pass;

  /** Targets that the base policy set, a_(k-1) for each reading of the window. */
  private final float[] own;

  private final double[] corrections;
  private long steps;
  private boolean begun;

  ResidualPolicy(
      ResidualShape shape, Normalisation scaling, Weights weights, Policy base, Kernels kernels) {
    PolicySpec spec = shape.body().spec();
    if (base.spec().observationSize() != spec.observationSize()
        || base.spec().actionSize() != spec.actionSize()) {
      throw new InvalidInputException(
          "the base policy has "
              + base.spec()
              + ", but the corrections are for one of "
              + spec
              + "; choose the base policy that they were trained with");
    }
    this.shape = shape;
    this.scaling = scaling;
    this.weights = weights;
    this.base = base;
    body = shape.body();
    kernel = kernels.open();
    pass = shape.network().open(kernel, 1);
    own = new float[body.window() * shape.joints()];
    corrections = new double[shape.joints()];
  }

  static void save(
      Checkpoint.Builder file, ResidualShape shape, Normalisation scaling, Weights weights) {
    shape.save(file);
    file.numbers("inputs.mean", scaling.mean()).numbers("inputs.scale", scaling.scale());
    file.weights(PREFIX, weights, weights.values());
  }

  /**
   * Reads corrections.
   *
   * @param file file of a finished training
   * @param base the base policy; stays open as long as the result
   * @param kernels do the arithmetic
   * @return base and corrections
   */
  public static ResidualPolicy read(Path file, Policy base, Kernels kernels) {
    Checkpoint checkpoint = TrainingFile.readDone(file, KIND);
    ResidualShape shape = ResidualShape.read(checkpoint);
    Weights weights = new Weights(shape.network());
    weights.expand(checkpoint.weights(PREFIX, weights), weights.values());
    weights.changed();
    Normalisation scaling =
        new Normalisation(
            checkpoint.numbers("inputs.mean", shape.inputs()),
            checkpoint.numbers("inputs.scale", shape.inputs()));
    return new ResidualPolicy(shape, scaling, weights, base, kernels);
  }

  @Override
  public PolicySpec spec() {
    return body.spec();
  }

  @Override
  public void reset(long seed) {
    base.reset(seed);
    begun = false;
  }

  @Override
  public float[] act(float[] observation) {
    if (observation.length != spec().observationSize()) {
      throw new IllegalArgumentException(
          "an observation of "
              + observation.length
              + " numbers, expected "
              + spec().observationSize());
    }
    int n = shape.joints();
    int newest = body.window() - 1;
    float[] seen = observation.clone();
    for (int k = 0; k < body.window(); k++) {
      if (begun) {
        System.arraycopy(own, k * n, seen, body.targetAt(k, 0), n);
      } else {
        System.arraycopy(seen, body.targetAt(k, 0), own, k * n, n);
      }
    }
    begun = true;
    float[] targets = Arrays.copyOfRange(own, newest * n, own.length);
    body.advance(targets, base.act(seen));
    float[] wanted = correct(seen, targets);
    System.arraycopy(own, n, own, 0, newest * n);
    System.arraycopy(targets, 0, own, newest * n, n);
    int inForce = body.targetAt(newest, 0);
    return body.correctedActionBetween(
        Arrays.copyOfRange(observation, inForce, inForce + n), wanted);
  }

  /** Adds the corrections to the base policy's targets. */
  private float[] correct(float[] seen, float[] targets) {
    float[] inputs = new float[shape.inputs()];
    shape.encode(seen, 0, targets, 0, inputs, 0);
    scaling.apply(inputs, 0);
    float[] outputs = new float[shape.joints()];
    pass.forward(weights, inputs, 1, outputs);
    float[] wanted = targets.clone();
    for (int j = 0; j < wanted.length; j++) {
      float correction = shape.correction(outputs[j]);
      wanted[j] += correction;
      corrections[j] += Math.abs(correction);
      if (!Float.isFinite(wanted[j])) {
        throw new IllegalArgumentException("the observation holds a number that is not finite");
      }
    }
    steps++;
    return wanted;
  }

  @Override
  public List<Double> meanCorrections() {
    return Arrays.stream(corrections).map(sum -> steps == 0 ? 0 : sum / steps).boxed().toList();
  }

  @Override
  public void close() {
    kernel.close();
  }
}
