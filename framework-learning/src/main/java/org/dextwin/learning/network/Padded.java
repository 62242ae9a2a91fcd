package org.dextwin.learning.network;

import org.dextwin.kernels.DenseLayer;

/** Matrices as kernels want them: rows padded by zeros. */
final class Padded {

  private Padded() {}

  static float[] matrix(int rows, int width) {
    return new float[DenseLayer.rows(rows) * DenseLayer.stride(width)];
  }

  static void pad(float[] compact, int rows, int width, float[] padded) {
    int stride = DenseLayer.stride(width);
    for (int r = 0; r < rows; r++) {
      System.arraycopy(compact, r * width, padded, r * stride, width);
    }
  }

  static void compact(float[] padded, int rows, int width, float[] compact) {
    int stride = DenseLayer.stride(width);
    for (int r = 0; r < rows; r++) {
      System.arraycopy(padded, r * stride, compact, r * width, width);
    }
  }
}
