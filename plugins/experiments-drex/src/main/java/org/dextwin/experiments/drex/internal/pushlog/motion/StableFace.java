package org.dextwin.experiments.drex.internal.pushlog.motion;

import java.util.Locale;
import org.dextwin.api.math.Vec3;

/**
 * A side on which the object can stand, in the mesh frame.
 *
 * @param normal unit normal, outwards
 * @param offset distance of the lowest point from the origin along it [m]
 * @param areaShare its part of the area of the convex hull
 * @param surface whether the scan shows it
 */
record StableFace(Vec3 normal, double offset, double areaShare, Surface surface) {

  /** Whether a scan shows a side. */
  enum Surface {
    /** The side is there, and so is the one opposite. */
    CLOSED,
    /** The scan is open here. */
    OPEN,
    /** The side is there; the one opposite is open. */
    OPPOSITE_OPEN
  }

  /** Cosine above which a normal counts as one of the mesh's axes: 20 degrees. */
  private static final double AXIS_COSINE = 0.94;

  boolean open() {
    return surface == Surface.OPEN;
  }

  String words() {
    double[] n = {normal.x(), normal.y(), normal.z()};
    for (int axis = 0; axis < 3; axis++) {
      if (Math.abs(n[axis]) > AXIS_COSINE) {
        String name = (n[axis] > 0 ? "+" : "-") + "xyz".charAt(axis);
        return open() ? "the open " + name + " end of the scan" : "its " + name + " side";
      }
    }
    String direction = String.format(Locale.ROOT, "(%.1f, %.1f, %.1f)", n[0], n[1], n[2]);
    return (open() ? "the open end of the scan towards " : "its side towards ") + direction;
  }
}
