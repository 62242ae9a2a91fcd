package org.dextwin.learning.compute;

import java.util.HashMap;
import java.util.Map;
import org.bytedeco.javacpp.FloatPointer;
import org.dextwin.kernels.AdamStep;
import org.dextwin.kernels.DenseKernel;
import org.dextwin.kernels.DenseLayer;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;

/**
 * Dense layers by matrix products of ND4J. A row-major matrix is, column by column, its transpose,
 * so all products are those of transposes: y = x W is computed as y^T = W^T x^T.
 */
final class Nd4jKernel implements DenseKernel {

  /** Off-heap matrices by their use and shape; few, because networks have few shapes. */
  private final Map<Key, INDArray> matrices = new HashMap<>();

  private record Key(Use use, int rows, int columns) {}

  private enum Use {
    WEIGHTS,
    INPUTS,
    OUTPUTS
  }

  Nd4jKernel() {
    Nd4jBackend.load();
  }

  @Override
  public String name() {
    return "ND4J, OpenBLAS";
  }

  @Override
  public void forward(DenseLayer layer, float[] parameters, float[] x, int rows, float[] y) {
    int in = DenseLayer.stride(layer.inputs());
    int out = DenseLayer.stride(layer.outputs());
    INDArray w = matrix(Use.WEIGHTS, out, in);
    put(parameters, layer.offset(), layer.inputs() * out, w);
    INDArray xt = matrix(Use.INPUTS, in, rows);
    put(x, 0, rows * in, xt);
    INDArray yt = matrix(Use.OUTPUTS, out, rows);
    Nd4j.gemm(w, xt, yt, false, false, 1, 0);
    get(yt, y, rows * out);
    for (int r = 0; r < rows; r++) {
      for (int o = 0; o < out; o++) {
        float sum = y[r * out + o] + parameters[layer.bias() + o];
        y[r * out + o] = layer.rectified() ? Math.max(0, sum) : sum;
      }
    }
  }

  @Override
  public void parameterGradient(
      DenseLayer layer, float[] x, float[] dy, int rows, float[] gradient) {
    int in = DenseLayer.stride(layer.inputs());
    int out = DenseLayer.stride(layer.outputs());
    INDArray xt = matrix(Use.INPUTS, in, rows);
    put(x, 0, rows * in, xt);
    INDArray dyt = matrix(Use.OUTPUTS, out, rows);
    put(dy, 0, rows * out, dyt);
    INDArray dw = matrix(Use.WEIGHTS, out, in);
    Nd4j.gemm(dyt, xt, dw, false, true, 1, 0);
    float[] sum = new float[layer.inputs() * out];
    get(dw, sum, sum.length);
    for (int i = 0; i < sum.length; i++) {
      gradient[layer.offset() + i] += sum[i];
    }
    for (int r = 0; r < rows; r++) {
      for (int o = 0; o < out; o++) {
        gradient[layer.bias() + o] += dy[r * out + o];
      }
    }
  }

  @Override
  public void inputGradient(
      DenseLayer layer,
      float[] transposed,
      float[] dy,
      int rows,
      float[] x,
      boolean rectified,
      float[] dx) {
    int in = DenseLayer.stride(layer.inputs());
    int out = DenseLayer.stride(layer.outputs());
    INDArray w = matrix(Use.WEIGHTS, in, out);
    put(transposed, layer.transposedOffset(), layer.transposedSize(), w);
    INDArray dyt = matrix(Use.OUTPUTS, out, rows);
    put(dy, 0, rows * out, dyt);
    INDArray dxt = matrix(Use.INPUTS, in, rows);
    Nd4j.gemm(w, dyt, dxt, false, false, 1, 0);
    get(dxt, dx, rows * in);
    if (rectified) {
      mask(x, dx, rows * in, dx);
    }
  }

  @Override
  public void mask(float[] y, float[] dy, int length, float[] masked) {
    for (int i = 0; i < length; i++) {
      masked[i] = y[i] > 0 ? dy[i] : 0;
    }
  }

  @Override
  public void update(
      AdamStep step, float[] parameters, float[] gradient, float[] mean, float[] square) {
    step.apply(0, parameters.length, parameters, gradient, mean, square);
  }

  @Override
  public void close() {
    matrices.values().forEach(INDArray::close);
    matrices.clear();
  }

  /** A matrix in column-major order; what is not written stays zero or of earlier products. */
  private INDArray matrix(Use use, int rows, int columns) {
    return matrices.computeIfAbsent(
        new Key(use, rows, columns),
        key -> Nd4j.create(DataType.FLOAT, new long[] {rows, columns}, 'f'));
  }

  /** Fills a matrix from its beginning; the rest becomes zero, as it pads. */
  private static void put(float[] from, int offset, int count, INDArray to) {
    FloatPointer pointer = (FloatPointer) to.data().pointer();
    pointer.position(0).put(from, offset, count);
    int rest = Math.toIntExact(to.length()) - count;
    if (rest > 0) {
      pointer.position(count).put(new float[rest], 0, rest);
      pointer.position(0);
    }
  }

  private static void get(INDArray from, float[] to, int count) {
    FloatPointer pointer = (FloatPointer) from.data().pointer();
    pointer.position(0).get(to, 0, count);
  }
}
