package org.dextwin.retarget.vector;

import java.util.List;
import org.dextwin.api.learning.HumanFinger;
import org.dextwin.api.learning.HumanHandPose;
import org.dextwin.api.math.Pose;
import org.dextwin.api.math.Quat;
import org.dextwin.api.math.Vec3;

/**
 * Where a robot's palm and fingertips have to be to look like one human hand. The human hand is
 * seen from a frame K at a knuckle, with the axes of its wrist, and so is the robot's.
 */
final class Likeness {

  private final HandLikeness likeness;
  private final HumanHandPose hand;
  private final VectorConfig config;
  private final Pose X_WK;
  private final boolean mirrored;

  Likeness(HandLikeness likeness, HumanHandPose hand, VectorConfig config) {
    this.likeness = likeness;
    this.hand = hand;
    this.config = config;
    X_WK = Pose.inWorld("knuckle", hand.knuckle(likeness.human()), hand.wristPose().rotation());
    mirrored = hand.side() != likeness.hand().side();
  }

  /** X_WH: the robot's knuckle frame laid on the human one, apart from the configured offset. */
  Pose palm() {
    Vec3 turn = config.rotationDeg();
    Quat R_KR =
        Quat.fromRollPitchYaw(
            Math.toRadians(turn.x()), Math.toRadians(turn.y()), Math.toRadians(turn.z()));
    Pose X_KR = new Pose("knuckle", HandLikeness.KNUCKLE, config.offsetM(), R_KR);
    return X_WK.times(X_KR).times(likeness.knuckleInPalm().inverse());
  }

  /** Where the fingertips have to be in W, with the palm at X_WH. */
  List<Vec3> tips(Pose X_WH) {
    return switch (config.objective()) {
      case POSITION -> likeness.pairs().stream().map(pair -> X_WK.transform(tip(pair, 1))).toList();
      case VECTOR -> {
        Pose X_WR = X_WH.times(likeness.knuckleInPalm());
        double scale = config.scale().orElseGet(() -> likeness.scaleFor(hand));
        yield likeness.pairs().stream().map(pair -> X_WR.transform(tip(pair, scale))).toList();
      }
    };
  }

  /**
   * The centre of the robot's round fingertip whose end is the scaled human tip, seen from the
   * knuckle.
   */
  private Vec3 tip(HandLikeness.Pair pair, double scale) {
    Vec3 end = local(hand.tip(pair.human()));
    Vec3 phalanx = end.minus(local(hand.point(pair.human(), HumanFinger.POINTS - 2)));
    Vec3 inside =
        phalanx.norm() == 0 ? Vec3.ZERO : phalanx.times(pair.finger().tipRadius() / phalanx.norm());
    return end.times(scale).minus(inside);
  }

  private Vec3 local(Vec3 p_W) {
    Vec3 p_K = X_WK.rotation().inverse().rotate(p_W.minus(X_WK.position()));
    return mirrored ? new Vec3(p_K.x(), -p_K.y(), p_K.z()) : p_K;
  }
}
