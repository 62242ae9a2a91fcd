package org.dextwin.experiments.drex.internal.pushlog.enginefit;

import java.util.List;
import org.dextwin.api.math.Pose;
import org.dextwin.api.math.Vec3;
import org.dextwin.api.model.RobotModel;

/**
 * One push as the fit sees it: the hand's log, the tracked object, and what is known of both. Times
 * are on the clock of the joint log.
 *
 * @param object the pushed object
 * @param hand the pushing hand, with colliders only where it may touch; its root does not move
 * @param base X_WH of its root, as far as it is known
 * @param tips the fingertips
 * @param times times of the joint readings [s], evenly spaced
 * @param joints tracks of the moving joints of the hand, in kinematic order
 * @param poses the tracked object
 * @param onset when the object was first seen off its place [s]
 * @param start when the replay starts, the hand free [s]
 * @param end when the replay ends [s]
 * @param quasiStaticMass mass by the quasi-static balance [kg]; sets the stiffness of the table,
 *     and the search starts around it
 */
@SuppressWarnings("ArrayRecordComponent") // never compared
public record RecordedPush(
    StandingObject object,
    RobotModel hand,
    Pose base,
    List<Tip> tips,
    double[] times,
    List<JointTrack> joints,
    List<SeenPose> poses,
    double onset,
    double start,
    double end,
    double quasiStaticMass) {

  /**
   * Copies the lists.
   *
   * @param object the pushed object
   * @param hand the pushing hand
   * @param base X_WH of its root, as far as it is known
   * @param tips the fingertips
   * @param times times of the joint readings [s]
   * @param joints tracks of the moving joints of the hand
   * @param poses the tracked object
   * @param onset when the object was first seen off its place [s]
   * @param start when the replay starts [s]
   * @param end when the replay ends [s]
   * @param quasiStaticMass mass by the quasi-static balance [kg]
   */
  public RecordedPush {
    tips = List.copyOf(tips);
    joints = List.copyOf(joints);
    poses = List.copyOf(poses);
  }

  /**
   * A round fingertip.
   *
   * @param link name of its link
   * @param center its centre in the link's frame [m]
   * @param radius its radius [m]
   */
  public record Tip(String link, Vec3 center, double radius) {}

  /** Returns a logged signal at a time, linear between readings. */
  double at(double[] signal, double time) {
    double place = (time - times[0]) / (times[times.length - 1] - times[0]) * (times.length - 1);
    int before = Math.max(0, Math.min(times.length - 2, (int) Math.floor(place)));
    double weight = Math.max(0, Math.min(1, place - before));
    return (1 - weight) * signal[before] + weight * signal[before + 1];
  }
}
