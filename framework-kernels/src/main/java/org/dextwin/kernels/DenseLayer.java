package org.dextwin.kernels;

/**
 * The shape of a dense layer, y = x W + b with or without a rectifier behind it, and where its
 * numbers stand.
 *
 * <p>Matrices are row-major with rows padded by zeros to {@link #stride} numbers, so that vectors
 * of any width up to 512 bits read and write whole rows. Of a weight matrix also the number of rows
 * is rounded up. What pads stays zero: its gradient is zero.
 *
 * <p><i>Thread safety</i>: immutable.
 *
 * @param inputs numbers per row of x
 * @param outputs numbers per row of y
 * @param rectified whether y = max(0, x W + b)
 * @param offset where W begins in the parameters, shape (rows(inputs), stride(outputs)); b follows
 * @param transposedOffset where the transposed W begins among the transposed weights, shape
 *     (outputs, stride(inputs))
 */
public record DenseLayer(
    int inputs, int outputs, boolean rectified, int offset, int transposedOffset) {

  private static final int WIDTH = 16;

  /** Rows that kernels compute at once at least; divides the width. */
  static final int HEIGHT = 4;

  /**
   * Checks the shape.
   *
   * @param inputs numbers per row of x
   * @param outputs numbers per row of y
   * @param rectified whether y = max(0, x W + b)
   * @param offset where W begins in the parameters
   * @param transposedOffset where the transposed W begins
   */
  public DenseLayer {
    if (inputs < 1 || outputs < 1) {
      throw new IllegalArgumentException("layer of " + inputs + " inputs, " + outputs + " outputs");
    }
  }

  /**
   * Returns the length of a padded row.
   *
   * @param width numbers in the row
   * @return the next multiple of 16
   */
  public static int stride(int width) {
    return (width + WIDTH - 1) / WIDTH * WIDTH;
  }

  /**
   * Returns how many rows a matrix of activations must have room for: kernels compute rows in
   * blocks and leave garbage in what is too much.
   *
   * @param rows number of rows in use
   * @return the next multiple of 4
   */
  public static int rows(int rows) {
    return (rows + HEIGHT - 1) / HEIGHT * HEIGHT;
  }

  /**
   * Returns where the bias begins in the parameters.
   *
   * @return index of the first number
   */
  public int bias() {
    return offset + rows(inputs) * stride(outputs);
  }

  /**
   * Returns how much room weights and bias take.
   *
   * @return number of parameters, padding included
   */
  public int size() {
    return (rows(inputs) + 1) * stride(outputs);
  }

  /**
   * Returns how much room the transposed weights take.
   *
   * @return number of weights, padding included
   */
  public int transposedSize() {
    return outputs * stride(inputs);
  }

  /**
   * Writes the transposed weights, which {@link DenseKernel#inputGradient} reads.
   *
   * @param parameters parameters; not modified
   * @param transposed overwritten from {@link #transposedOffset} on
   */
  public void transpose(float[] parameters, float[] transposed) {
    int inStride = stride(inputs);
    int outStride = stride(outputs);
    // blocks of a cache line's width, for reads and writes alike
    for (int iBlock = 0; iBlock < inputs; iBlock += WIDTH) {
      for (int oBlock = 0; oBlock < outputs; oBlock += WIDTH) {
        for (int i = iBlock; i < Math.min(iBlock + WIDTH, inputs); i++) {
          int from = offset + i * outStride;
          int to = transposedOffset + i;
          for (int o = oBlock; o < Math.min(oBlock + WIDTH, outputs); o++) {
            transposed[to + o * inStride] = parameters[from + o];
          }
        }
      }
    }
  }
}
