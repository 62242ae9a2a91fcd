package org.dextwin.learning.network;

import java.util.ArrayList;
import java.util.List;
import org.dextwin.kernels.DenseKernel;
import org.dextwin.kernels.DenseLayer;

/**
 * A residual multi-layer perceptron: h0 = max(0, W x + b), h(k+1) = h(k) + max(0, W(k) h(k) + b(k))
 * for each block, and a linear map of the last h.
 *
 * <p><i>Thread safety</i>: immutable.
 *
 * <p><i>References</i>: He et al., Deep residual learning for image recognition, CVPR 2016, Eq. 1.
 */
public final class ResidualMlp implements Network {

  private final List<DenseLayer> layers;

  /**
   * Describes a network.
   *
   * @param inputs numbers per sample
   * @param width width of every block
   * @param blocks number of blocks
   * @param outputs numbers computed per sample
   */
  public ResidualMlp(int inputs, int width, int blocks, int outputs) {
    LayerPlan plan = new LayerPlan();
    plan.add(inputs, width, true);
    for (int k = 0; k < blocks; k++) {
      plan.add(width, width, true);
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
    return new ResidualPass(kernel, samples);
  }

  private final class ResidualPass implements Pass {

    private final DenseKernel kernel;
    private final float[] x;
    private final float[] y;

    /** h0, h1, ...; the inputs of the blocks and of the last layer. */
    private final List<float[]> h = new ArrayList<>();

    /** What the rectifier of each block lets through. */
    private final List<float[]> added = new ArrayList<>();

    private final float[] dx;
    private final float[] dy;
    private final float[] dh;
    private final float[] dAdded;
    private final float[] dBelow;
    private int samples;

    ResidualPass(DenseKernel kernel, int capacity) {
      this.kernel = kernel;
      int width = layers.get(0).outputs();
      x = Padded.matrix(capacity, inputs());
      y = Padded.matrix(capacity, outputs());
      h.add(Padded.matrix(capacity, width));
      for (int k = 0; k < blocks(); k++) {
        h.add(Padded.matrix(capacity, width));
        added.add(Padded.matrix(capacity, width));
      }
      dx = Padded.matrix(capacity, inputs());
      dy = Padded.matrix(capacity, outputs());
      dh = Padded.matrix(capacity, width);
      dAdded = Padded.matrix(capacity, width);
      dBelow = Padded.matrix(capacity, width);
    }

    private int blocks() {
      return layers.size() - 2;
    }

    private DenseLayer last() {
      return layers.get(layers.size() - 1);
    }

    private int used() {
      return samples * DenseLayer.stride(layers.get(0).outputs());
    }

    @Override
    public void forward(Weights weights, float[] inputs, int count, float[] outputs) {
      samples = count;
      Padded.pad(inputs, count, inputs(), x);
      kernel.forward(layers.get(0), weights.values(), x, count, h.get(0));
      for (int k = 0; k < blocks(); k++) {
        kernel.forward(layers.get(k + 1), weights.values(), h.get(k), count, added.get(k));
        sum(h.get(k), added.get(k), h.get(k + 1));
      }
      kernel.forward(last(), weights.values(), h.get(blocks()), count, y);
      Padded.compact(y, count, outputs(), outputs);
    }

    @Override
    public void backward(Weights weights, float[] outputGradient, float[] gradient) {
      Padded.pad(outputGradient, samples, outputs(), dy);
      kernel.parameterGradient(last(), h.get(blocks()), dy, samples, gradient);
      toLastBlock(weights);
      for (int k = blocks() - 1; k >= 0; k--) {
        kernel.mask(added.get(k), dh, used(), dAdded);
        kernel.parameterGradient(layers.get(k + 1), h.get(k), dAdded, samples, gradient);
        throughBlock(weights, k);
      }
      kernel.mask(h.get(0), dh, used(), dAdded);
      kernel.parameterGradient(layers.get(0), x, dAdded, samples, gradient);
    }

    @Override
    public void backwardToInputs(Weights weights, float[] outputGradient, float[] inputGradient) {
      Padded.pad(outputGradient, samples, outputs(), dy);
      toLastBlock(weights);
      for (int k = blocks() - 1; k >= 0; k--) {
        kernel.mask(added.get(k), dh, used(), dAdded);
        throughBlock(weights, k);
      }
      kernel.mask(h.get(0), dh, used(), dAdded);
      kernel.inputGradient(layers.get(0), weights.transposed(), dAdded, samples, x, false, dx);
      Padded.compact(dx, samples, inputs(), inputGradient);
    }

    private void toLastBlock(Weights weights) {
      kernel.inputGradient(last(), weights.transposed(), dy, samples, h.get(blocks()), false, dh);
    }

    /** dh(k) = dh(k+1) + W(k)^T dAdded. */
    private void throughBlock(Weights weights, int k) {
      kernel.inputGradient(
          layers.get(k + 1), weights.transposed(), dAdded, samples, h.get(k), false, dBelow);
      sum(dh, dBelow, dh);
    }

    private void sum(float[] a, float[] b, float[] sum) {
      int used = used();
      for (int i = 0; i < used; i++) {
        sum[i] = a[i] + b[i];
      }
    }
  }
}
