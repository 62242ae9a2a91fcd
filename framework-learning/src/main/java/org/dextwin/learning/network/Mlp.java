package org.dextwin.learning.network;

import java.util.ArrayList;
import java.util.List;
import org.dextwin.kernels.DenseKernel;
import org.dextwin.kernels.DenseLayer;

/**
 * A multi-layer perceptron: dense layers with rectifiers in between, the last one linear.
 *
 * <p><i>Thread safety</i>: immutable.
 */
public final class Mlp implements Network {

  private final List<DenseLayer> layers;

  /**
   * Describes a network.
   *
   * @param inputs numbers per sample
   * @param hidden widths of the hidden layers; empty for a linear map
   * @param outputs numbers computed per sample
   */
  public Mlp(int inputs, List<Integer> hidden, int outputs) {
    LayerPlan plan = new LayerPlan();
    int width = inputs;
    for (int next : hidden) {
      plan.add(width, next, true);
      width = next;
    }
    plan.add(width, outputs, false);
    layers = plan.layers();
  }

  @Override
  public int inputs() {
    return layers.get(0).inputs();
  }

  @Override
  public int outputs() {
    return layers.get(layers.size() - 1).outputs();
  }

  @Override
  public List<DenseLayer> layers() {
    return layers;
  }

  @Override
  public int chunk() {
    return 256;
  }

  @Override
  public Pass open(DenseKernel kernel, int samples) {
    return new MlpPass(layers, kernel, samples);
  }

  /** A way through layers one after another. */
  static final class MlpPass implements Pass {

    private final List<DenseLayer> layers;
    private final DenseKernel kernel;

    /** Activations: the inputs, then the outputs of each layer. */
    private final List<float[]> x = new ArrayList<>();

    /** Derivatives with respect to the inputs of the first layer, then before each rectifier. */
    private final List<float[]> d = new ArrayList<>();

    private int samples;

    MlpPass(List<DenseLayer> layers, DenseKernel kernel, int capacity) {
      this.layers = layers;
      this.kernel = kernel;
      x.add(Padded.matrix(capacity, layers.get(0).inputs()));
      d.add(Padded.matrix(capacity, layers.get(0).inputs()));
      for (DenseLayer layer : layers) {
        x.add(Padded.matrix(capacity, layer.outputs()));
        d.add(Padded.matrix(capacity, layer.outputs()));
      }
    }

    @Override
    public void forward(Weights weights, float[] inputs, int count, float[] outputs) {
      samples = count;
      Padded.pad(inputs, count, layers.get(0).inputs(), x.get(0));
      for (int n = 0; n < layers.size(); n++) {
        kernel.forward(layers.get(n), weights.values(), x.get(n), count, x.get(n + 1));
      }
      int last = layers.size();
      Padded.compact(x.get(last), count, layers.get(last - 1).outputs(), outputs);
    }

    @Override
    public void backward(Weights weights, float[] outputGradient, float[] gradient) {
      start(outputGradient);
      for (int n = layers.size() - 1; n >= 0; n--) {
        kernel.parameterGradient(layers.get(n), x.get(n), d.get(n + 1), samples, gradient);
        if (n > 0) {
          back(weights, n);
        }
      }
    }

    @Override
    public void backwardToInputs(Weights weights, float[] outputGradient, float[] inputGradient) {
      start(outputGradient);
      for (int n = layers.size() - 1; n >= 0; n--) {
        back(weights, n);
      }
      Padded.compact(d.get(0), samples, layers.get(0).inputs(), inputGradient);
    }

    private void start(float[] outputGradient) {
      int last = layers.size();
      Padded.pad(outputGradient, samples, layers.get(last - 1).outputs(), d.get(last));
    }

    private void back(Weights weights, int n) {
      boolean rectified = n > 0 && layers.get(n - 1).rectified();
      kernel.inputGradient(
          layers.get(n),
          weights.transposed(),
          d.get(n + 1),
          samples,
          x.get(n),
          rectified,
          d.get(n));
    }
  }
}
