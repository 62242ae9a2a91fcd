package org.dextwin.task.grasp.internal.plan;

import java.util.List;
import org.dextwin.api.math.Vec3;

/**
 * Postures in which one fingertip opposes others about a fixed centre, from narrow to wide; all in
 * the frame H of the palm.
 *
 * @param opposer index of the finger that stands alone
 * @param others indices of the fingers that it opposes
 * @param center middle between the tips [m]
 * @param axis unit vector from the others to the opposer
 * @param back unit vector from the centre towards the palm, across the axis
 * @param pinches postures, each aperture {@link #STEP} wider than the one before
 */
record PrecisionGrip(
    int opposer, List<Integer> others, Vec3 center, Vec3 axis, Vec3 back, List<Pinch> pinches) {

  /** Step between apertures [m]. */
  static final double STEP = 0.01;

  /** Copies the lists. */
  PrecisionGrip {
    others = List.copyOf(others);
    pinches = List.copyOf(pinches);
  }

  /**
   * Returns the side on which a finger is: 1 for the opposer, -1 for the others, 0 for the rest.
   */
  int side(int finger) {
    return finger == opposer ? 1 : others.contains(finger) ? -1 : 0;
  }

  /** Tells whether objects of a width fit. */
  boolean fits(double width) {
    return width >= pinches.get(0).aperture() - STEP / 2
        && width <= pinches.get(pinches.size() - 1).aperture() + STEP / 2;
  }

  /** Returns the posture between the two nearest apertures [rad]. */
  double[] posture(double width) {
    double place = (width - pinches.get(0).aperture()) / STEP;
    int below = Math.max(0, Math.min(pinches.size() - 2, (int) Math.floor(place)));
    double s = Math.max(0, Math.min(1, place - below));
    double[] a = pinches.get(below).q();
    double[] b = pinches.get(below + 1).q();
    double[] q = new double[a.length];
    for (int i = 0; i < q.length; i++) {
      q[i] = a[i] + s * (b[i] - a[i]);
    }
    return q;
  }

  /** Returns the least grip over the apertures [N]. */
  double leastGrip() {
    return pinches.stream().mapToDouble(Pinch::grip).min().orElse(0);
  }

  /** Returns how much the aperture varies [m]. */
  double range() {
    return STEP * (pinches.size() - 1);
  }
}
