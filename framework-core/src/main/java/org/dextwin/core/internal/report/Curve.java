package org.dextwin.core.internal.report;

import java.util.Arrays;
import java.util.HashSet;
import java.util.Set;
import java.util.stream.DoubleStream;
import org.dextwin.api.experiment.Plot;

/**
 * The points of a series that can be drawn: a point without x is dropped, one whose y has no place
 * on the axis becomes a gap, and points that nobody could tell apart on paper are left out, so that
 * long recordings make small files.
 *
 * <p><i>Thread safety</i>: immutable.
 */
final class Curve {

  /** Cells across the drawing area, a little finer than the points of the largest screen. */
  private static final int CELLS = 1600;

  /** Larger numbers would overflow when an axis is laid out; no quantity reaches them. */
  private static final double LARGEST = 1e300;

  private static final int MANY = 4 * CELLS;

  private final double[] x;
  private final double[] y;

  private Curve(double[] x, double[] y) {
    this.x = x;
    this.y = y;
  }

  static Curve of(Plot.Series series, Plot.Scale yScale) {
    Curve curve = drawable(series.x(), series.y(), yScale);
    if (curve.x.length <= MANY) {
      return curve;
    }
    if (series.style() == Plot.Style.POINTS) {
      return curve.withoutHiddenPoints(yScale);
    }
    return curve.isOrdered() ? curve.envelope() : curve;
  }

  double[] x() {
    return x.clone();
  }

  double[] y() {
    return y.clone();
  }

  DoubleStream xs() {
    return Arrays.stream(x);
  }

  DoubleStream ys() {
    return Arrays.stream(y);
  }

  int size() {
    return x.length;
  }

  /** Says whether there is anything to see. */
  boolean isVisible() {
    return Arrays.stream(y).anyMatch(value -> !Double.isNaN(value));
  }

  private static Curve drawable(double[] x, double[] y, Plot.Scale yScale) {
    Builder points = new Builder(x.length);
    for (int i = 0; i < x.length; i++) {
      if (Math.abs(x[i]) < LARGEST) {
        boolean hasPlace = Math.abs(y[i]) < LARGEST && (yScale == Plot.Scale.LINEAR || y[i] > 0);
        points.add(x[i], hasPlace ? y[i] : Double.NaN);
      }
    }
    return points.build();
  }

  private boolean isOrdered() {
    for (int i = 1; i < x.length; i++) {
      if (x[i] < x[i - 1]) {
        return false;
      }
    }
    return true;
  }

  /**
   * Keeps the first, lowest, highest and last point of each vertical strip: the drawn line is the
   * same to the pixel.
   */
  private Curve envelope() {
    double width = x[x.length - 1] - x[0];
    Builder points = new Builder(4 * CELLS);
    int start = 0;
    while (start < x.length) {
      int end = start + 1;
      boolean gap = Double.isNaN(y[start]);
      int strip = strip(x[start], width);
      while (end < x.length && Double.isNaN(y[end]) == gap && strip(x[end], width) == strip) {
        end++;
      }
      addExtremes(points, start, end, gap);
      start = end;
    }
    return points.build();
  }

  private int strip(double value, double width) {
    return width == 0 ? 0 : (int) ((value - x[0]) / width * CELLS);
  }

  private void addExtremes(Builder points, int start, int end, boolean gap) {
    if (gap) {
      points.add(x[start], Double.NaN);
      return;
    }
    int lowest = start;
    int highest = start;
    for (int i = start; i < end; i++) {
      lowest = y[i] < y[lowest] ? i : lowest;
      highest = y[i] > y[highest] ? i : highest;
    }
    int[] kept = {start, Math.min(lowest, highest), Math.max(lowest, highest), end - 1};
    for (int i = 0; i < kept.length; i++) {
      if (i == 0 || kept[i] != kept[i - 1]) {
        points.add(x[kept[i]], y[kept[i]]);
      }
    }
  }

  /** Keeps the first point of each cell of a fine grid. */
  private Curve withoutHiddenPoints(Plot.Scale yScale) {
    double[] height =
        yScale == Plot.Scale.LOGARITHMIC ? Arrays.stream(y).map(Math::log).toArray() : y;
    double left = smallest(x);
    double bottom = smallest(height);
    double cellWidth = Math.max(largest(x) - left, Double.MIN_NORMAL) / CELLS;
    double cellHeight = Math.max(largest(height) - bottom, Double.MIN_NORMAL) / CELLS;
    Set<Long> taken = new HashSet<>();
    Builder points = new Builder(MANY);
    for (int i = 0; i < x.length; i++) {
      if (!Double.isNaN(y[i])) {
        long column = (long) ((x[i] - left) / cellWidth);
        long row = (long) ((height[i] - bottom) / cellHeight);
        if (taken.add(column * (CELLS + 1) + row)) {
          points.add(x[i], y[i]);
        }
      }
    }
    return points.build();
  }

  private static double smallest(double[] values) {
    return Arrays.stream(values).filter(Double::isFinite).min().orElse(0);
  }

  private static double largest(double[] values) {
    return Arrays.stream(values).filter(Double::isFinite).max().orElse(0);
  }

  /** Growing lists of coordinates. */
  private static final class Builder {

    private double[] x;
    private double[] y;
    private int size;

    Builder(int capacity) {
      x = new double[Math.max(4, capacity)];
      y = new double[Math.max(4, capacity)];
    }

    void add(double xValue, double yValue) {
      if (size == x.length) {
        x = Arrays.copyOf(x, 2 * size);
        y = Arrays.copyOf(y, 2 * size);
      }
      x[size] = xValue;
      y[size] = yValue;
      size++;
    }

    Curve build() {
      return new Curve(Arrays.copyOf(x, size), Arrays.copyOf(y, size));
    }
  }
}
