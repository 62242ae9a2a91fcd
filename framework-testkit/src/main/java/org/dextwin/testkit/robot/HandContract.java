package org.dextwin.testkit.robot;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import org.dextwin.api.math.Pose;
import org.dextwin.api.math.Vec3;
import org.dextwin.api.model.Actuator;
import org.dextwin.api.model.Finger;
import org.dextwin.api.model.HandModel;
import org.dextwin.api.model.Joint;
import org.dextwin.api.model.Link;
import org.dextwin.api.model.MassProperties;
import org.dextwin.api.model.RobotModel;
import org.dextwin.api.robot.Hand;
import org.dextwin.testkit.ProviderContract;
import org.junit.jupiter.api.Test;

/**
 * What every hand keeps: a model of plausible size, mass and motion whose fingers are chains from
 * the palm to a tip. Bounds are wide: they catch wrong units, signs and orders, not a bad design.
 *
 * <p><i>Thread safety</i>: confined; JUnit makes one instance per test.
 *
 * @param <C> the configuration record
 */
public abstract class HandContract<C> extends ProviderContract<Hand, C> {

  /** Reach of a hand from the palm to a fingertip: millimetres read as metres exceed it [m]. */
  private static final double REACH = 0.5;

  /** For subclasses. */
  protected HandContract() {}

  private HandModel model() {
    return create().model();
  }

  private static List<Joint> moving(HandModel hand) {
    return hand.robot().movingJoints();
  }

  @Test
  final void modelIsTheSameEachTime() {
    Hand hand = create();
    assertThat(hand.model()).as("model asked for again").isEqualTo(hand.model());
    assertThat(create().model()).as("model of a second hand").isEqualTo(hand.model());
  }

  @Test
  final void palmIsTheRootOfMovingLinks() {
    HandModel hand = model();
    assertThat(moving(hand)).as("moving joints").isNotEmpty();
    assertThat(hand.robot().joints())
        .as("joints that carry the root link '%s'", hand.robot().root())
        .noneMatch(joint -> joint.child().equals(hand.robot().root()));
  }

  @Test
  final void limitsAreSane() {
    RobotChecks.assertLimitsAreSane(model().robot(), 2 * Math.PI, REACH);
  }

  @Test
  final void motorsDriveDistinctJoints() {
    RobotChecks.assertMotorsDriveDistinctJoints(model().robot());
  }

  @Test
  final void ordersConvertForthAndBack() {
    RobotChecks.assertOrdersConvert(model().robot());
  }

  @Test
  final void motorsAreOfAHandsStrength() {
    for (Actuator motor : model().robot().actuators()) {
      assertThat(motor.kp()).as("position gain of '%s' [N m/rad]", motor.name()).isPositive();
      assertThat(motor.torqueLimit())
          .as("largest torque of '%s' [N m]", motor.name())
          .isBetween(1e-3, 20.0);
      assertThat(motor.velocityLimit())
          .as("largest speed of '%s' [rad/s]", motor.name())
          .isBetween(0.1, 1e3);
    }
  }

  @Test
  final void movingLinksHaveMass() {
    HandModel hand = model();
    double sum = 0;
    for (Link link : hand.robot().links()) {
      sum += link.mass().map(MassProperties::mass).orElse(0.0);
    }
    assertThat(sum).as("mass of the hand [kg]").isBetween(0.05, 10.0);
    for (Joint joint : moving(hand)) {
      assertThat(hand.robot().link(joint.child()).mass())
          .as("mass of the moving link '%s'", joint.child())
          .isPresent();
    }
  }

  @Test
  final void inertiasAreThoseOfBodies() {
    RobotChecks.assertInertiasAreThoseOfBodies(model().robot());
  }

  @Test
  final void fingersAreChainsFromThePalmToTheTip() {
    HandModel hand = model();
    assertThat(hand.fingers()).as("fingers").isNotEmpty();
    for (Finger finger : hand.fingers()) {
      assertThat(chainTo(hand.robot(), finger.tipLink()))
          .as("moving joints from the palm to the tip of '%s'", finger.name())
          .isEqualTo(finger.joints())
          .isNotEmpty();
    }
  }

  @Test
  final void fingersAreDistinct() {
    HandModel hand = model();
    assertThat(hand.fingers().stream().map(Finger::name).toList())
        .as("names of the fingers")
        .doesNotHaveDuplicates();
    HashSet<String> seen = new HashSet<>();
    for (Finger finger : hand.fingers()) {
      for (String joint : finger.joints()) {
        assertThat(seen.add(joint))
            .as("'%s' of '%s' belongs to one finger", joint, finger.name())
            .isTrue();
      }
    }
  }

  private static List<String> chainTo(RobotModel robot, String link) {
    List<String> chain = new ArrayList<>();
    String current = link;
    while (!current.equals(robot.root())) {
      Joint joint = carrierOf(robot, current);
      if (joint.type() != Joint.Type.FIXED) {
        chain.add(0, joint.name());
      }
      current = joint.parent();
    }
    return chain;
  }

  private static Joint carrierOf(RobotModel robot, String link) {
    return robot.joints().stream()
        .filter(joint -> joint.child().equals(link))
        .findFirst()
        .orElseThrow();
  }

  @Test
  final void fingertipsAreRoundAndCanTouch() {
    HandModel hand = model();
    for (Finger finger : hand.fingers()) {
      assertThat(finger.tipRadius())
          .as("radius of the tip of '%s' [m]", finger.name())
          .isBetween(1e-3, 0.05);
      assertThat(hand.robot().link(finger.tipLink()).colliders())
          .as("collision shapes of the tip of '%s'", finger.name())
          .isNotEmpty();
    }
  }

  @Test
  final void fingertipsAreApartAndInReach() {
    HandModel hand = model();
    Map<String, Vec3> tips = new HashMap<>();
    Map<String, Pose> links = RobotChecks.linkPoses(hand.robot());
    for (Finger finger : hand.fingers()) {
      Vec3 tip = RobotChecks.poseOf(finger.tipLink(), links).transform(finger.tip());
      assertThat(tip.norm())
          .as("distance of the tip of '%s' from the palm's origin [m]", finger.name())
          .isBetween(0.01, REACH);
      tips.forEach(
          (name, other) ->
              assertThat(tip.distanceTo(other))
                  .as("distance of the tips of '%s' and '%s' [m]", finger.name(), name)
                  .isGreaterThan(5e-3));
      tips.put(finger.name(), tip);
    }
  }
}
