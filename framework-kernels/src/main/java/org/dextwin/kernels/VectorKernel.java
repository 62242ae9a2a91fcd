package org.dextwin.kernels;

import java.util.Arrays;
import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.VectorOperators;
import jdk.incubator.vector.VectorSpecies;

/**
 * Register-blocked matrix products on the Vector API. A product is cut into tiles of a few rows and
 * two vectors, whose sums stay in registers; the columns of the right-hand side that a tile needs
 * are first copied together, so that they stay in the cache. Every sum runs over the depth in
 * order, in one chain of fused multiply-adds, so a row's result does not depend on its neighbours.
 *
 * <p>The tiles are written out, because the compiler keeps only single variables in registers.
 */
final class VectorKernel implements DenseKernel {

  /** Rows of matrices are padded for 512 bits. */
  private static final VectorSpecies<Float> SPECIES =
      FloatVector.SPECIES_PREFERRED.vectorBitSize() > 512
          ? FloatVector.SPECIES_512
          : FloatVector.SPECIES_PREFERRED;

  private static final int LANES = SPECIES.length();

  /** Columns of a tile. */
  private static final int WIDTH = 2 * LANES;

  /** Sixteen sums need 32 registers; with 256 bits there are 16. */
  private static final boolean TALL = SPECIES.vectorBitSize() != 256;

  /** Rows of a tile. */
  private static final int HEIGHT = TALL ? 8 : 4;

  /** No rectifier. */
  private static final float NONE = Float.NEGATIVE_INFINITY;

  /** Rows of the right-hand side at a time: with them a tile's columns fit into 32 kB. */
  private static final int DEPTH = 4096 / LANES;

  /** The right-hand columns of a tile, shape (DEPTH, WIDTH). */
  private final float[] panel = new float[DEPTH * WIDTH];

  @Override
  public String name() {
    return "Vector API, " + SPECIES.vectorBitSize() + " bits";
  }

