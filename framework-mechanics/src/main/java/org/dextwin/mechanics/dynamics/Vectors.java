package org.dextwin.mechanics.dynamics;

/**
 * Vectors of three, rotation matrices (row-major, 9 numbers) and symmetric matrices (xx, yy, zz,
 * xy, xz, yz) inside larger arrays, for kernels that must not allocate. Every argument is an array
 * and the index where the operand starts. Unless a method says otherwise, the result may alias an
 * operand.
 *
 * <p><i>Thread safety</i>: immutable.
 */
public final class Vectors {

  private Vectors() {}

  /**
   * out = a.
   *
   * @param a operand
   * @param ia its index
   * @param out result
   * @param io its index
   */
  public static void copy(double[] a, int ia, double[] out, int io) {
    out[io] = a[ia];
    out[io + 1] = a[ia + 1];
    out[io + 2] = a[ia + 2];
  }

  /**
   * out = 0.
   *
   * @param out result
   * @param io its index
   */
  public static void clear(double[] out, int io) {
    out[io] = 0;
    out[io + 1] = 0;
    out[io + 2] = 0;
  }

  /**
   * Returns a . b.
   *
   * @param a operand
   * @param ia its index
   * @param b operand
   * @param ib its index
   * @return the inner product
   */
  public static double dot(double[] a, int ia, double[] b, int ib) {
    return a[ia] * b[ib] + a[ia + 1] * b[ib + 1] + a[ia + 2] * b[ib + 2];
  }

  /**
   * out = a x b.
   *
   * @param a operand
   * @param ia its index
   * @param b operand
   * @param ib its index
   * @param out result
   * @param io its index
   */
  public static void cross(double[] a, int ia, double[] b, int ib, double[] out, int io) {
    double x = a[ia + 1] * b[ib + 2] - a[ia + 2] * b[ib + 1];
    double y = a[ia + 2] * b[ib] - a[ia] * b[ib + 2];
    double z = a[ia] * b[ib + 1] - a[ia + 1] * b[ib];
    out[io] = x;
    out[io + 1] = y;
    out[io + 2] = z;
  }

  /**
   * out += k a x b.
   *
   * @param k factor
   * @param a operand
   * @param ia its index
   * @param b operand
   * @param ib its index
   * @param out result
   * @param io its index
   */
  public static void addCross(
      double k, double[] a, int ia, double[] b, int ib, double[] out, int io) {
    double x = a[ia + 1] * b[ib + 2] - a[ia + 2] * b[ib + 1];
    double y = a[ia + 2] * b[ib] - a[ia] * b[ib + 2];
    double z = a[ia] * b[ib + 1] - a[ia + 1] * b[ib];
    out[io] += k * x;
    out[io + 1] += k * y;
    out[io + 2] += k * z;
  }

  /**
   * out += k a.
   *
   * @param k factor
   * @param a operand
   * @param ia its index
   * @param out result
   * @param io its index
   */
  public static void addScaled(double k, double[] a, int ia, double[] out, int io) {
    out[io] += k * a[ia];
    out[io + 1] += k * a[ia + 1];
    out[io + 2] += k * a[ia + 2];
  }

  /**
   * out = R a.
   *
   * @param r rotation matrix
   * @param ir its index
   * @param a operand
   * @param ia its index
   * @param out result
   * @param io its index
   */
  public static void rotate(double[] r, int ir, double[] a, int ia, double[] out, int io) {
    double x = a[ia];
    double y = a[ia + 1];
    double z = a[ia + 2];
    out[io] = r[ir] * x + r[ir + 1] * y + r[ir + 2] * z;
    out[io + 1] = r[ir + 3] * x + r[ir + 4] * y + r[ir + 5] * z;
    out[io + 2] = r[ir + 6] * x + r[ir + 7] * y + r[ir + 8] * z;
  }

  /**
   * out = R^T a.
   *
   * @param r rotation matrix
   * @param ir its index
   * @param a operand
   * @param ia its index
   * @param out result
   * @param io its index
   */
  public static void rotateBack(double[] r, int ir, double[] a, int ia, double[] out, int io) {
    double x = a[ia];
    double y = a[ia + 1];
    double z = a[ia + 2];
    out[io] = r[ir] * x + r[ir + 3] * y + r[ir + 6] * z;
    out[io + 1] = r[ir + 1] * x + r[ir + 4] * y + r[ir + 7] * z;
    out[io + 2] = r[ir + 2] * x + r[ir + 5] * y + r[ir + 8] * z;
  }

  /**
   * out = M a.
   *
   * @param m symmetric matrix as xx, yy, zz, xy, xz, yz
   * @param im its index
   * @param a operand
   * @param ia its index
   * @param out result
   * @param io its index
   */
  public static void multiply(double[] m, int im, double[] a, int ia, double[] out, int io) {
    double x = a[ia];
    double y = a[ia + 1];
    double z = a[ia + 2];
    out[io] = m[im] * x + m[im + 3] * y + m[im + 4] * z;
    out[io + 1] = m[im + 3] * x + m[im + 1] * y + m[im + 5] * z;
    out[io + 2] = m[im + 4] * x + m[im + 5] * y + m[im + 2] * z;
  }

  /**
   * Writes the rotation matrix of a unit quaternion (w, x, y, z).
   *
   * @param q quaternion
   * @param iq its index
   * @param r rotation matrix; overwritten
   * @param ir its index
   */
  public static void rotationOf(double[] q, int iq, double[] r, int ir) {
    double w = q[iq];
    double x = q[iq + 1];
    double y = q[iq + 2];
    double z = q[iq + 3];
    r[ir] = 1 - 2 * (y * y + z * z);
    r[ir + 1] = 2 * (x * y - w * z);
    r[ir + 2] = 2 * (x * z + w * y);
    r[ir + 3] = 2 * (x * y + w * z);
    r[ir + 4] = 1 - 2 * (x * x + z * z);
    r[ir + 5] = 2 * (y * z - w * x);
    r[ir + 6] = 2 * (x * z - w * y);
    r[ir + 7] = 2 * (y * z + w * x);
    r[ir + 8] = 1 - 2 * (x * x + y * y);
  }
}
