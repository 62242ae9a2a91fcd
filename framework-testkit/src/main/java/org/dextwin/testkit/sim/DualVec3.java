package org.dextwin.testkit.sim;

import org.dextwin.api.math.SymmetricMatrix3;
import org.dextwin.api.math.Vec3;

/**
 * A vector and its derivative along one direction.
 *
 * @param x first coordinate
 * @param y second coordinate
 * @param z third coordinate
 */
record DualVec3(Dual x, Dual y, Dual z) {

  static final DualVec3 ZERO = new DualVec3(Dual.ZERO, Dual.ZERO, Dual.ZERO);

  static DualVec3 of(Vec3 v) {
    return new DualVec3(Dual.of(v.x()), Dual.of(v.y()), Dual.of(v.z()));
  }

  static DualVec3 of(Dual[] values, int offset) {
    return new DualVec3(values[offset], values[offset + 1], values[offset + 2]);
  }

  void copyTo(Dual[] values, int offset) {
    values[offset] = x;
    values[offset + 1] = y;
    values[offset + 2] = z;
  }

  Vec3 value() {
    return new Vec3(x.value(), y.value(), z.value());
  }

  DualVec3 plus(DualVec3 o) {
    return new DualVec3(x.plus(o.x), y.plus(o.y), z.plus(o.z));
  }

  DualVec3 minus(DualVec3 o) {
    return new DualVec3(x.minus(o.x), y.minus(o.y), z.minus(o.z));
  }

  DualVec3 times(Dual k) {
    return new DualVec3(x.times(k), y.times(k), z.times(k));
  }

  DualVec3 times(double k) {
    return new DualVec3(x.times(k), y.times(k), z.times(k));
  }

  Dual dot(DualVec3 o) {
    return x.times(o.x).plus(y.times(o.y)).plus(z.times(o.z));
  }

  DualVec3 cross(DualVec3 o) {
    return new DualVec3(
        y.times(o.z).minus(z.times(o.y)),
        z.times(o.x).minus(x.times(o.z)),
        x.times(o.y).minus(y.times(o.x)));
  }

  static DualVec3 multiply(SymmetricMatrix3 m, DualVec3 v) {
    return new DualVec3(
        v.x.times(m.xx()).plus(v.y.times(m.xy())).plus(v.z.times(m.xz())),
        v.x.times(m.xy()).plus(v.y.times(m.yy())).plus(v.z.times(m.yz())),
        v.x.times(m.xz()).plus(v.y.times(m.yz())).plus(v.z.times(m.zz())));
  }
}
