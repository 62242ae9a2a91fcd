package org.dextwin.api.math;

/**
 * A unit quaternion, Hamilton convention, w first: the rotation R_AB that turns coordinates in B
 * into coordinates in A.
 *
 * <p><i>Thread safety</i>: immutable. <i>References</i>: Sola 2017, "Quaternion kinematics for the
 * error-state Kalman filter", sections 1 and 2.
 *
 * @param w scalar part
 * @param x first component of the vector part
 * @param y second component of the vector part
 * @param z third component of the vector part
 */
public record Quat(double w, double x, double y, double z) {

  /** The rotation by zero. */
  public static final Quat IDENTITY = new Quat(1, 0, 0, 0);

  private static final double UNIT_TOLERANCE = 1e-6;

  /**
   * Normalises a quaternion whose length is one up to rounding.
   *
   * @param w scalar part
   * @param x first component of the vector part
   * @param y second component of the vector part
   * @param z third component of the vector part
   * @throws IllegalArgumentException if the length differs from one by more than 1e-6, or is NaN
   */
  public Quat {
    double norm = Math.sqrt(w * w + x * x + y * y + z * z);
    if (!(Math.abs(norm - 1) <= UNIT_TOLERANCE)) {
      throw new IllegalArgumentException(
          "quaternion (" + w + ", " + x + ", " + y + ", " + z + ") has length " + norm + ", not 1");
    }
    w /= norm;
    x /= norm;
    y /= norm;
    z /= norm;
  }

  /**
   * Returns the unit quaternion in the direction of four numbers.
   *
   * @param w scalar part
   * @param x first component of the vector part
   * @param y second component of the vector part
   * @param z third component of the vector part
   * @return the normalised quaternion
   * @throws IllegalArgumentException if all four are zero or one is not finite
   */
  public static Quat normalizing(double w, double x, double y, double z) {
    double norm = Math.sqrt(w * w + x * x + y * y + z * z);
    return new Quat(w / norm, x / norm, y / norm, z / norm);
  }

  /**
   * Reads four consecutive numbers of an array, w first, and normalises them.
   *
   * @param values the array
   * @param offset index of w
   * @return the quaternion
   */
  public static Quat of(double[] values, int offset) {
    return normalizing(values[offset], values[offset + 1], values[offset + 2], values[offset + 3]);
  }

  /**
   * Returns the rotation about an axis.
   *
   * @param axis the axis; any length but zero
   * @param angle the angle [rad]
   * @return the rotation
   */
  public static Quat aboutAxis(Vec3 axis, double angle) {
    Vec3 n = axis.normalized().times(Math.sin(angle / 2));
    return new Quat(Math.cos(angle / 2), n.x(), n.y(), n.z());
  }

  /**
   * Returns the exponential of a rotation vector.
   *
   * @param rotation axis times angle [rad]
   * @return the rotation
   */
  public static Quat exp(Vec3 rotation) {
    double angle = rotation.norm();
    // sin(a/2)/a by its series where the quotient loses digits
    double factor = angle < 1e-6 ? 0.5 - angle * angle / 48 : Math.sin(angle / 2) / angle;
    return normalizing(
        Math.cos(angle / 2), factor * rotation.x(), factor * rotation.y(), factor * rotation.z());
  }

  /**
   * Returns the rotation of fixed-axis roll, pitch and yaw: R = Rz(yaw) Ry(pitch) Rx(roll).
   *
   * @param roll rotation about x [rad]
   * @param pitch rotation about y [rad]
   * @param yaw rotation about z [rad]
   * @return the rotation
   */
  public static Quat fromRollPitchYaw(double roll, double pitch, double yaw) {
    return aboutAxis(Vec3.Z, yaw).times(aboutAxis(Vec3.Y, pitch)).times(aboutAxis(Vec3.X, roll));
  }

