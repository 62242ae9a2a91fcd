package org.dextwin.api.model;

import org.dextwin.api.math.Quat;
import org.dextwin.api.math.Vec3;

/**
 * A joint that carries a child link C on a parent link P. At q = 0 the child frame sits at the
 * given pose; the joint then moves it about or along its axis.
 *
 * <p><i>Thread safety</i>: immutable.
 *
 * @param name name, unique within the robot
 * @param type kind of motion
 * @param parent name of the parent link P
 * @param child name of the child link C
 * @param position p_PC at q = 0 [m]
 * @param rotation R_PC at q = 0
 * @param axis unit axis of motion, expressed in C
 * @param lower smallest position [rad or m]
 * @param upper largest position [rad or m]
 * @param damping viscous friction [N m s/rad or N s/m]
 * @param friction dry friction [N m or N]
 * @param armature rotor inertia seen at the joint [kg m^2 or kg]
 */
public record Joint(
    String name,
    Type type,
    String parent,
    String child,
    Vec3 position,
    Quat rotation,
    Vec3 axis,
    double lower,
    double upper,
    double damping,
    double friction,
    double armature) {

  /** Kinds of joint motion. */
  public enum Type {
    /** Rotation about the axis. */
    REVOLUTE,
    /** Translation along the axis. */
    PRISMATIC,
    /** No motion. */
    FIXED
  }

  /**
   * Checks axis and limits.
   *
   * @param name name, unique within the robot
   * @param type kind of motion
   * @param parent name of the parent link P
   * @param child name of the child link C
   * @param position p_PC at q = 0 [m]
   * @param rotation R_PC at q = 0
   * @param axis unit axis of motion, expressed in C
   * @param lower smallest position [rad or m]
   * @param upper largest position [rad or m]
   * @param damping viscous friction [N m s/rad or N s/m]
   * @param friction dry friction [N m or N]
   * @param armature rotor inertia seen at the joint [kg m^2 or kg]
   * @throws IllegalArgumentException if the axis is not of unit length, the limits are crossed, or
   *     a friction, damping or armature is negative
   */
  public Joint {
    if (Math.abs(axis.norm() - 1) > 1e-9) {
      throw new IllegalArgumentException(
          "joint '" + name + "' has the axis " + axis + ", not unit");
    }
    if (!(lower <= upper)) {
      throw new IllegalArgumentException(
          "joint '" + name + "' has the limits " + lower + " to " + upper);
    }
    if (!(damping >= 0) || !(friction >= 0) || !(armature >= 0)) {
      throw new IllegalArgumentException(
          "joint '" + name + "' has a negative damping, friction or armature");
    }
  }
}
