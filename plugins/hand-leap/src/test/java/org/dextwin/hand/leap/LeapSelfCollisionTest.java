package org.dextwin.hand.leap;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import java.util.SplittableRandom;
import java.util.random.RandomGenerator;
import org.dextwin.api.model.Finger;
import org.dextwin.api.model.JointVector;
import org.dextwin.api.robot.JointCommand;
import org.dextwin.devices.safety.ForceMapOptions;
import org.dextwin.devices.safety.JointLimits;
import org.dextwin.devices.safety.SafetyEnvelope;
import org.dextwin.devices.safety.SafetyOptions;
import org.dextwin.hand.leap.internal.driver.DynamixelConfig;
import org.dextwin.mechanics.kinematics.KinematicTree;
import org.dextwin.mechanics.kinematics.LinkPoses;
import org.junit.jupiter.api.Test;

/** Fingertips that are sent into each other stay apart. */
class LeapSelfCollisionTest {

  private static final SafetyOptions WITHOUT =
      new SafetyOptions(
          true, 0.01, 0.5, 1, 1, Optional.empty(), 0.25, false, Optional.empty(), Optional.empty());

  private final TwinRig rig = new TwinRig();
  private final KinematicTree tree = new KinematicTree(rig.model.robot());
  private final LinkPoses poses = tree.newPoses();

  /** Returns how far the balls of the thumb's and another fingertip are apart [m]. */
  private double gap(JointVector q) {
    tree.forward(q.in(tree.order()), poses);
    Finger thumb = rig.model.fingers().get(3);
    double least = Double.POSITIVE_INFINITY;
    for (Finger finger : rig.model.fingers().subList(0, 3)) {
      double distance =
          poses
              .point(tree.linkIndex(finger.tipLink()), finger.tip())
              .distanceTo(poses.point(tree.linkIndex(thumb.tipLink()), thumb.tip()));
      least = Math.min(least, distance - finger.tipRadius() - thumb.tipRadius());
    }
    return least;
  }

  /** The worst of many random poses. */
  private JointCommand pinch() {
    RandomGenerator random = new SplittableRandom(9);
    JointVector worst = JointVector.zero(rig.order);
    for (int i = 0; i < 20_000; i++) {
      double[] q =
          LeapSafety.limits(rig.model).stream()
              .mapToDouble(limit -> random.nextDouble(limit.lower(), limit.upper()))
              .toArray();
      JointVector pose = new JointVector(rig.order, q);
      if (gap(pose) < gap(worst)) {
        worst = pose;
      }
    }
    return new JointCommand(worst);
  }

  private double smallestGap(SafetyOptions options) {
    TwinRig hand =
        new TwinRig(
            DynamixelConfig.DEFAULT,
            DynamixelConfig.DEFAULT,
            new LeapDriver.Options(options, ForceMapOptions.DEFAULT));
    hand.driver.connect();
    JointCommand pinch = pinch();
    double least = Double.POSITIVE_INFINITY;
    for (int i = 0; i < 300; i++) {
      least = Math.min(least, gap(hand.driver.send(pinch).position()));
      hand.clock.sleepUntil(hand.clock.nanos() + 10_000_000);
    }
    return least;
  }

  @Test
  void tipsMeetWithoutTheCheckAndNotWithIt() {
    assertThat(smallestGap(WITHOUT)).as("gap without the check [m]").isLessThan(-5e-3);
    assertThat(smallestGap(SafetyOptions.DEFAULT)).as("gap with it [m]").isGreaterThan(-1e-3);
  }

  @Test
  void theHandAtRestIsFree() {
    SafetyEnvelope envelope =
        SafetyEnvelope.of(rig.model, LeapSafety.limits(rig.model), SafetyOptions.DEFAULT);
    assertThat(envelope.limits()).hasSize(16);
    JointLimits first = envelope.limits().get(0);
    assertThat(first.velocity()).isEqualTo(8.48 * 0.5);
    rig.driver.connect();
    assertThat(rig.repeat(rig.command(0.3), 150).position().get("middle-pip")).isGreaterThan(0.28);
  }
}
