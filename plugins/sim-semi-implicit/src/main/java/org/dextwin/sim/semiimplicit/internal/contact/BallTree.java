package org.dextwin.sim.semiimplicit.internal.contact;

import java.util.Arrays;
import java.util.Comparator;
import java.util.stream.IntStream;

/**
 * A binary tree of balls over items that are balls themselves (points have radius zero), for
 * searches that discard whole balls. Node n has the children n + 1 and {@link #right}[n], or is a
 * leaf over {@link #order}[first..last).
 *
 * <p><i>Thread safety</i>: immutable after construction; the arrays are open for kernels.
 */
final class BallTree {

  /** Few enough that testing all is cheaper than descending. */
  private static final int LEAF = 4;

  /** Deepest descent of a balanced tree over all the items that an int can count. */
  static final int MAX_DEPTH = 64;

  final double[] centers;
  final double[] radii;
  final int[] first;
  final int[] last;

  /** Index of the second child; 0 for a leaf. */
  final int[] right;

  /** The items, leaf by leaf. */
  final int[] order;

  private final double[] itemCenters;
  private final double[] itemRadii;
  private int nodes;

  /**
   * Builds the tree.
   *
   * @param itemCenters centres of the items, shape (n, 3)
   * @param itemRadii their radii, shape (n)
   */
  BallTree(double[] itemCenters, double[] itemRadii) {
    int items = itemRadii.length;
    int capacity = Math.max(1, 2 * items);
    this.itemCenters = itemCenters;
    this.itemRadii = itemRadii;
    this.centers = new double[3 * capacity];
    this.radii = new double[capacity];
    this.first = new int[capacity];
    this.last = new int[capacity];
    this.right = new int[capacity];
    Integer[] boxed = IntStream.range(0, items).boxed().toArray(Integer[]::new);
    build(boxed, 0, items);
    this.order = Arrays.stream(boxed).mapToInt(Integer::intValue).toArray();
  }

  private void build(Integer[] items, int from, int to) {
    int node = nodes++;
    first[node] = from;
    last[node] = to;
    int longest = enclose(node, items, from, to);
    if (to - from > LEAF) {
      Arrays.sort(
          items, from, to, Comparator.comparingDouble(item -> itemCenters[3 * item + longest]));
      int middle = (from + to) / 2;
      build(items, from, middle);
      right[node] = nodes;
      build(items, middle, to);
    }
  }

  /** Places the ball of a node; returns the axis along which its items spread most. */
  private int enclose(int node, Integer[] items, int from, int to) {
    int longest = 0;
    double spread = -1;
    for (int axis = 0; axis < 3; axis++) {
      double lower = Double.POSITIVE_INFINITY;
      double upper = Double.NEGATIVE_INFINITY;
      for (int i = from; i < to; i++) {
        lower = Math.min(lower, itemCenters[3 * items[i] + axis]);
        upper = Math.max(upper, itemCenters[3 * items[i] + axis]);
      }
      centers[3 * node + axis] = (lower + upper) / 2;
      if (upper - lower > spread) {
        spread = upper - lower;
        longest = axis;
      }
    }
    sink(node, spread / 2);
    for (int i = from; i < to; i++) {
      double squared = 0;
      for (int axis = 0; axis < 3; axis++) {
        double d = itemCenters[3 * items[i] + axis] - centers[3 * node + axis];
        squared += d * d;
      }
      radii[node] = Math.max(radii[node], Math.sqrt(squared) + itemRadii[items[i]]);
    }
    return longest;
  }

  /**
   * Moves the centre of a node towards that of the root. What touches comes from outside: there, a
   * ball that is larger and lies deeper stands out less over a flat patch of surface.
   */
  private void sink(int node, double distance) {
    double squared = 0;
    for (int axis = 0; axis < 3; axis++) {
      double d = centers[axis] - centers[3 * node + axis];
      squared += d * d;
    }
    if (squared > distance * distance) {
      double share = distance / Math.sqrt(squared);
      for (int axis = 0; axis < 3; axis++) {
        centers[3 * node + axis] += share * (centers[axis] - centers[3 * node + axis]);
      }
    }
  }
}
