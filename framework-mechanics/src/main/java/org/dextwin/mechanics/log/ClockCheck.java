package org.dextwin.mechanics.log;

import java.util.Optional;
import org.dextwin.mechanics.log.ClockOffset.Evidence;

/**
 * Diagnoses what offset is left between the clocks of two logs once the zone is known: seconds or
 * less, from computers that were not synchronised and from the tracker's latency.
 *
 * <p>The object starts to move when a finger meets it, and not when the joints start: fingers first
 * travel. So the onset of the object's motion is compared with the <i>touch</i>, the instant at
 * which the speed of a moving joint falls steeply while the joint moves on. Its uncertainty is the
 * time between two poses, plus the window in which the touch is sought, plus what extrapolating the
 * onset back to zero speed adds. Where no joint shows a touch (a light object, a finger that rested
 * against it) all that is known is that the object started while the joints moved: the offset is
 * then the middle of that interval, its uncertainty half of it.
 *
 * <p>An object that yields or creeps before it moves shows its onset late, by up to 0.2 s in
 * recorded pushes of a cardboard box; the uncertainty does not cover this. So the check diagnoses,
 * and never shifts a log.
 */
public final class ClockCheck {

  /** How far apart the two motions are sought [s]. */
  private static final double REACH_S = 2;

  private ClockCheck() {}

  /**
   * Compares the motion of joints and object.
   *
   * @param logs the logs, on UTC
   * @return the offset; empty if the joints or the object do not move, or not within 2 s of each
   *     other
   */
  public static Optional<ClockOffset> diagnose(SyncedLogs logs) {
    Optional<JointMotion> joints = JointMotion.find(logs.joints());
    if (joints.isEmpty()) {
      return Optional.empty();
    }
    JointMotion moving = joints.get();
    return ObjectOnset.find(logs.poses(), moving.start() - REACH_S, moving.end() + REACH_S)
        .map(onset -> compare(moving, onset));
  }

  private static ClockOffset compare(JointMotion joints, ObjectOnset onset) {
    if (joints.touch().isPresent()) {
      return new ClockOffset(
          onset.time() - joints.touch().getAsDouble(),
          onset.uncertainty() + JointMotion.WINDOW_S / 2,
          Evidence.TOUCH);
    }
    return new ClockOffset(
        onset.time() - (joints.start() + joints.end()) / 2,
        onset.uncertainty() + (joints.end() - joints.start()) / 2,
        Evidence.MOTION);
  }
}
