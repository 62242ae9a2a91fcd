package org.dextwin.experiments.drex.internal.pushlog.enginefit;

/**
 * What the log says of one joint of the pushing hand, in N m, and what free motion said of its
 * drive.
 *
 * @param joint name of the joint
 * @param position logged positions [rad], shape (n)
 * @param velocity logged velocities [rad/s], shape (n)
 * @param torque torques of the drive [N m], shape (n)
 * @param damping velocity gain of the drive [N m s/rad]
 * @param friction dry friction of the joint [N m]
 * @param armature inertia of the joint beyond that of its links [kg m^2]
 * @param role what the joint does in the push
 */
@SuppressWarnings("ArrayRecordComponent") // never compared
public record JointTrack(
    String joint,
    double[] position,
    double[] velocity,
    double[] torque,
    double damping,
    double friction,
    double armature,
    Role role) {

  /** What a joint does. */
  public enum Role {
    /** It moves, and the log says how. */
    MOVES,
    /** It is held where it was. */
    RESTS,
    /** It carries a finger to where it stands along the push, which is not quite known [m]. */
    STANDS
  }

  /**
   * Says whether the joint moves.
   *
   * @return whether it does
   */
  public boolean moves() {
    return role == Role.MOVES;
  }
}
