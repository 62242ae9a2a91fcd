package org.dextwin.learning.network;

import java.util.List;
import org.dextwin.kernels.DenseKernel;
import org.dextwin.kernels.DenseLayer;

/**
 * The same network for each of several rows of a sample, such as the steps of a motion or the
 * joints of a hand. A loss then sees the outputs of all rows together.
 *
 * <p><i>Thread safety</i>: immutable.
 */
public final class Repeated implements Network {

  private final Network network;
  private final int rows;

  /**
   * Describes a network.
   *
   * @param network what computes each row
   * @param rows rows per sample
   */
  public Repeated(Network network, int rows) {
    if (rows < 1) {
      throw new IllegalArgumentException("samples of " + rows + " rows");
    }
    this.network = network;
    this.rows = rows;
  }

  @Override
  public int inputs() {
    return rows * network.inputs();
  }

  @Override
  public int outputs() {
    return rows * network.outputs();
  }

  @Override
  public List<DenseLayer> layers() {
    return network.layers();
  }

  @Override
  public int chunk() {
    return Math.max(1, network.chunk() / rows);
  }

  @Override
  public Pass open(DenseKernel kernel, int samples) {
    Pass pass = network.open(kernel, samples * rows);
    return new Pass() {
      @Override
      public void forward(Weights weights, float[] inputs, int count, float[] outputs) {
        pass.forward(weights, inputs, count * rows, outputs);
      }

      @Override
      public void backward(Weights weights, float[] outputGradient, float[] gradient) {
        pass.backward(weights, outputGradient, gradient);
      }

      @Override
      public void backwardToInputs(Weights weights, float[] outputGradient, float[] inputGradient) {
        pass.backwardToInputs(weights, outputGradient, inputGradient);
      }
    };
  }
}
