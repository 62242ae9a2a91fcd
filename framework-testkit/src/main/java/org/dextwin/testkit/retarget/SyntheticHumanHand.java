package org.dextwin.testkit.retarget;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.dextwin.api.learning.HumanFinger;
import org.dextwin.api.learning.HumanHandPose;
import org.dextwin.api.math.Pose;
import org.dextwin.api.math.Vec3;
import org.dextwin.api.model.HandModel;

/**
 * Makes human hands of an adult's size, for tests and samples. In the frame of the wrist, x points
 * to the middle finger's knuckle, z out of the back, y to the thumb of a right hand; a left hand is
 * the right one with y reversed.
 *
 * <p><i>Thread safety</i>: thread-safe; holds no state.
 */
public final class SyntheticHumanHand {

  /**
   * Sizes of a finger.
   *
   * @param knuckle place of its knuckle from the wrist [m]
   * @param phalanges lengths from the knuckle to the tip [m]
   */
  private record Bones(Vec3 knuckle, List<Double> phalanges) {}

  private static final Map<HumanFinger, Bones> BONES =
      Map.of(
          HumanFinger.THUMB,
          new Bones(new Vec3(0.030, 0.030, -0.012), List.of(0.045, 0.034, 0.028)),
          HumanFinger.INDEX,
          new Bones(new Vec3(0.092, 0.026, 0), List.of(0.043, 0.026, 0.022)),
          HumanFinger.MIDDLE,
          new Bones(new Vec3(0.095, 0, 0), List.of(0.047, 0.030, 0.023)),
          HumanFinger.RING,
          new Bones(new Vec3(0.088, -0.020, 0), List.of(0.044, 0.028, 0.023)),
          HumanFinger.LITTLE,
          new Bones(new Vec3(0.080, -0.038, 0), List.of(0.034, 0.021, 0.020)));

  /** How far the joints of a finger bend, from the knuckle to the last one [rad]. */
  private static final double[] BENDS = {1.4, 1.7, 1.1};

  private static final double[] THUMB_BENDS = {0.5, 0.9, 1.1};

  /** The thumb points ahead and aside, and bends across the palm. */
  private static final Vec3 THUMB_AHEAD = new Vec3(0.70, 0.62, -0.36).normalized();

  private static final Vec3 THUMB_ACROSS = new Vec3(0.10, -0.70, -0.70).normalized();

  private SyntheticHumanHand() {}

  /**
   * Makes a hand whose fingers are all bent alike.
   *
   * @param side which hand
   * @param bend 0 is the flat hand, 1 the fist
   * @param wrist X_CW
   * @return the hand in C
   */
  public static HumanHandPose bent(HandModel.Side side, double bend, Pose wrist) {
    double[] all = new double[HumanFinger.values().length];
    Arrays.fill(all, bend);
    return bent(side, all, wrist);
  }

  /**
   * Makes a hand.
   *
   * @param side which hand
   * @param bends how far each finger is bent, from the thumb on: 0 is stretched, 1 is closed
   * @param wrist X_CW
   * @return the hand in C
   */
  public static HumanHandPose bent(HandModel.Side side, double[] bends, Pose wrist) {
    List<Vec3> keypoints = new ArrayList<>();
    keypoints.add(wrist.position());
    int index = 0;
    for (HumanFinger finger : HumanFinger.values()) {
      Bones bones = Objects.requireNonNull(BONES.get(finger));
      double bend = bends[index++];
      boolean isThumb = finger == HumanFinger.THUMB;
      Vec3 ahead = isThumb ? THUMB_AHEAD : Vec3.X;
      Vec3 across = isThumb ? THUMB_ACROSS : Vec3.Z.negated();
      across = across.minus(ahead.times(ahead.dot(across))).normalized();
      Vec3 p_W = bones.knuckle;
      keypoints.add(wrist.transform(sided(side, p_W)));
      double angle = 0;
      for (int i = 0; i < 3; i++) {
        angle += bend * (isThumb ? THUMB_BENDS : BENDS)[i];
        Vec3 along = ahead.times(Math.cos(angle)).plus(across.times(Math.sin(angle)));
        p_W = p_W.plus(along.times(bones.phalanges.get(i)));
        keypoints.add(wrist.transform(sided(side, p_W)));
      }
    }
    return new HumanHandPose(side, wrist.frame(), keypoints);
  }

  /**
   * The end of a finger that is wanted somewhere.
   *
   * @param position p_CF [m]
   * @param direction unit vector along the last phalanx towards the tip, in C
   */
  public record Tip(Vec3 position, Vec3 direction) {}

  /**
   * Makes a hand, of no human's proportions, that has its knuckle and fingertips at given places.
   *
   * @param side which hand
   * @param anchor the finger whose knuckle is given
   * @param knuckle X_CK, pose of the knuckle with the axes of the wrist
   * @param tips fingertips; other fingers are stretched
   * @return the hand in C
   */
  public static HumanHandPose reaching(
      HandModel.Side side, HumanFinger anchor, Pose knuckle, Map<HumanFinger, Tip> tips) {
    Vec3 p_WK = sided(side, Objects.requireNonNull(BONES.get(anchor)).knuckle);
    Pose X_CW =
        new Pose(
            knuckle.frame(),
            HumanHandPose.WRIST,
            knuckle.position().minus(knuckle.rotation().rotate(p_WK)),
            knuckle.rotation());
    List<Vec3> keypoints = new ArrayList<>(bent(side, 0, X_CW).keypoints());
    tips.forEach(
        (finger, tip) -> {
          Vec3 last = tip.position().minus(tip.direction().times(0.02));
          Vec3 first = keypoints.get(finger.keypoint(0));
          keypoints.set(finger.keypoint(1), first.plus(last).times(0.5));
          keypoints.set(finger.keypoint(2), last);
          keypoints.set(finger.keypoint(3), tip.position());
        });
    return new HumanHandPose(side, knuckle.frame(), keypoints);
  }

  /**
   * Returns the same hand of the other side, reflected in its own middle plane: wrist and axes
   * stay.
   *
   * @param hand a hand
   * @return its mirror image
   */
  public static HumanHandPose mirrored(HumanHandPose hand) {
    Pose X_CW = hand.wristPose();
    Pose X_WC = X_CW.inverse();
    HandModel.Side other =
        hand.side() == HandModel.Side.RIGHT ? HandModel.Side.LEFT : HandModel.Side.RIGHT;
    return new HumanHandPose(
        other,
        hand.frame(),
        hand.keypoints().stream()
            .map(p_C -> X_WC.transform(p_C))
            .map(p_W -> X_CW.transform(new Vec3(p_W.x(), -p_W.y(), p_W.z())))
            .toList());
  }

  private static Vec3 sided(HandModel.Side side, Vec3 p) {
    return side == HandModel.Side.RIGHT ? p : new Vec3(p.x(), -p.y(), p.z());
  }
}
