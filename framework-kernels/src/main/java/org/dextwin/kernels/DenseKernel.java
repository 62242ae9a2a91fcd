package org.dextwin.kernels;

/**
 * The arithmetic of dense layers: all that the small learners spend their time on. Kernels differ
 * in speed and in the last bits of sums; one kernel gives the same bits every time.
 *
 * <p>Matrices of activations have rows of {@link DenseLayer#stride} numbers and room for {@link
 * DenseLayer#rows} rows.
 *
 * <p><i>Thread safety</i>: confined; each thread opens a kernel of its own.
 */
public interface DenseKernel extends AutoCloseable {

  /**
   * Returns what does the arithmetic, for reports.
   *
   * @return a few words, such as {@code Vector API, 512 bits}
   */
  String name();

  /**
   * Computes y = x W + b, rectified if the layer is.
   *
   * @param layer the layer
   * @param parameters weights and biases; not modified
   * @param x activations, shape (rows, inputs); not modified
   * @param rows number of rows
   * @param y overwritten, shape (rows, outputs)
   */
  void forward(DenseLayer layer, float[] parameters, float[] x, int rows, float[] y);

  /**
   * Adds to the gradient of the parameters: dW += x^T dy, db += the sum of the rows of dy.
   *
   * @param layer the layer
   * @param x activations, shape (rows, inputs); padding zero; not modified
   * @param dy derivatives with respect to x W + b, shape (rows, outputs); padding zero; not
   *     modified
   * @param rows number of rows
   * @param gradient gradient of the parameters; added to
   */
  void parameterGradient(DenseLayer layer, float[] x, float[] dy, int rows, float[] gradient);

  /**
   * Computes dx = dy W^T, and where x is the output of a rectifier, goes on through it: dx is zero
   * where x is.
   *
   * @param layer the layer
   * @param transposed transposed weights, see {@link DenseLayer#transpose}; not modified
   * @param dy derivatives with respect to x W + b, shape (rows, outputs); not modified
   * @param rows number of rows
   * @param x activations, shape (rows, inputs); not modified
   * @param rectified whether x is the output of a rectifier
   * @param dx overwritten, shape (rows, inputs)
   */
  void inputGradient(
      DenseLayer layer,
      float[] transposed,
      float[] dy,
      int rows,
      float[] x,
      boolean rectified,
      float[] dx);

  /**
   * Goes back through a rectifier.
   *
   * @param y its outputs; not modified
   * @param dy derivatives with respect to them; not modified unless the same as masked
   * @param length how many numbers, a multiple of 16
   * @param masked overwritten: dy where y is positive, zero elsewhere
   */
  void mask(float[] y, float[] dy, int length, float[] masked);

  /**
   * Updates parameters.
   *
   * @param step the update
   * @param parameters updated
   * @param gradient not modified
   * @param mean mean of gradients; updated
   * @param square mean of squared gradients; updated
   */
  void update(AdamStep step, float[] parameters, float[] gradient, float[] mean, float[] square);

  /** Releases what the kernel holds; idempotent. */
  @Override
  void close();
}
