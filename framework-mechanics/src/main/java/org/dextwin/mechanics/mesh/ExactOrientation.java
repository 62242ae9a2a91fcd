package org.dextwin.mechanics.mesh;

import java.math.BigDecimal;

/**
 * Says on which side of a plane a point lies, always rightly: in floating point where the rounding
 * error cannot matter, else exactly.
 *
 * <p><i>References</i>: Shewchuk 1997, "Adaptive precision floating-point arithmetic and fast
 * robust geometric predicates", bound A of ORIENT3D.
 */
final class ExactOrientation {

  private static final double EPSILON = Math.ulp(1.0) / 2;
  private static final double ERROR_BOUND = (7 + 56 * EPSILON) * EPSILON;

  private ExactOrientation() {}

  /**
   * Returns a number with the sign of det[b - a, c - a, d - a]: positive if d lies on the side of
   * the plane from which a, b, c turn counter-clockwise.
   *
   * @param p coordinates, row-major, shape (n, 3)
   * @param a index of the first point of the plane
   * @param b index of the second
   * @param c index of the third
   * @param d index of the point that is asked about
   */
  static double of(double[] p, int a, int b, int c, int d) {
    double ax = p[3 * a] - p[3 * d];
    double ay = p[3 * a + 1] - p[3 * d + 1];
    double az = p[3 * a + 2] - p[3 * d + 2];
    double bx = p[3 * b] - p[3 * d];
    double by = p[3 * b + 1] - p[3 * d + 1];
    double bz = p[3 * b + 2] - p[3 * d + 2];
    double cx = p[3 * c] - p[3 * d];
    double cy = p[3 * c + 1] - p[3 * d + 1];
    double cz = p[3 * c + 2] - p[3 * d + 2];
    double bxcy = bx * cy;
    double cxby = cx * by;
    double cxay = cx * ay;
    double axcy = ax * cy;
    double axby = ax * by;
    double bxay = bx * ay;
    double determinant = az * (bxcy - cxby) + bz * (cxay - axcy) + cz * (axby - bxay);
    double permanent =
        (Math.abs(bxcy) + Math.abs(cxby)) * Math.abs(az)
            + (Math.abs(cxay) + Math.abs(axcy)) * Math.abs(bz)
            + (Math.abs(axby) + Math.abs(bxay)) * Math.abs(cz);
    // det[a - d, b - d, c - d] is the opposite of det[b - a, c - a, d - a]
    return Math.abs(determinant) > ERROR_BOUND * permanent ? -determinant : -exact(p, a, b, c, d);
  }

  private static int exact(double[] p, int a, int b, int c, int d) {
    BigDecimal[] u = difference(p, a, d);
    BigDecimal[] v = difference(p, b, d);
    BigDecimal[] w = difference(p, c, d);
    return u[2].multiply(v[0].multiply(w[1]).subtract(w[0].multiply(v[1])))
        .add(v[2].multiply(w[0].multiply(u[1]).subtract(u[0].multiply(w[1]))))
        .add(w[2].multiply(u[0].multiply(v[1]).subtract(v[0].multiply(u[1]))))
        .signum();
  }

  private static BigDecimal[] difference(double[] p, int a, int b) {
    BigDecimal[] difference = new BigDecimal[3];
    for (int i = 0; i < 3; i++) {
      difference[i] = new BigDecimal(p[3 * a + i]).subtract(new BigDecimal(p[3 * b + i]));
    }
    return difference;
  }
}
