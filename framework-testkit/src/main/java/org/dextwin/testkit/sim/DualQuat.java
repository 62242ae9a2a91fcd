package org.dextwin.testkit.sim;

/**
 * A unit quaternion, w first, and its derivative along one direction.
 *
 * @param w scalar part
 * @param u vector part
 */
record DualQuat(Dual w, DualVec3 u) {

  static DualQuat of(Dual[] values, int offset) {
    return new DualQuat(values[offset], DualVec3.of(values, offset + 1));
  }

  void copyTo(Dual[] values, int offset) {
    values[offset] = w;
    u.copyTo(values, offset + 1);
  }

  /** exp of a rotation vector, by its series where the quotient loses digits. */
  static DualQuat exp(DualVec3 rotation) {
    Dual square = rotation.dot(rotation);
    if (square.value() < 1e-8) {
      Dual cosine = Dual.of(1).minus(square.times(1.0 / 8));
      Dual factor = Dual.of(0.5).minus(square.times(1.0 / 48));
      return new DualQuat(cosine, rotation.times(factor));
    }
    Dual angle = square.sqrt();
    Dual half = angle.times(0.5);
    return new DualQuat(half.cos(), rotation.times(half.sin().over(angle)));
  }

  /** Hamilton product, normalised. */
  DualQuat times(DualQuat r) {
    Dual scalar = w.times(r.w).minus(u.dot(r.u));
    DualVec3 vector = r.u.times(w).plus(u.times(r.w)).plus(u.cross(r.u));
    Dual norm = scalar.times(scalar).plus(vector.dot(vector)).sqrt();
    return new DualQuat(scalar.over(norm), vector.times(Dual.of(1).over(norm)));
  }

  DualVec3 rotate(DualVec3 v) {
    DualVec3 t = u.cross(v).times(2);
    return v.plus(t.times(w)).plus(u.cross(t));
  }

  DualVec3 rotateBack(DualVec3 v) {
    return new DualQuat(w, u.times(-1)).rotate(v);
  }

  /** The derivative as a rotation vector applied on the left: 2 vec(dq q^-1). */
  double[] leftTangent() {
    double dw = w.slope();
    double dx = u.x().slope();
    double dy = u.y().slope();
    double dz = u.z().slope();
    double qw = w.value();
    double qx = -u.x().value();
    double qy = -u.y().value();
    double qz = -u.z().value();
    return new double[] {
      2 * (dw * qx + dx * qw + dy * qz - dz * qy),
      2 * (dw * qy - dx * qz + dy * qw + dz * qx),
      2 * (dw * qz + dx * qy - dy * qx + dz * qw)
    };
  }
}
