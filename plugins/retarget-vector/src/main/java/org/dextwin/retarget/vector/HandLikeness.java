package org.dextwin.retarget.vector;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.dextwin.api.learning.HumanFinger;
import org.dextwin.api.learning.HumanHandPose;
import org.dextwin.api.math.Pose;
import org.dextwin.api.math.Quat;
import org.dextwin.api.math.Vec3;
import org.dextwin.api.model.Finger;
import org.dextwin.api.model.HandModel;
import org.dextwin.api.spi.InvalidInputException;

/**
 * How a robot hand is like a human one: which finger is which, and the frame R at a knuckle with
 * the axes of a human wrist.
 *
 * @param hand the robot hand
 * @param pairs fingers that follow a human one, in the order of the hand
 * @param human the finger at whose knuckle both hands are laid on each other
 * @param knuckleInPalm X_HR
 * @param length mean length of the robot's fingers, without the thumb [m]
 */
record HandLikeness(
    HandModel hand, List<Pair> pairs, HumanFinger human, Pose knuckleInPalm, double length) {

  /** Name of the frame R. */
  static final String KNUCKLE = "robot-knuckle";

  /** Fingers at whose knuckle hands are laid on each other, the best first. */
  private static final List<HumanFinger> ANCHORS =
      List.of(
          HumanFinger.MIDDLE,
          HumanFinger.INDEX,
          HumanFinger.RING,
          HumanFinger.LITTLE,
          HumanFinger.THUMB);

  /**
   * A finger of the robot and the human one that it follows.
   *
   * @param finger the robot's
   * @param human the human one
   */
  record Pair(Finger finger, HumanFinger human) {}

  static HandLikeness of(HandModel hand, VectorConfig config) {
    HandGeometry geometry = new HandGeometry(hand);
    Map<String, HumanFinger> fingers = config.fingers();
    requireFingers(hand, fingers);
    List<FingerGeometry> parallel =
        fingers.isEmpty()
            ? geometry.withoutThumb()
            : geometry.fingers().stream()
                .filter(it -> fingers.containsKey(it.name()))
                .filter(it -> fingers.get(it.name()) != HumanFinger.THUMB)
                .toList();
    Quat R_HR =
        config
            .axes()
            .map(axes -> HandGeometry.axes(axes.ahead(), axes.back()))
            .orElseGet(() -> HandGeometry.axes(hand, parallel));
    Map<String, HumanFinger> mapped = fingers.isEmpty() ? geometry.mapping(R_HR) : fingers;
    List<Pair> pairs = new ArrayList<>();
    for (Finger finger : hand.fingers()) {
      HumanFinger human = mapped.get(finger.name());
      if (human != null) {
        pairs.add(new Pair(finger, human));
      }
    }
    Pair anchor =
        pairs.stream()
            .min(Comparator.comparingInt(pair -> ANCHORS.indexOf(pair.human())))
            .orElseThrow();
    Vec3 p_HR = geometry.finger(anchor.finger().name()).base();
    Stream<FingerGeometry> measured =
        parallel.isEmpty() ? geometry.fingers().stream() : parallel.stream();
    return new HandLikeness(
        hand,
        List.copyOf(pairs),
        anchor.human(),
        new Pose(hand.robot().root(), KNUCKLE, p_HR, R_HR),
        measured.mapToDouble(FingerGeometry::length).average().orElseThrow());
  }

  private static void requireFingers(HandModel hand, Map<String, HumanFinger> fingers) {
    List<String> names = hand.fingers().stream().map(Finger::name).toList();
    List<String> unknown = new ArrayList<>(fingers.keySet());
    unknown.removeAll(names);
    if (!unknown.isEmpty()) {
      throw new InvalidInputException(
          "retargeter.vector.fingers names "
              + unknown
              + ", which hand '"
              + hand.robot().name()
              + "' lacks; its fingers are "
              + names);
    }
  }

  /** Index of the thumb among the pairs, if one is. */
  Optional<Integer> thumb() {
    for (int i = 0; i < pairs.size(); i++) {
      if (pairs.get(i).human() == HumanFinger.THUMB) {
        return Optional.of(i);
      }
    }
    return Optional.empty();
  }

  /** Ratio of the fingers' lengths, robot over human. */
  double scaleFor(HumanHandPose human) {
    boolean thumbAlone = pairs.stream().allMatch(pair -> pair.human() == HumanFinger.THUMB);
    return length
        / pairs.stream()
            .map(Pair::human)
            .filter(finger -> thumbAlone || finger != HumanFinger.THUMB)
            .mapToDouble(human::length)
            .average()
            .orElseThrow();
  }
}
