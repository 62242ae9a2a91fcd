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

  /** 24 sums need 32 registers; with 256 bits there are 16. */
  private static final boolean TALL = SPECIES.vectorBitSize() != 256;

  /** Rows of most tiles. */
  private static final int HEIGHT = TALL ? 12 : DenseLayer.HEIGHT;

  /** No rectifier. */
  private static final float NONE = Float.NEGATIVE_INFINITY;

  /** Rows of the right-hand side at a time: with them a tile's columns fit into 32 kB. */
  private static final int DEPTH = 4096 / LANES;

  /** The right-hand columns of a tile, shape (DEPTH, WIDTH), and a row that it starts with. */
  private final float[] panel = new float[(DEPTH + 1) * WIDTH];

  /** What the rows of a product start with. */
  private final float[] start = new float[WIDTH];

  /** A tile on its way to where it is added. */
  private final float[] tile = new float[HEIGHT * WIDTH];

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
    for (int column = 0; column < stride; column += WIDTH) {
      System.arraycopy(
          parameters, layer.bias() + column, start, 0, Math.min(WIDTH, stride - column));
      multiply(x, layer.inputs(), rows, parameters, layer.offset(), y, column, stride);
      if (layer.rectified()) {
        rectify(y, rows, column, stride);
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
    int stride = DenseLayer.stride(layer.inputs());
    int from = layer.transposedOffset();
    Arrays.fill(start, 0);
    for (int column = 0; column < stride; column += WIDTH) {
      multiply(dy, layer.outputs(), rows, transposed, from, dx, column, stride);
    }
    if (rectified) {
      mask(x, dx, rows * stride, dx);
    }
  }

  @Override
  public void parameterGradient(
      DenseLayer layer, float[] x, float[] dy, int rows, float[] gradient) {
    int stride = DenseLayer.stride(layer.outputs());
    int xStride = DenseLayer.stride(layer.inputs());
    int rowsOfWeights = DenseLayer.rows(layer.inputs());
    for (int column = 0; column < stride; column += WIDTH) {
      boolean two = column + LANES < stride;
      for (int k = 0; k < rows; k += DEPTH) {
        int depth = Math.min(DEPTH, rows - k);
        pack(dy, k * stride + column, stride, depth, two);
        for (int row = 0; row < rowsOfWeights; row += height(row, rowsOfWeights)) {
          int from = k * xStride + row;
          int to = layer.offset() + row * stride + column;
          int height = height(row, rowsOfWeights);
          if (height == DenseLayer.HEIGHT) {
            outer4(x, from, xStride, depth, panel, tile);
          } else {
            outer12(x, from, xStride, depth, panel, tile);
          }
          addTile(tile, height, gradient, to, stride, two);
        }
        sumRows(panel, depth, gradient, layer.bias() + column, two);
      }
    }
  }

  @Override
  public void mask(float[] y, float[] dy, int length, float[] masked) {
    FloatVector zero = FloatVector.zero(SPECIES);
    for (int i = 0; i < length; i += LANES) {
      FloatVector d = FloatVector.fromArray(SPECIES, dy, i);
      FloatVector a = FloatVector.fromArray(SPECIES, y, i);
      zero.blend(d, a.compare(VectorOperators.GT, zero)).intoArray(masked, i);
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

  /** Columns of c = start + a b, in blocks of the depth. */
  private void multiply(
      float[] a, int depth, int rows, float[] b, int offset, float[] c, int column, int stride) {
    int aStride = DenseLayer.stride(depth);
    boolean two = column + LANES < stride;
    for (int k = 0; k < depth; k += DEPTH) {
      int block = Math.min(DEPTH, depth - k);
      pack(b, offset + k * stride + column, stride, block, two);
      System.arraycopy(start, 0, panel, block * WIDTH, WIDTH);
      for (int row = 0; row < rows; row += height(row, rows)) {
        int height = height(row, rows);
        int from = row * aStride + k;
        int to = row * stride + column;
        if (k == 0) {
          inner(height, a, from, aStride, block, c, to, stride, two);
        } else {
          inner(height, a, from, aStride, block, tile, 0, WIDTH, true);
          addTile(tile, height, c, to, stride, two);
        }
      }
      Arrays.fill(start, 0); // further blocks add to the first
    }
  }

  /** Rows of the tile that begins with a row: matrices have room for whole small tiles. */
  private static int height(int row, int rows) {
    return DenseLayer.rows(rows) - row < HEIGHT ? DenseLayer.HEIGHT : HEIGHT;
  }

  private void inner(
      int height,
      float[] a,
      int from,
      int aStride,
      int depth,
      float[] c,
      int to,
      int stride,
      boolean two) {
    if (height == DenseLayer.HEIGHT) {
      inner4(a, from, aStride, depth, panel, c, to, stride, two);
    } else {
      inner12(a, from, aStride, depth, panel, c, to, stride, two);
    }
  }

  private static void addTile(
      float[] tile, int height, float[] c, int to, int stride, boolean two) {
    for (int row = 0; row < height; row++) {
      int from = row * WIDTH;
      int at = to + row * stride;
      add(FloatVector.fromArray(SPECIES, tile, from), c, at);
      if (two) {
        add(FloatVector.fromArray(SPECIES, tile, from + LANES), c, at + LANES);
      }
    }
  }

  private static void rectify(float[] c, int rows, int column, int stride) {
    boolean two = column + LANES < stride;
    for (int row = 0; row < rows; row++) {
      int at = row * stride + column;
      FloatVector.fromArray(SPECIES, c, at).max(0).intoArray(c, at);
      if (two) {
        FloatVector.fromArray(SPECIES, c, at + LANES).max(0).intoArray(c, at + LANES);
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

  /** c = start + a panel, a tile of 12 rows; the start is the panel's last row. */
  private static void inner12(
      float[] a,
      int from,
      int stride,
      int depth,
      float[] panel,
      float[] c,
      int to,
      int cStride,
      boolean two) {
    FloatVector s0 = FloatVector.fromArray(SPECIES, panel, depth * WIDTH);
    FloatVector t0 = FloatVector.fromArray(SPECIES, panel, depth * WIDTH + LANES);
    FloatVector s1 = s0;
    FloatVector t1 = t0;
    int a1 = from + stride;
    FloatVector s2 = s0;
    FloatVector t2 = t0;
    int a2 = from + 2 * stride;
    FloatVector s3 = s0;
    FloatVector t3 = t0;
    int a3 = from + 3 * stride;
    FloatVector s4 = s0;
    FloatVector t4 = t0;
    int a4 = from + 4 * stride;
    FloatVector s5 = s0;
    FloatVector t5 = t0;
    int a5 = from + 5 * stride;
    FloatVector s6 = s0;
    FloatVector t6 = t0;
    int a6 = from + 6 * stride;
    FloatVector s7 = s0;
    FloatVector t7 = t0;
    int a7 = from + 7 * stride;
    FloatVector s8 = s0;
    FloatVector t8 = t0;
    int a8 = from + 8 * stride;
    FloatVector s9 = s0;
    FloatVector t9 = t0;
    int a9 = from + 9 * stride;
    FloatVector s10 = s0;
    FloatVector t10 = t0;
    int a10 = from + 10 * stride;
    FloatVector s11 = s0;
    FloatVector t11 = t0;
    int a11 = from + 11 * stride;
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
      x = FloatVector.broadcast(SPECIES, a[a8 + k]);
      s8 = x.fma(b, s8);
      t8 = x.fma(d, t8);
      x = FloatVector.broadcast(SPECIES, a[a9 + k]);
      s9 = x.fma(b, s9);
      t9 = x.fma(d, t9);
      x = FloatVector.broadcast(SPECIES, a[a10 + k]);
      s10 = x.fma(b, s10);
      t10 = x.fma(d, t10);
      x = FloatVector.broadcast(SPECIES, a[a11 + k]);
      s11 = x.fma(b, s11);
      t11 = x.fma(d, t11);
    }
    s0.intoArray(c, to);
    s1.intoArray(c, to + cStride);
    s2.intoArray(c, to + 2 * cStride);
    s3.intoArray(c, to + 3 * cStride);
    s4.intoArray(c, to + 4 * cStride);
    s5.intoArray(c, to + 5 * cStride);
    s6.intoArray(c, to + 6 * cStride);
    s7.intoArray(c, to + 7 * cStride);
    s8.intoArray(c, to + 8 * cStride);
    s9.intoArray(c, to + 9 * cStride);
    s10.intoArray(c, to + 10 * cStride);
    s11.intoArray(c, to + 11 * cStride);
    if (two) {
      int next = to + LANES;
      t0.intoArray(c, next);
      t1.intoArray(c, next + cStride);
      t2.intoArray(c, next + 2 * cStride);
      t3.intoArray(c, next + 3 * cStride);
      t4.intoArray(c, next + 4 * cStride);
      t5.intoArray(c, next + 5 * cStride);
      t6.intoArray(c, next + 6 * cStride);
      t7.intoArray(c, next + 7 * cStride);
      t8.intoArray(c, next + 8 * cStride);
      t9.intoArray(c, next + 9 * cStride);
      t10.intoArray(c, next + 10 * cStride);
      t11.intoArray(c, next + 11 * cStride);
    }
  }

  /** c = start + a panel, a tile of 4 rows; the start is the panel's last row. */
  private static void inner4(
      float[] a,
      int from,
      int stride,
      int depth,
      float[] panel,
      float[] c,
      int to,
      int cStride,
      boolean two) {
    FloatVector s0 = FloatVector.fromArray(SPECIES, panel, depth * WIDTH);
    FloatVector t0 = FloatVector.fromArray(SPECIES, panel, depth * WIDTH + LANES);
    FloatVector s1 = s0;
    FloatVector t1 = t0;
    int a1 = from + stride;
    FloatVector s2 = s0;
    FloatVector t2 = t0;
    int a2 = from + 2 * stride;
    FloatVector s3 = s0;
    FloatVector t3 = t0;
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
    s0.intoArray(c, to);
    s1.intoArray(c, to + cStride);
    s2.intoArray(c, to + 2 * cStride);
    s3.intoArray(c, to + 3 * cStride);
    if (two) {
      int next = to + LANES;
      t0.intoArray(c, next);
      t1.intoArray(c, next + cStride);
      t2.intoArray(c, next + 2 * cStride);
      t3.intoArray(c, next + 3 * cStride);
    }
  }

  /** x^T panel, a tile of 12 rows. */
  private static void outer12(
      float[] x, int from, int stride, int depth, float[] panel, float[] tile) {
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
    FloatVector s8 = FloatVector.zero(SPECIES);
    FloatVector t8 = FloatVector.zero(SPECIES);
    FloatVector s9 = FloatVector.zero(SPECIES);
    FloatVector t9 = FloatVector.zero(SPECIES);
    FloatVector s10 = FloatVector.zero(SPECIES);
    FloatVector t10 = FloatVector.zero(SPECIES);
    FloatVector s11 = FloatVector.zero(SPECIES);
    FloatVector t11 = FloatVector.zero(SPECIES);
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
      a = FloatVector.broadcast(SPECIES, x[at + 8]);
      s8 = a.fma(b, s8);
      t8 = a.fma(d, t8);
      a = FloatVector.broadcast(SPECIES, x[at + 9]);
      s9 = a.fma(b, s9);
      t9 = a.fma(d, t9);
      a = FloatVector.broadcast(SPECIES, x[at + 10]);
      s10 = a.fma(b, s10);
      t10 = a.fma(d, t10);
      a = FloatVector.broadcast(SPECIES, x[at + 11]);
      s11 = a.fma(b, s11);
      t11 = a.fma(d, t11);
    }
    s0.intoArray(tile, 0);
    t0.intoArray(tile, LANES);
    s1.intoArray(tile, WIDTH);
    t1.intoArray(tile, WIDTH + LANES);
    s2.intoArray(tile, 2 * WIDTH);
    t2.intoArray(tile, 2 * WIDTH + LANES);
    s3.intoArray(tile, 3 * WIDTH);
    t3.intoArray(tile, 3 * WIDTH + LANES);
    s4.intoArray(tile, 4 * WIDTH);
    t4.intoArray(tile, 4 * WIDTH + LANES);
    s5.intoArray(tile, 5 * WIDTH);
    t5.intoArray(tile, 5 * WIDTH + LANES);
    s6.intoArray(tile, 6 * WIDTH);
    t6.intoArray(tile, 6 * WIDTH + LANES);
    s7.intoArray(tile, 7 * WIDTH);
    t7.intoArray(tile, 7 * WIDTH + LANES);
    s8.intoArray(tile, 8 * WIDTH);
    t8.intoArray(tile, 8 * WIDTH + LANES);
    s9.intoArray(tile, 9 * WIDTH);
    t9.intoArray(tile, 9 * WIDTH + LANES);
    s10.intoArray(tile, 10 * WIDTH);
    t10.intoArray(tile, 10 * WIDTH + LANES);
    s11.intoArray(tile, 11 * WIDTH);
    t11.intoArray(tile, 11 * WIDTH + LANES);
  }

  /** x^T panel, a tile of 4 rows. */
  private static void outer4(
      float[] x, int from, int stride, int depth, float[] panel, float[] tile) {
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
    s0.intoArray(tile, 0);
    t0.intoArray(tile, LANES);
    s1.intoArray(tile, WIDTH);
    t1.intoArray(tile, WIDTH + LANES);
    s2.intoArray(tile, 2 * WIDTH);
    t2.intoArray(tile, 2 * WIDTH + LANES);
    s3.intoArray(tile, 3 * WIDTH);
    t3.intoArray(tile, 3 * WIDTH + LANES);
  }
}
