package org.dextwin.api.math;

/**
 * A symmetric 3 by 3 matrix, such as a rotational inertia [kg m^2].
 *
 * <p><i>Thread safety</i>: immutable.
 *
 * @param xx entry (0, 0)
 * @param yy entry (1, 1)
 * @param zz entry (2, 2)
 * @param xy entries (0, 1) and (1, 0)
 * @param xz entries (0, 2) and (2, 0)
 * @param yz entries (1, 2) and (2, 1)
 */
public record SymmetricMatrix3(double xx, double yy, double zz, double xy, double xz, double yz) {

  /**
   * Returns a diagonal matrix.
   *
   * @param xx entry (0, 0)
   * @param yy entry (1, 1)
   * @param zz entry (2, 2)
   * @return the matrix
   */
  public static SymmetricMatrix3 diagonal(double xx, double yy, double zz) {
    return new SymmetricMatrix3(xx, yy, zz, 0, 0, 0);
  }

  /**
   * Returns the matrix -[r]x [r]x = |r|^2 1 - r r^T, the inertia of a unit mass at r.
   *
   * @param r the position of the unit mass
   * @return the matrix
   */
  public static SymmetricMatrix3 ofPoint(Vec3 r) {
    return new SymmetricMatrix3(
        r.y() * r.y() + r.z() * r.z(),
        r.x() * r.x() + r.z() * r.z(),
        r.x() * r.x() + r.y() * r.y(),
        -r.x() * r.y(),
        -r.x() * r.z(),
        -r.y() * r.z());
  }

  /**
   * Returns the sum of two matrices.
   *
   * @param o the matrix to add
   * @return this + o
   */
  public SymmetricMatrix3 plus(SymmetricMatrix3 o) {
    return new SymmetricMatrix3(xx + o.xx, yy + o.yy, zz + o.zz, xy + o.xy, xz + o.xz, yz + o.yz);
  }

  /**
   * Returns this matrix scaled by a number.
   *
   * @param k the number
   * @return k * this
   */
  public SymmetricMatrix3 times(double k) {
    return new SymmetricMatrix3(k * xx, k * yy, k * zz, k * xy, k * xz, k * yz);
  }

  /**
   * Multiplies a vector.
   *
   * @param v the vector
   * @return this * v
   */
  public Vec3 times(Vec3 v) {
    return new Vec3(
        xx * v.x() + xy * v.y() + xz * v.z(),
        xy * v.x() + yy * v.y() + yz * v.z(),
        xz * v.x() + yz * v.y() + zz * v.z());
  }

  /**
   * Expresses this matrix, given in B, in A: R_AB M_B R_AB^T.
   *
   * @param R_AB the rotation
   * @return the matrix expressed in A
   */
  public SymmetricMatrix3 rotated(Quat R_AB) {
    Quat R_BA = R_AB.inverse();
    Vec3 x = R_AB.rotate(times(R_BA.rotate(Vec3.X)));
    Vec3 y = R_AB.rotate(times(R_BA.rotate(Vec3.Y)));
    Vec3 z = R_AB.rotate(times(R_BA.rotate(Vec3.Z)));
    return new SymmetricMatrix3(x.x(), y.y(), z.z(), x.y(), x.z(), y.z());
  }

  /**
   * Returns the determinant.
   *
   * @return det(this)
   */
  public double determinant() {
    return xx * (yy * zz - yz * yz) - xy * (xy * zz - yz * xz) + xz * (xy * yz - yy * xz);
  }

  /**
   * Returns the inverse matrix.
   *
   * @return this^-1
   * @throws ArithmeticException if the matrix is singular
   */
  public SymmetricMatrix3 inverse() {
    double determinant = determinant();
    if (determinant == 0 || Double.isNaN(determinant)) {
      throw new ArithmeticException("the matrix " + this + " is singular");
    }
    double k = 1 / determinant;
    return new SymmetricMatrix3(
        k * (yy * zz - yz * yz),
        k * (xx * zz - xz * xz),
        k * (xx * yy - xy * xy),
        k * (xz * yz - xy * zz),
        k * (xy * yz - xz * yy),
        k * (xy * xz - xx * yz));
  }

  /**
   * Says whether all eigenvalues are positive (Sylvester's criterion).
   *
   * @return true if this matrix is positive definite
   */
  public boolean isPositiveDefinite() {
    return xx > 0 && xx * yy - xy * xy > 0 && determinant() > 0;
  }
}