  @Override
  public void forward(DenseLayer layer, float[] parameters, float[] x, int rows, float[] y) {
    if (rows == 1) {
      forwardRow(layer, parameters, x, y);
      return;
    }
    int stride = DenseLayer.stride(layer.outputs());
    float floor = layer.rectified() ? 0 : NONE;
    for (int column = 0; column < stride; column += WIDTH) {
      fill(parameters, layer.bias() + column, rows, y, column, stride);
      multiply(x, layer.inputs(), rows, parameters, layer.offset(), floor, y, column, stride);
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
    int stride = DenseLayer.stride(layer.inputs());
    int from = layer.transposedOffset();
    Arrays.fill(dx, 0, DenseLayer.rows(rows) * stride, 0);
    for (int column = 0; column < stride; column += WIDTH) {
      multiply(dy, layer.outputs(), rows, transposed, from, NONE, dx, column, stride);
    }
    if (rectified) {
      mask(x, rows * stride, dx);
    }
  }

  @Override
  public void parameterGradient(
      DenseLayer layer, float[] x, float[] dy, int rows, float[] gradient) {
    int stride = DenseLayer.stride(layer.outputs());
    int xStride = DenseLayer.stride(layer.inputs());
    int height = DenseLayer.rows(layer.inputs());
    for (int column = 0; column < stride; column += WIDTH) {
      boolean two = column + LANES < stride;
      for (int k = 0; k < rows; k += DEPTH) {
        int depth = Math.min(DEPTH, rows - k);
        pack(dy, k * stride + column, stride, depth, two);
        for (int row = 0; row < height; row += HEIGHT) {
          int from = k * xStride + row;
          int to = layer.offset() + row * stride + column;
          if (TALL) {
            outer8(x, from, xStride, depth, panel, gradient, to, stride, two);
          } else {
            outer4(x, from, xStride, depth, panel, gradient, to, stride, two);
          }
        }
        sumRows(panel, depth, gradient, layer.bias() + column, two);
      }
    }
  }

  @Override
  public void update(
      AdamStep step, float[] parameters, float[] gradient, float[] mean, float[] square) {
    int whole = SPECIES.loopBound(parameters.length);
    for (int i = 0; i < whole; i += LANES) {
      FloatVector g = FloatVector.fromArray(SPECIES, gradient, i);
      FloatVector m = FloatVector.fromArray(SPECIES, mean, i);
      FloatVector v = FloatVector.fromArray(SPECIES, square, i);
      m = g.sub(m).mul(step.restOfMean()).add(m);
      v = v.mul(step.decayOfSquare()).add(g.mul(step.restOfSquare()).mul(g));
      FloatVector divisor = v.sqrt().div(step.rootCorrection()).add(step.epsilon());
      m.intoArray(mean, i);
      v.intoArray(square, i);
      FloatVector.fromArray(SPECIES, parameters, i)
          .sub(m.mul(step.stepSize()).div(divisor))
          .intoArray(parameters, i);
    }
    step.apply(whole, parameters.length, parameters, gradient, mean, square);
  }

  @Override
  public void close() {}

  /** Starts columns of c with a bias. */
  private static void fill(float[] bias, int at, int rows, float[] c, int column, int stride) {
    for (int row = 0; row < DenseLayer.rows(rows); row++) {
      int to = row * stride + column;
      FloatVector.fromArray(SPECIES, bias, at).intoArray(c, to);
      if (column + LANES < stride) {
        FloatVector.fromArray(SPECIES, bias, at + LANES).intoArray(c, to + LANES);
      }
    }
  }

  /** Columns of c = max(floor, c + a b), in blocks of the depth. */
  private void multiply(
      float[] a,
      int depth,
      int rows,
      float[] b,
      int offset,
      float floor,
      float[] c,
      int column,
      int stride) {
    int aStride = DenseLayer.stride(depth);
    boolean two = column + LANES < stride;
    for (int k = 0; k < depth; k += DEPTH) {
      int block = Math.min(DEPTH, depth - k);
      float end = k + block == depth ? floor : NONE;
      pack(b, offset + k * stride + column, stride, block, two);
      for (int row = 0; row < rows; row += HEIGHT) {
        int from = row * aStride + k;
        int to = row * stride + column;
        if (TALL) {
          inner8(a, from, aStride, block, panel, end, c, to, stride, two);
        } else {
          inner4(a, from, aStride, block, panel, end, c, to, stride, two);
        }
      }
    }
  }

  /** Copies the columns of a matrix that a tile needs next to each other. */
  private void pack(float[] b, int from, int stride, int depth, boolean two) {
    int second = two ? LANES : 0;
    for (int k = 0; k < depth; k++) {
      int at = from + k * stride;
      FloatVector.fromArray(SPECIES, b, at).intoArray(panel, k * WIDTH);
      FloatVector.fromArray(SPECIES, b, at + second).intoArray(panel, k * WIDTH + LANES);
    }
  }

  /** A single row needs each weight once, so nothing is copied. */
  private static void forwardRow(DenseLayer layer, float[] parameters, float[] x, float[] y) {
    int stride = DenseLayer.stride(layer.outputs());
    int depth = layer.inputs();
    float floor = layer.rectified() ? 0 : NONE;
    int column = 0;
    for (; column + 4 * LANES <= stride; column += 4 * LANES) {
      row4(x, depth, parameters, layer.offset() + column, stride, floor, y, column);
    }
    for (; column < stride; column += LANES) {
      row1(x, depth, parameters, layer.offset() + column, stride, floor, y, column);
    }
  }

  /** Four vectors of y = max(floor, b + x W); the bias follows the last row of W. */
  private static void row4(
      float[] x, int depth, float[] w, int from, int stride, float floor, float[] y, int to) {
    int bias = from + DenseLayer.rows(depth) * stride;
    FloatVector s0 = FloatVector.fromArray(SPECIES, w, bias);
    FloatVector s1 = FloatVector.fromArray(SPECIES, w, bias + LANES);
    FloatVector s2 = FloatVector.fromArray(SPECIES, w, bias + 2 * LANES);
    FloatVector s3 = FloatVector.fromArray(SPECIES, w, bias + 3 * LANES);
    for (int k = 0; k < depth; k++) {
      int at = from + k * stride;
      FloatVector a = FloatVector.broadcast(SPECIES, x[k]);
      s0 = a.fma(FloatVector.fromArray(SPECIES, w, at), s0);
      s1 = a.fma(FloatVector.fromArray(SPECIES, w, at + LANES), s1);
      s2 = a.fma(FloatVector.fromArray(SPECIES, w, at + 2 * LANES), s2);
      s3 = a.fma(FloatVector.fromArray(SPECIES, w, at + 3 * LANES), s3);
    }
    s0.max(floor).intoArray(y, to);
    s1.max(floor).intoArray(y, to + LANES);
    s2.max(floor).intoArray(y, to + 2 * LANES);
    s3.max(floor).intoArray(y, to + 3 * LANES);
  }

  private static void row1(
      float[] x, int depth, float[] w, int from, int stride, float floor, float[] y, int to) {
    FloatVector s = FloatVector.fromArray(SPECIES, w, from + DenseLayer.rows(depth) * stride);
    for (int k = 0; k < depth; k++) {
      FloatVector a = FloatVector.broadcast(SPECIES, x[k]);
      s = a.fma(FloatVector.fromArray(SPECIES, w, from + k * stride), s);
    }
    s.max(floor).intoArray(y, to);
  }

  /** dx = 0 where x, the output of a rectifier, is 0. */
  private static void mask(float[] x, int length, float[] dx) {
    FloatVector zero = FloatVector.zero(SPECIES);
    for (int i = 0; i < length; i += LANES) {
      FloatVector d = FloatVector.fromArray(SPECIES, dx, i);
      FloatVector a = FloatVector.fromArray(SPECIES, x, i);
      zero.blend(d, a.compare(VectorOperators.GT, zero)).intoArray(dx, i);
    }
  }

  private static void sumRows(float[] panel, int rows, float[] c, int at, boolean two) {
    FloatVector s = FloatVector.zero(SPECIES);
    FloatVector t = FloatVector.zero(SPECIES);
    for (int k = 0; k < rows; k++) {
      s = s.add(FloatVector.fromArray(SPECIES, panel, k * WIDTH));
      t = t.add(FloatVector.fromArray(SPECIES, panel, k * WIDTH + LANES));
    }
    add(s, c, at);
    if (two) {
      add(t, c, at + LANES);
    }
  }

  private static void add(FloatVector sum, float[] c, int at) {
    FloatVector.fromArray(SPECIES, c, at).add(sum).intoArray(c, at);
  }

  /** c = max(floor, c + a panel), a tile of 8 rows. */
  private static void inner8(
      float[] a,
      int from,
      int stride,
      int depth,
      float[] panel,
      float floor,
      float[] c,
      int to,
      int cStride,
      boolean two) {
    int next = two ? to + LANES : to;
    FloatVector s0 = FloatVector.fromArray(SPECIES, c, to);
    FloatVector t0 = FloatVector.fromArray(SPECIES, c, next);
    FloatVector s1 = FloatVector.fromArray(SPECIES, c, to + cStride);
    FloatVector t1 = FloatVector.fromArray(SPECIES, c, next + cStride);
    FloatVector s2 = FloatVector.fromArray(SPECIES, c, to + 2 * cStride);
    FloatVector t2 = FloatVector.fromArray(SPECIES, c, next + 2 * cStride);
    FloatVector s3 = FloatVector.fromArray(SPECIES, c, to + 3 * cStride);
    FloatVector t3 = FloatVector.fromArray(SPECIES, c, next + 3 * cStride);
    FloatVector s4 = FloatVector.fromArray(SPECIES, c, to + 4 * cStride);
    FloatVector t4 = FloatVector.fromArray(SPECIES, c, next + 4 * cStride);
    FloatVector s5 = FloatVector.fromArray(SPECIES, c, to + 5 * cStride);
    FloatVector t5 = FloatVector.fromArray(SPECIES, c, next + 5 * cStride);
    FloatVector s6 = FloatVector.fromArray(SPECIES, c, to + 6 * cStride);
    FloatVector t6 = FloatVector.fromArray(SPECIES, c, next + 6 * cStride);
    FloatVector s7 = FloatVector.fromArray(SPECIES, c, to + 7 * cStride);
    FloatVector t7 = FloatVector.fromArray(SPECIES, c, next + 7 * cStride);
    int a1 = from + stride;
    int a2 = from + 2 * stride;
    int a3 = from + 3 * stride;
    int a4 = from + 4 * stride;
    int a5 = from + 5 * stride;
    int a6 = from + 6 * stride;
    int a7 = from + 7 * stride;
    for (int k = 0; k < depth; k++) {
      FloatVector b = FloatVector.fromArray(SPECIES, panel, k * WIDTH);
      FloatVector d = FloatVector.fromArray(SPECIES, panel, k * WIDTH + LANES);
      FloatVector x = FloatVector.broadcast(SPECIES, a[from + k]);
      s0 = x.fma(b, s0);
      t0 = x.fma(d, t0);
      x = FloatVector.broadcast(SPECIES, a[a1 + k]);
      s1 = x.fma(b, s1);
      t1 = x.fma(d, t1);
      x = FloatVector.broadcast(SPECIES, a[a2 + k]);
      s2 = x.fma(b, s2);
      t2 = x.fma(d, t2);
      x = FloatVector.broadcast(SPECIES, a[a3 + k]);
      s3 = x.fma(b, s3);
      t3 = x.fma(d, t3);
      x = FloatVector.broadcast(SPECIES, a[a4 + k]);
      s4 = x.fma(b, s4);
      t4 = x.fma(d, t4);
      x = FloatVector.broadcast(SPECIES, a[a5 + k]);
      s5 = x.fma(b, s5);
      t5 = x.fma(d, t5);
      x = FloatVector.broadcast(SPECIES, a[a6 + k]);
      s6 = x.fma(b, s6);
      t6 = x.fma(d, t6);
      x = FloatVector.broadcast(SPECIES, a[a7 + k]);
      s7 = x.fma(b, s7);
      t7 = x.fma(d, t7);
    }
    s0.max(floor).intoArray(c, to);
    s1.max(floor).intoArray(c, to + cStride);
    s2.max(floor).intoArray(c, to + 2 * cStride);
    s3.max(floor).intoArray(c, to + 3 * cStride);
    s4.max(floor).intoArray(c, to + 4 * cStride);
    s5.max(floor).intoArray(c, to + 5 * cStride);
    s6.max(floor).intoArray(c, to + 6 * cStride);
    s7.max(floor).intoArray(c, to + 7 * cStride);
    if (two) {
      t0.max(floor).intoArray(c, next);
      t1.max(floor).intoArray(c, next + cStride);
      t2.max(floor).intoArray(c, next + 2 * cStride);
      t3.max(floor).intoArray(c, next + 3 * cStride);
      t4.max(floor).intoArray(c, next + 4 * cStride);
      t5.max(floor).intoArray(c, next + 5 * cStride);
      t6.max(floor).intoArray(c, next + 6 * cStride);
      t7.max(floor).intoArray(c, next + 7 * cStride);
    }
  }

  /** c = max(floor, c + a panel), a tile of 4 rows. */
  private static void inner4(
      float[] a,
      int from,
      int stride,
      int depth,
      float[] panel,
      float floor,
      float[] c,
      int to,
      int cStride,
      boolean two) {
    int next = two ? to + LANES : to;
    FloatVector s0 = FloatVector.fromArray(SPECIES, c, to);
    FloatVector t0 = FloatVector.fromArray(SPECIES, c, next);
    FloatVector s1 = FloatVector.fromArray(SPECIES, c, to + cStride);
    FloatVector t1 = FloatVector.fromArray(SPECIES, c, next + cStride);
    FloatVector s2 = FloatVector.fromArray(SPECIES, c, to + 2 * cStride);
    FloatVector t2 = FloatVector.fromArray(SPECIES, c, next + 2 * cStride);
    FloatVector s3 = FloatVector.fromArray(SPECIES, c, to + 3 * cStride);
    FloatVector t3 = FloatVector.fromArray(SPECIES, c, next + 3 * cStride);
    int a1 = from + stride;
    int a2 = from + 2 * stride;
    int a3 = from + 3 * stride;
    for (int k = 0; k < depth; k++) {
      FloatVector b = FloatVector.fromArray(SPECIES, panel, k * WIDTH);
      FloatVector d = FloatVector.fromArray(SPECIES, panel, k * WIDTH + LANES);
      FloatVector x = FloatVector.broadcast(SPECIES, a[from + k]);
      s0 = x.fma(b, s0);
      t0 = x.fma(d, t0);
      x = FloatVector.broadcast(SPECIES, a[a1 + k]);
      s1 = x.fma(b, s1);
      t1 = x.fma(d, t1);
      x = FloatVector.broadcast(SPECIES, a[a2 + k]);
      s2 = x.fma(b, s2);
      t2 = x.fma(d, t2);
      x = FloatVector.broadcast(SPECIES, a[a3 + k]);
      s3 = x.fma(b, s3);
      t3 = x.fma(d, t3);
    }
    s0.max(floor).intoArray(c, to);
    s1.max(floor).intoArray(c, to + cStride);
    s2.max(floor).intoArray(c, to + 2 * cStride);
    s3.max(floor).intoArray(c, to + 3 * cStride);
    if (two) {
      t0.max(floor).intoArray(c, next);
      t1.max(floor).intoArray(c, next + cStride);
      t2.max(floor).intoArray(c, next + 2 * cStride);
      t3.max(floor).intoArray(c, next + 3 * cStride);
    }
  }

  /** c += x^T panel, a tile of 8 rows. */
  private static void outer8(
      float[] x,
      int from,
      int stride,
      int depth,
      float[] panel,
      float[] c,
      int to,
      int cStride,
      boolean two) {
    FloatVector s0 = FloatVector.zero(SPECIES);
    FloatVector t0 = FloatVector.zero(SPECIES);
    FloatVector s1 = FloatVector.zero(SPECIES);
    FloatVector t1 = FloatVector.zero(SPECIES);
    FloatVector s2 = FloatVector.zero(SPECIES);
    FloatVector t2 = FloatVector.zero(SPECIES);
    FloatVector s3 = FloatVector.zero(SPECIES);
    FloatVector t3 = FloatVector.zero(SPECIES);
    FloatVector s4 = FloatVector.zero(SPECIES);
    FloatVector t4 = FloatVector.zero(SPECIES);
    FloatVector s5 = FloatVector.zero(SPECIES);
    FloatVector t5 = FloatVector.zero(SPECIES);
    FloatVector s6 = FloatVector.zero(SPECIES);
    FloatVector t6 = FloatVector.zero(SPECIES);
    FloatVector s7 = FloatVector.zero(SPECIES);
    FloatVector t7 = FloatVector.zero(SPECIES);
    for (int k = 0; k < depth; k++) {
      int at = from + k * stride;
      FloatVector b = FloatVector.fromArray(SPECIES, panel, k * WIDTH);
      FloatVector d = FloatVector.fromArray(SPECIES, panel, k * WIDTH + LANES);
      FloatVector a = FloatVector.broadcast(SPECIES, x[at]);
      s0 = a.fma(b, s0);
      t0 = a.fma(d, t0);
      a = FloatVector.broadcast(SPECIES, x[at + 1]);
      s1 = a.fma(b, s1);
      t1 = a.fma(d, t1);
      a = FloatVector.broadcast(SPECIES, x[at + 2]);
      s2 = a.fma(b, s2);
      t2 = a.fma(d, t2);
      a = FloatVector.broadcast(SPECIES, x[at + 3]);
      s3 = a.fma(b, s3);
      t3 = a.fma(d, t3);
      a = FloatVector.broadcast(SPECIES, x[at + 4]);
      s4 = a.fma(b, s4);
      t4 = a.fma(d, t4);
      a = FloatVector.broadcast(SPECIES, x[at + 5]);
      s5 = a.fma(b, s5);
      t5 = a.fma(d, t5);
      a = FloatVector.broadcast(SPECIES, x[at + 6]);
      s6 = a.fma(b, s6);
      t6 = a.fma(d, t6);
      a = FloatVector.broadcast(SPECIES, x[at + 7]);
      s7 = a.fma(b, s7);
      t7 = a.fma(d, t7);
    }
    add(s0, c, to);
    add(s1, c, to + cStride);
    add(s2, c, to + 2 * cStride);
    add(s3, c, to + 3 * cStride);
    add(s4, c, to + 4 * cStride);
    add(s5, c, to + 5 * cStride);
    add(s6, c, to + 6 * cStride);
    add(s7, c, to + 7 * cStride);
    if (two) {
      int next = to + LANES;
      add(t0, c, next);
      add(t1, c, next + cStride);
      add(t2, c, next + 2 * cStride);
      add(t3, c, next + 3 * cStride);
      add(t4, c, next + 4 * cStride);
      add(t5, c, next + 5 * cStride);
      add(t6, c, next + 6 * cStride);
      add(t7, c, next + 7 * cStride);
    }
  }

  /** c += x^T panel, a tile of 4 rows. */
  private static void outer4(
      float[] x,
      int from,
      int stride,
      int depth,
      float[] panel,
      float[] c,
      int to,
      int cStride,
      boolean two) {
    FloatVector s0 = FloatVector.zero(SPECIES);
    FloatVector t0 = FloatVector.zero(SPECIES);
    FloatVector s1 = FloatVector.zero(SPECIES);
    FloatVector t1 = FloatVector.zero(SPECIES);
    FloatVector s2 = FloatVector.zero(SPECIES);
    FloatVector t2 = FloatVector.zero(SPECIES);
    FloatVector s3 = FloatVector.zero(SPECIES);
    FloatVector t3 = FloatVector.zero(SPECIES);
    for (int k = 0; k < depth; k++) {
      int at = from + k * stride;
      FloatVector b = FloatVector.fromArray(SPECIES, panel, k * WIDTH);
      FloatVector d = FloatVector.fromArray(SPECIES, panel, k * WIDTH + LANES);
      FloatVector a = FloatVector.broadcast(SPECIES, x[at]);
      s0 = a.fma(b, s0);
      t0 = a.fma(d, t0);
      a = FloatVector.broadcast(SPECIES, x[at + 1]);
      s1 = a.fma(b, s1);
      t1 = a.fma(d, t1);
      a = FloatVector.broadcast(SPECIES, x[at + 2]);
      s2 = a.fma(b, s2);
      t2 = a.fma(d, t2);
      a = FloatVector.broadcast(SPECIES, x[at + 3]);
      s3 = a.fma(b, s3);
      t3 = a.fma(d, t3);
    }
    add(s0, c, to);
    add(s1, c, to + cStride);
    add(s2, c, to + 2 * cStride);
    add(s3, c, to + 3 * cStride);
    if (two) {
      int next = to + LANES;
      add(t0, c, next);
      add(t1, c, next + cStride);
      add(t2, c, next + 2 * cStride);
      add(t3, c, next + 3 * cStride);
    }
  }
}
