package org.dextwin.mechanics.planning;

/** Straight lines between configurations. */
final class Lines {

  private Lines() {}

  static double length(double[] from, double[] to) {
    double squared = 0;
    for (int i = 0; i < from.length; i++) {
      squared += (to[i] - from[i]) * (to[i] - from[i]);
    }
    return Math.sqrt(squared);
  }

  /** Returns the point at a share of the way. */
  static double[] point(double[] from, double[] to, double share) {
    double[] point = new double[from.length];
    for (int i = 0; i < from.length; i++) {
      point[i] = from[i] + share * (to[i] - from[i]);
    }
    return point;
  }

  /** Returns the largest move of a joint. */
  static double largestMove(double[] from, double[] to) {
    double largest = 0;
    for (int i = 0; i < from.length; i++) {
      largest = Math.max(largest, Math.abs(to[i] - from[i]));
    }
    return largest;
  }
}
