package org.dextwin.robot.urdf;

/** What becomes of a joint that follows another, which no engine couples. */
enum MimicJoints {
  /** It has a motor and a target of its own, which is said. */
  OWN_MOTORS,
  /** The robot is refused. */
  REFUSE
}
