package org.dextwin.experiments.drex.internal.synthetic;

import java.util.ArrayList;
import java.util.List;
import org.dextwin.api.math.Pose;
import org.dextwin.api.math.Vec3;
import org.dextwin.experiments.drex.internal.pushlog.enginefit.JointTrack;
import org.dextwin.experiments.drex.internal.pushlog.enginefit.RecordedPush;
import org.dextwin.experiments.drex.internal.pushlog.enginefit.SeenPose;

/** Logs that do not tell the mass of what they claim to push: none may be identified. */
final class Guards {

  private Guards() {}

  /** The same motion, with torques that explain the fingers' part of it without a contact. */
  static RecordedPush withoutContact(RecordedPush push, FirstTouch touch) {
    List<JointTrack> free = new ArrayList<>();
    for (int finger = 0; finger < push.joints().size(); finger++) {
      JointTrack track = push.joints().get(finger);
      double[] torque = track.torque().clone();
      for (int i = 0; i < torque.length; i++) {
        torque[i] -= touch.excess()[finger][i];
      }
      free.add(
          new JointTrack(
              track.joint(),
              track.position(),
              track.velocity(),
              torque,
              track.damping(),
              track.friction(),
              track.armature(),
              track.role()));
    }
    return with(push, free, push.poses());
  }

  /** The same fingers, and the motion of another push from the same time of contact on. */
  static RecordedPush withMotionOf(RecordedPush push, RecordedPush other) {
    double later = push.onset() - other.onset();
    double higher = push.object().centerHeight() - other.object().centerHeight();
    List<SeenPose> poses =
        other.poses().stream()
            .map(seen -> moved(seen, later, higher))
            .filter(seen -> seen.time() >= push.start() && seen.time() <= push.end())
            .toList();
    return with(push, push.joints(), poses);
  }

  private static SeenPose moved(SeenPose seen, double later, double higher) {
    Pose pose = seen.pose();
    Pose moved =
        Pose.inWorld(pose.body(), pose.position().plus(new Vec3(0, 0, higher)), pose.rotation());
    return new SeenPose(seen.time() + later, moved, seen.rotationSigma(), seen.positionSigma());
  }

  private static RecordedPush with(
      RecordedPush push, List<JointTrack> joints, List<SeenPose> poses) {
    return new RecordedPush(
        push.object(),
        push.hand(),
        push.base(),
        push.tips(),
        push.times(),
        joints,
        poses,
        push.onset(),
        push.start(),
        push.end(),
        push.quasiStaticMass());
  }
}
