package org.dextwin.robot.urdf;

/** What the keys of hands and arms have in common. */
final class KeyText {

  static final String MODEL = "The URDF file; plain URDF, not xacro.";

  static final String PACKAGES =
      "Folders that may hold meshes beside the file's own: ROS packages, or folders of such.";

  static final String MISSING_MESHES =
      "What to do about a collision mesh that is not there or in a format that is not read: leave-out"
          + " the shape, which is said, or refuse the robot.";

  static final String WITHOUT = "Links to leave out, with all that they carry.";

  static final String DENSITY =
      "Density from which links with collision shapes, but without mass, get theirs; left out, only"
          + " those get it that would move without mass, at 1000 kg/m^3.";

  static final String ARMATURE = "Rotor inertia seen at every joint, which URDF does not hold.";

  static final String MOTORS = "The motors; left out, every moving joint has one.";

  static final String MIMIC_JOINTS =
      "What to do about joints that follow others (mimic), which no engine couples: own-motors gives"
          + " each a motor and a target of its own, which is said, or refuse the robot.";

  static final String JOINT_ORDERS =
      "Orders in which other programs list the moving joints, by name, such as isaac = [...]; files"
          + " refer to them.";

  private KeyText() {}
}
