package org.dextwin.mechanics.collision;

/**
 * The closest points of two line segments.
 *
 * <p><i>Thread safety</i>: thread-safe; holds no state. <i>References</i>: Ericson 2005, "Real-time
 * collision detection", section 5.1.9.
 */
public final class Segments {

  /** Squared length below which a segment is a point [m^2]. */
  private static final double POINT = 1e-18;

  private Segments() {}

  /**
   * Finds the closest points p + s d and q + t e of two segments.
   *
   * @param axes array of segments, each by its start and its direction; not modified
   * @param i index of p
   * @param j index of q
   * @param out places s and t, in [0, 1]; overwritten
   * @return squared distance
   */
  public static double closest(double[] axes, int i, int j, double[] out) {
    double rx = axes[i] - axes[j];
    double ry = axes[i + 1] - axes[j + 1];
    double rz = axes[i + 2] - axes[j + 2];
    double dd = dot(axes, i + 3, i + 3);
    double ee = dot(axes, j + 3, j + 3);
    double de = dot(axes, i + 3, j + 3);
    double dr = axes[i + 3] * rx + axes[i + 4] * ry + axes[i + 5] * rz;
    double er = axes[j + 3] * rx + axes[j + 4] * ry + axes[j + 5] * rz;
    double s = 0;
    double t = 0;
    if (dd > POINT) {
      // the lines' closest point; any will do where they are parallel
      double determinant = dd * ee - de * de;
      s = determinant <= 1e-12 * dd * ee ? 0 : clamped((de * er - dr * ee) / determinant);
      t = ee <= POINT ? 0 : clamped((de * s + er) / ee);
      s = clamped((de * t - dr) / dd);
    }
    if (ee > POINT) {
      t = clamped((de * s + er) / ee);
    }
    double x = rx + s * axes[i + 3] - t * axes[j + 3];
    double y = ry + s * axes[i + 4] - t * axes[j + 4];
    double z = rz + s * axes[i + 5] - t * axes[j + 5];
    out[0] = s;
    out[1] = t;
    return x * x + y * y + z * z;
  }

  private static double dot(double[] axes, int i, int j) {
    return axes[i] * axes[j] + axes[i + 1] * axes[j + 1] + axes[i + 2] * axes[j + 2];
  }

  private static double clamped(double value) {
    return Math.max(0, Math.min(1, value));
  }
}
