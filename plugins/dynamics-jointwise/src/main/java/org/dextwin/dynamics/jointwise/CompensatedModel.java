package org.dextwin.dynamics.jointwise;

import java.nio.file.Path;
import org.dextwin.api.learning.DifferentiableDynamicsModel;
import org.dextwin.api.learning.DynamicsSpec;
import org.dextwin.kernels.DenseKernel;
import org.dextwin.learning.checkpoint.Checkpoint;
import org.dextwin.learning.checkpoint.TrainingFile;
import org.dextwin.learning.compute.Kernels;
import org.dextwin.learning.network.Network;
import org.dextwin.learning.network.Pass;
import org.dextwin.learning.network.Weights;
import org.dextwin.learning.training.Normalisation;

/**
 * Dynamics of a source world whose last targets are changed so that it moves like another: q_(t+1)
 * = f(q, a + delta(q, a)).
 */
final class CompensatedModel implements DifferentiableDynamicsModel {

  /** What checkpoints of compensated models and of their trainings are called. */
  static final String KIND = "dynamics-compensated";

  private static final String PREFIX = "compensator.";

  private final FactorisedModel source;
  private final CompensatorShape shape;
  private final Normalisation scaling;
  private final Weights weights;
  private final DenseKernel kernel;
  private final Pass pass;
  private final float[] inputs;
  private final float[] outputs;

  /** Takes over the source. */
  CompensatedModel(
      FactorisedModel source,
      CompensatorShape shape,
      Normalisation scaling,
      Weights weights,
      Kernels kernels) {
    this.source = source;
    this.shape = shape;
    this.scaling = scaling;
    this.weights = weights;
    Network network = shape.network();
    kernel = kernels.open();
    pass = network.open(kernel, 1);
    inputs = new float[network.inputs()];
    outputs = new float[network.outputs()];
  }

  static CompensatedModel read(Path file, Kernels kernels) {
    Checkpoint checkpoint = TrainingFile.readDone(file, KIND);
    FactorisedModel source = FactorisedModel.of(checkpoint, kernels);
    CompensatorShape shape = CompensatorShape.read(checkpoint, source.spec());
    Weights weights = new Weights(shape.network());
    weights.expand(checkpoint.weights(PREFIX, weights), weights.values());
    weights.changed();
    int size = shape.network().inputs();
    Normalisation scaling =
        new Normalisation(
            checkpoint.numbers(PREFIX + "mean", size), checkpoint.numbers(PREFIX + "scale", size));
    return new CompensatedModel(source, shape, scaling, weights, kernels);
  }

  static void save(
      Checkpoint.Builder file,
      FactorisedModel source,
      CompensatorShape shape,
      Normalisation scaling,
      Weights weights) {
    source.save(file);
    shape.save(file);
    file.numbers(PREFIX + "mean", scaling.mean()).numbers(PREFIX + "scale", scaling.scale());
    file.weights(PREFIX, weights, weights.values());
  }

  FactorisedModel source() {
    return source;
  }

  CompensatorShape shape() {
    return shape;
  }

  Normalisation scaling() {
    return scaling;
  }

  Weights weights() {
    return weights;
  }

  @Override
  public DynamicsSpec spec() {
    return source.spec();
  }

  @Override
  public float[] predict(float[] histories, int count) {
    Histories.require(spec(), histories, count);
    return source.predict(changed(histories, count), count);
  }

  private float[] changed(float[] histories, int count) {
    float[] changed = histories.clone();
    for (int c = 0; c < count; c++) {
      forward(histories, c);
      for (int j = 0; j < shape.joints(); j++) {
        changed[c * spec().historySize() + shape.lastTarget(j)] += shape.change(outputs[j]);
      }
    }
    return changed;
  }

  private void forward(float[] histories, int c) {
    shape.encode(histories, c * spec().historySize(), inputs, 0);
    scaling.apply(inputs, 0);
    pass.forward(weights, inputs, 1, outputs);
  }

  @Override
  public float[] pullBack(float[] histories, float[] cotangents, int count) {
    Histories.require(spec(), histories, count);
    float[] pulled = source.pullBack(changed(histories, count), cotangents, count);
    for (int c = 0; c < count; c++) {
      int at = c * spec().historySize();
      forward(histories, c);
      for (int j = 0; j < shape.joints(); j++) {
        outputs[j] = (float) (pulled[at + shape.lastTarget(j)] * shape.slope(outputs[j]));
      }
      pass.backwardToInputs(weights, outputs, inputs);
      for (int i = 0; i < inputs.length; i++) {
        inputs[i] /= scaling.scale()[i];
      }
      shape.pullBack(inputs, 0, pulled, at);
    }
    return pulled;
  }

  @Override
  public void close() {
    kernel.close();
    source.close();
  }
}
