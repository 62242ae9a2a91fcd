package org.dextwin.mechanics.humanhand;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.dextwin.api.learning.HumanFinger;
import org.dextwin.api.learning.HumanHandPose;
import org.dextwin.api.math.Pose;
import org.dextwin.api.math.Vec3;
import org.dextwin.mechanics.log.Median;

/**
 * Whether points are those of a human hand, in their order: sizes of its parts that stay, knuckles
 * in a row from the index to the little finger, fingers that bend towards the palm. Bounds are
 * wide, for children's and estimated hands; what is told apart is points in a wrong order, unit or
 * side.
 */
final class HandAnatomy {

  /** Distance of the middle finger's knuckle from the wrist [m]. */
  private static final double SMALLEST_PALM = 0.04;

  private static final double LARGEST_PALM = 0.15;

  /** Distance of knuckles from the wrist, over that of the middle finger's. */
  private static final double NEAREST_KNUCKLE = 0.6;

  private static final double FARTHEST_KNUCKLE = 1.4;

  /** The same for the thumb. */
  private static final double NEAREST_THUMB = 0.1;

  private static final double FARTHEST_THUMB = 0.75;

  /** Length of a phalanx over that distance. */
  private static final double SHORTEST_PHALANX = 0.08;

  private static final double LONGEST_PHALANX = 0.7;

  /** Standard deviation of a phalanx's length over the motion, over its median: bones are rigid. */
  private static final double LARGEST_SPREAD = 0.25;

  /** Tips farther out of the back than this, in the median, are on the wrong side [m]. */
  private static final double BENT_BACK = 0.015;

  private HandAnatomy() {}

  /** Returns what is wrong with hands of one motion; empty if they are those of a human. */
  static Optional<String> defect(List<HumanHandPose> hands) {
    double palm = median(hands, hand -> ofWrist(hand, HumanFinger.MIDDLE));
    if (!(palm >= SMALLEST_PALM && palm <= LARGEST_PALM)) {
      return Optional.of(
          text(
              "the middle finger's knuckle is %.4g m from the wrist, expected %.2f to %.2f m; are"
                  + " the keypoints in metres?",
              palm, SMALLEST_PALM, LARGEST_PALM));
    }
    return sizes(hands, palm).or(() -> sides(hands));
  }

  private static Optional<String> sizes(List<HumanHandPose> hands, double palm) {
    for (HumanFinger finger : HumanFinger.values()) {
      boolean isThumb = finger == HumanFinger.THUMB;
      String name = finger.name().toLowerCase(Locale.ROOT);
      double base = median(hands, hand -> ofWrist(hand, finger)) / palm;
      double nearest = isThumb ? NEAREST_THUMB : NEAREST_KNUCKLE;
      double farthest = isThumb ? FARTHEST_THUMB : FARTHEST_KNUCKLE;
      if (!(base >= nearest && base <= farthest)) {
        return Optional.of(
            text(
                "the first keypoint of the %s is %.2f palms from the wrist, expected %.2f to %.2f",
                name, base, nearest, farthest));
      }
      for (int point = 1; point < HumanFinger.POINTS; point++) {
        int end = point;
        double[] lengths =
            hands.stream()
                .mapToDouble(
                    hand -> hand.point(finger, end).distanceTo(hand.point(finger, end - 1)))
                .toArray();
        double phalanx = Median.of(lengths) / palm;
        if (!(phalanx >= SHORTEST_PHALANX && phalanx <= LONGEST_PHALANX)) {
          return Optional.of(
              text(
                  "phalanx %d of the %s is %.2f palms long, expected %.2f to %.2f",
                  point, name, phalanx, SHORTEST_PHALANX, LONGEST_PHALANX));
        }
        double spread = Median.sigma(lengths) / palm / phalanx;
        if (spread > LARGEST_SPREAD) {
          return Optional.of(
              text(
                  "phalanx %d of the %s changes its length by %.0f %% in the motion",
                  point, name, 100 * spread));
        }
      }
    }
    return Optional.empty();
  }

  /** Knuckles in a row, and fingers that bend forward: neither holds for fingers or sides mixed. */
  private static Optional<String> sides(List<HumanHandPose> hands) {
    HumanFinger[] fingers = HumanFinger.values();
    List<Double> out = new ArrayList<>();
    for (HumanHandPose hand : hands) {
      Pose X_WC = hand.wristPose().inverse();
      for (int i = 1; i < fingers.length; i++) {
        Vec3 tip = X_WC.transform(hand.tip(fingers[i]));
        out.add(tip.z() - X_WC.transform(hand.knuckle(fingers[i])).z());
      }
    }
    double back = Median.of(out.stream().mapToDouble(Double::doubleValue).toArray());
    if (back > BENT_BACK) {
      return Optional.of(
          text(
              "the fingers bend %.0f mm out of the back of the hand; is its side wrong, or is a"
                  + " left hand mirrored or not?",
              1e3 * back));
    }
    for (int i = 1; i + 1 < fingers.length; i++) {
      HumanFinger one = fingers[i];
      HumanFinger next = fingers[i + 1];
      double apart =
          median(
              hands,
              hand -> {
                Vec3 across =
                    hand.knuckle(HumanFinger.INDEX).minus(hand.knuckle(HumanFinger.LITTLE));
                return hand.knuckle(one).minus(hand.knuckle(next)).dot(across.normalized());
              });
      if (!(apart > 0)) {
        return Optional.of(
            text(
                "the knuckles of %s and %s finger are not in a row",
                one.name().toLowerCase(Locale.ROOT), next.name().toLowerCase(Locale.ROOT)));
      }
    }
    return Optional.empty();
  }

  /** A number of each hand. */
  @FunctionalInterface
  private interface Measure {
    double of(HumanHandPose hand);
  }

  private static double median(List<HumanHandPose> hands, Measure measure) {
    return Median.of(hands.stream().mapToDouble(measure::of).toArray());
  }

  private static double ofWrist(HumanHandPose hand, HumanFinger finger) {
    return hand.knuckle(finger).distanceTo(hand.keypoints().get(0));
  }

  private static String text(String format, Object... values) {
    return String.format(Locale.ROOT, format, values);
  }
}
