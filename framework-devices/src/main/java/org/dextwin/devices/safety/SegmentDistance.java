package org.dextwin.devices.safety;

/**
 * The distance between two line segments.
 *
 * <p><i>References</i>: Ericson 2005, "Real-time collision detection", section 5.1.9.
 */
final class SegmentDistance {

  /** Squared length below which a segment is a point [m^2]. */
  private static final double POINT = 1e-18;

  private SegmentDistance() {}

  /**
   * Returns the squared distance of the segments from p to p + d and from q to q + e.
   *
   * @param a array that holds p, then d
   * @param i index of p
   * @param b array that holds q, then e
   * @param j index of q
   */
  static double squared(double[] a, int i, double[] b, int j) {
    double rx = a[i] - b[j];
    double ry = a[i + 1] - b[j + 1];
    double rz = a[i + 2] - b[j + 2];
    double dd = dot(a, i + 3, a, i + 3);
    double ee = dot(b, j + 3, b, j + 3);
    double er = b[j + 3] * rx + b[j + 4] * ry + b[j + 5] * rz;
    double dr = a[i + 3] * rx + a[i + 4] * ry + a[i + 5] * rz;
    double s;
    double t;
    if (dd <= POINT) {
      s = 0;
      t = ee <= POINT ? 0 : clamped(er / ee);
    } else if (ee <= POINT) {
      t = 0;
      s = clamped(-dr / dd);
    } else {
      double de = dot(a, i + 3, b, j + 3);
      double determinant = dd * ee - de * de;
      s = determinant <= POINT * POINT ? 0 : clamped((de * er - dr * ee) / determinant);
      t = (de * s + er) / ee;
      if (t < 0) {
        t = 0;
        s = clamped(-dr / dd);
      } else if (t > 1) {
        t = 1;
        s = clamped((de - dr) / dd);
      }
    }
    double x = rx + s * a[i + 3] - t * b[j + 3];
    double y = ry + s * a[i + 4] - t * b[j + 4];
    double z = rz + s * a[i + 5] - t * b[j + 5];
    return x * x + y * y + z * z;
  }

  private static double dot(double[] a, int i, double[] b, int j) {
    return a[i] * b[j] + a[i + 1] * b[j + 1] + a[i + 2] * b[j + 2];
  }

  private static double clamped(double value) {
    return Math.max(0, Math.min(1, value));
  }
}
