package org.dextwin.retarget.vector;

import org.dextwin.api.math.Vec3;

/**
 * What a finger looks like, seen from the palm H.
 *
 * @param name its name
 * @param base p_HB, origin of its first moving link [m]
 * @param ahead unit vector from there to the tip, with all joints at zero
 * @param closing unit vector of the tip's way from there to the middle of its joints' ranges; zero
 *     if it does not move
 * @param axis unit vector of its last moving joint's axis, with all joints at zero, turned so that
 *     a positive turn closes
 * @param length distance of the end of the tip from the base, with all joints at zero [m]
 */
record FingerGeometry(String name, Vec3 base, Vec3 ahead, Vec3 closing, Vec3 axis, double length) {

  /** How alike two fingers point and close, from -2 to 2. */
  double likeness(FingerGeometry other) {
    return ahead.dot(other.ahead) + closing.dot(other.closing);
  }
}
