package org.dextwin.task.grasp.internal.control;

import java.util.Arrays;
import java.util.List;
import org.dextwin.api.math.Vec3;

/**
 * How fingers share the forces of a squeeze, so that the object is not pushed away: shares w that
 * minimise |sum w_i d_i|^2, d_i being the unit direction in which finger i pushes, with w_i >= 0
 * and sum w_i = 1. Of all such shares the most even ones are taken. A thumb against three fingers
 * takes one half, each of the three a sixth.
 */
public final class ForceShares {

  /** Weight of evenness against balance. */
  private static final double EVENNESS = 1e-2;

  /**
   * Directions this close to a common axis count as along it, cosine of 30 degrees: friction bears
   * what they leave unbalanced across it. Else fingers that point a little to the wrong side would
   * be left without force, and a grip by two tips lets the object turn.
   */
  private static final double ALONG = Math.cos(Math.toRadians(30));

  /** Steps of the power iteration for the principal axis. */
  private static final int POWERS = 30;

  private static final int ITERATIONS = 2000;

  private ForceShares() {}

  /**
   * Computes the shares by projected gradient descent.
   *
   * @param directions unit directions of the pushes, or zero for a finger that does not push
   * @return share of each; zeros if no finger pushes
   */
  public static double[] of(List<Vec3> directions) {
    return balanced(aligned(directions));
  }

  /** Turns what is nearly along the principal axis of all directions into it. */
  private static List<Vec3> aligned(List<Vec3> directions) {
    Vec3 axis = directions.stream().filter(it -> it.norm() > 0).findFirst().orElse(Vec3.ZERO);
    for (int k = 0; k < POWERS; k++) {
      Vec3 next = Vec3.ZERO;
      for (Vec3 d : directions) {
        next = next.plus(d.times(d.dot(axis)));
      }
      axis = next.norm() > 0 ? next.normalized() : axis;
    }
    Vec3 common = axis;
    return directions.stream()
        .map(d -> Math.abs(d.dot(common)) > ALONG ? common.times(Math.signum(d.dot(common))) : d)
        .toList();
  }

  private static double[] balanced(List<Vec3> directions) {
    int n = directions.size();
    boolean[] pushes = new boolean[n];
    int pushing = 0;
    for (int i = 0; i < n; i++) {
      pushes[i] = directions.get(i).norm() > 0;
      pushing += pushes[i] ? 1 : 0;
    }
    double[] w = new double[n];
    if (pushing == 0) {
      return w;
    }
    for (int i = 0; i < n; i++) {
      w[i] = pushes[i] ? 1.0 / pushing : 0;
    }
    double step = 0.5 / (pushing + EVENNESS); // below the inverse of the largest curvature, 2 n
    for (int k = 0; k < ITERATIONS; k++) {
      Vec3 sum = Vec3.ZERO;
      for (int i = 0; i < n; i++) {
        sum = sum.plus(directions.get(i).times(w[i]));
      }
      double[] next = new double[n];
      for (int i = 0; i < n; i++) {
        next[i] = w[i] - step * 2 * (sum.dot(directions.get(i)) + EVENNESS * w[i]);
      }
      w = projected(next, pushes);
    }
    return w;
  }

  /** Projects on the simplex of those that push (Duchi et al. 2008). */
  private static double[] projected(double[] w, boolean[] pushes) {
    double[] sorted = new double[w.length];
    int n = 0;
    for (int i = 0; i < w.length; i++) {
      if (pushes[i]) {
        sorted[n++] = -w[i];
      }
    }
    Arrays.sort(sorted, 0, n);
    double sum = 0;
    double shift = 0;
    for (int k = 0; k < n; k++) {
      sum -= sorted[k];
      double candidate = (sum - 1) / (k + 1);
      if (-sorted[k] > candidate) {
        shift = candidate;
      }
    }
    double[] out = new double[w.length];
    for (int i = 0; i < w.length; i++) {
      out[i] = pushes[i] ? Math.max(0, w[i] - shift) : 0;
    }
    return out;
  }
}
