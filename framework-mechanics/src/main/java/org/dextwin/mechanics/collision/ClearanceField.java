package org.dextwin.mechanics.collision;

/**
 * How far a robot is from what it must not touch, over its joint positions: a signed distance,
 * negative in collision. Pluggable: a function from joint positions to a distance will do; the
 * other methods then differentiate it numerically and know no bound of its slope.
 *
 * <p><i>Thread safety</i>: confined.
 */
@FunctionalInterface
public interface ClearanceField {

  /** Receives the pairs of bodies that are near one another. */
  @FunctionalInterface
  interface NearPairs {
    /**
     * Receives a pair.
     *
     * @param distance signed distance of the two [m]
     * @param gradient its derivative by the joint positions, shape (nv); valid during the call only
     */
    void accept(double distance, double[] gradient);
  }

  /**
   * Returns the signed distance of the closest pair.
   *
   * @param q joint positions in the kinematic order [rad or m]; not modified
   * @return distance [m], negative in collision; infinite if there is nothing to touch
   */
  double clearance(double[] q);

  /**
   * Hands over all pairs that are nearer than a distance. A field that knows no pairs hands over
   * the closest one alone, with central differences for its gradient.
   *
   * @param q joint positions in the kinematic order [rad or m]; not modified
   * @param distance pairs at this distance or farther are left out [m]
   * @param pairs receives the others
   */
  default void forEachNearer(double[] q, double distance, NearPairs pairs) {
    double value = clearance(q);
    if (value >= distance) {
      return;
    }
    double step = 1e-6; // rounding and truncation errors of a distance in metres balance near it
    double[] moved = q.clone();
    double[] gradient = new double[q.length];
    for (int i = 0; i < q.length; i++) {
      moved[i] = q[i] + step;
      double above = clearance(moved);
      moved[i] = q[i] - step;
      gradient[i] = (above - clearance(moved)) / (2 * step);
      moved[i] = q[i];
    }
    pairs.accept(value, gradient);
  }

  /**
   * Bounds how much any pair's distance can change on the straight line between two configurations.
   *
   * @param from joint positions at one end [rad or m]; not modified
   * @param to joint positions at the other [rad or m]; not modified
   * @return the bound [m]; infinite if the field knows none
   */
  default double largestChange(double[] from, double[] to) {
    return Double.POSITIVE_INFINITY;
  }

  /**
   * Says what is closest, for messages.
   *
   * @param q joint positions in the kinematic order [rad or m]; not modified
   * @return such as {@code 'link5' and 'table', -0.0120 m apart}
   */
  default String describeClosest(double[] q) {
    return "clearance " + clearance(q) + " m";
  }
}
