package org.dextwin.mechanics.urdf;

import java.util.List;
import org.dextwin.api.math.Quat;
import org.dextwin.api.math.Vec3;
import org.dextwin.mechanics.xml.XmlElement;
import org.dextwin.mechanics.xml.XmlNotes;

/**
 * The {@code origin} of an element.
 *
 * @param position xyz [m]
 * @param rotation rotation of rpy, about fixed axes
 */
record UrdfOrigin(Vec3 position, Quat rotation) {

  /** Angles are below a turn, unless they are degrees [rad]. */
  private static final double MORE_THAN_A_TURN = 2 * Math.PI + 0.01;

  static UrdfOrigin of(XmlElement parent, XmlNotes notes) {
    List<XmlElement> origins = parent.children("origin");
    if (origins.isEmpty()) {
      return new UrdfOrigin(Vec3.ZERO, Quat.IDENTITY);
    }
    if (origins.size() > 1) {
      throw origins.get(1).problem("found a second origin; expected one");
    }
    XmlElement origin = origins.get(0);
    Vec3 rpy = origin.vector("rpy").orElse(Vec3.ZERO);
    if (Math.max(Math.abs(rpy.x()), Math.max(Math.abs(rpy.y()), Math.abs(rpy.z())))
        > MORE_THAN_A_TURN) {
      notes.add(origin, "an rpy is more than a turn; is that degrees? URDF has radians");
    }
    return new UrdfOrigin(
        origin.vector("xyz").orElse(Vec3.ZERO), Quat.fromRollPitchYaw(rpy.x(), rpy.y(), rpy.z()));
  }

  /** Returns the angles of a rotation R = Rz(yaw) Ry(pitch) Rx(roll) as roll, pitch, yaw. */
  static Vec3 rollPitchYaw(Quat rotation) {
    double[] m = rotation.toMatrix();
    // the first column is Rz(yaw) (cos pitch, 0, -sin pitch)
    double pitch = Math.atan2(-m[6], Math.hypot(m[0], m[3]));
    double yaw = Math.atan2(m[3], m[0]);
    // Near pitch = +-90 degrees yaw is loose, and roll makes up for it: what is left of the
    // rotation is about x.
    Quat left = Quat.fromRollPitchYaw(0, pitch, yaw).inverse().times(rotation);
    return new Vec3(2 * Math.atan2(left.x(), left.w()), pitch, yaw);
  }
}