  /**
   * Returns the rotation of a matrix.
   *
   * @param m rotation matrix, row-major, shape (3, 3) as 9 numbers
   * @return the rotation
   * @throws IllegalArgumentException if m is not a rotation to 1e-3: a column is not of unit
   *     length, two are not orthogonal, or the determinant is -1 (a reflection)
   */
  public static Quat fromMatrix(double[] m) {
    if (m.length != 9) {
      throw new DimensionMismatchException("rotation matrix", 9, m.length);
    }
    Vec3 a = new Vec3(m[0], m[3], m[6]);
    Vec3 b = new Vec3(m[1], m[4], m[7]);
    Vec3 c = new Vec3(m[2], m[5], m[8]);
    double determinant = a.cross(b).dot(c);
    if (determinant < 0) {
      throw new IllegalArgumentException(
          "matrix is a reflection (determinant " + determinant + "), not a rotation");
    }
    double defect =
        Math.max(
            Math.max(Math.abs(a.dot(b)), Math.abs(a.dot(c))),
            Math.max(
                Math.abs(b.dot(c)),
                Math.max(
                    Math.abs(a.norm() - 1),
                    Math.max(Math.abs(b.norm() - 1), Math.abs(c.norm() - 1)))));
    if (!(defect <= 1e-3)) {
      throw new IllegalArgumentException(
          "matrix is not a rotation: it is off orthonormal by " + defect);
    }
    // Shepperd 1978: divide by the largest of the four squared components
    double trace = m[0] + m[4] + m[8];
    if (trace > Math.max(m[0], Math.max(m[4], m[8]))) {
      return normalizing(1 + trace, m[7] - m[5], m[2] - m[6], m[3] - m[1]);
    }
    if (m[0] >= m[4] && m[0] >= m[8]) {
      return normalizing(m[7] - m[5], 1 + m[0] - m[4] - m[8], m[1] + m[3], m[2] + m[6]);
    }
    if (m[4] >= m[8]) {
      return normalizing(m[2] - m[6], m[1] + m[3], 1 + m[4] - m[0] - m[8], m[5] + m[7]);
    }
    return normalizing(m[3] - m[1], m[2] + m[6], m[5] + m[7], 1 + m[8] - m[0] - m[4]);
  }

  /**
   * Returns the shortest rotation that turns one direction into another.
   *
   * @param from a direction; any length but zero
   * @param to a direction; any length but zero
   * @return the rotation R with R from = to, up to length
   */
  public static Quat between(Vec3 from, Vec3 to) {
    Vec3 a = from.normalized();
    Vec3 b = to.normalized();
    double cosine = a.dot(b);
    if (cosine < -1 + 1e-12) {
      Vec3 other = Math.abs(a.x()) < 0.9 ? Vec3.X : Vec3.Y;
      return aboutAxis(a.cross(other), Math.PI);
    }
    Vec3 axis = a.cross(b);
    return normalizing(1 + cosine, axis.x(), axis.y(), axis.z());
  }

  /**
   * Returns the rotation by this one after another: R_AC = R_AB * R_BC.
   *
   * @param r the rotation applied first
   * @return the product
   */
  public Quat times(Quat r) {
    return normalizing(
        w * r.w - x * r.x - y * r.y - z * r.z,
        w * r.x + x * r.w + y * r.z - z * r.y,
        w * r.y - x * r.z + y * r.w + z * r.x,
        w * r.z + x * r.y - y * r.x + z * r.w);
  }

  /**
   * Returns the opposite rotation.
   *
   * @return R_BA of R_AB
   */
  public Quat inverse() {
    return new Quat(w, -x, -y, -z);
  }

  /**
   * Turns a vector.
   *
   * @param v_B the vector, expressed in B
   * @return the same vector expressed in A
   */
  public Vec3 rotate(Vec3 v_B) {
    Vec3 u = new Vec3(x, y, z);
    Vec3 t = u.cross(v_B).times(2);
    return v_B.plus(t.times(w)).plus(u.cross(t));
  }

  /**
   * Returns the rotation vector of this rotation, the inverse of {@link #exp}.
   *
   * @return axis times angle [rad], angle in [0, pi]
   */
  public Vec3 log() {
    double sign = w < 0 ? -1 : 1;
    double sine = Math.sqrt(x * x + y * y + z * z);
    double angle = 2 * Math.atan2(sine, sign * w);
    // angle/sin(angle/2) by its series where the quotient loses digits
    double factor = sine < 1e-8 ? 2 : angle / sine;
    return new Vec3(sign * x, sign * y, sign * z).times(factor);
  }

  /**
   * Returns the angle between this rotation and another.
   *
   * @param other the other rotation
   * @return the angle [rad], in [0, pi]
   */
  public double angleTo(Quat other) {
    return inverse().times(other).log().norm();
  }

  /**
   * Returns the rotation matrix.
   *
   * @return row-major, shape (3, 3) as 9 numbers
   */
  public double[] toMatrix() {
    return new double[] {
      1 - 2 * (y * y + z * z),
      2 * (x * y - w * z),
      2 * (x * z + w * y),
      2 * (x * y + w * z),
      1 - 2 * (x * x + z * z),
      2 * (y * z - w * x),
      2 * (x * z - w * y),
      2 * (y * z + w * x),
      1 - 2 * (x * x + y * y)
    };
  }

  /**
   * Writes the four components into an array, w first.
   *
   * @param values the array; four entries are overwritten
   * @param offset index of w
   */
  public void copyTo(double[] values, int offset) {
    values[offset] = w;
    values[offset + 1] = x;
    values[offset + 2] = y;
    values[offset + 3] = z;
  }
}
