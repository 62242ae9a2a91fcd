package org.dextwin.testkit.robot;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.dextwin.api.math.Pose;
import org.dextwin.api.math.Quat;
import org.dextwin.api.math.Vec3;
import org.dextwin.api.model.Actuator;
import org.dextwin.api.model.ArmModel;
import org.dextwin.api.model.Finger;
import org.dextwin.api.model.HandModel;
import org.dextwin.api.model.Joint;
import org.dextwin.api.model.Link;
import org.dextwin.api.model.MassProperties;
import org.dextwin.api.model.RobotModel;
import org.dextwin.api.robot.Arm;
import org.dextwin.api.robot.Hand;
import org.dextwin.testkit.MapSettings;
import org.dextwin.testkit.ProviderContract;
import org.dextwin.testkit.TestComponentContext;
import org.junit.jupiter.api.Test;

/**
 * What every arm keeps: a model of plausible size, mass and motion whose joints lead to the flange,
 * and that carries the hand its block names. Bounds are wide: they catch wrong units, signs and
 * orders, not a bad design.
 *
 * <p><i>Thread safety</i>: confined; JUnit makes one instance per test.
 *
 * @param <C> the configuration record
 */
public abstract class ArmContract<C> extends ProviderContract<Arm, C> {

  /** Reach of an arm from its base to the flange: millimetres read as metres exceed it [m]. */
  private static final double REACH = 5;

  private static final Vec3 TOOL_POSITION = new Vec3(0.01, -0.02, 0.03);

  /** For subclasses. */
  protected ArmContract() {}

  private ArmModel model() {
    return create().model();
  }

  @Test
  final void modelIsTheSameEachTime() {
    Arm arm = create();
    assertThat(arm.model()).as("model asked for again").isEqualTo(arm.model());
    assertThat(create().model()).as("model of a second arm").isEqualTo(arm.model());
  }

  @Test
  final void limitsAreSane() {
    RobotChecks.assertLimitsAreSane(model().robot(), 4 * Math.PI, REACH);
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
  final void motorsAreOfAnArmsStrength() {
    for (Actuator motor : model().robot().actuators()) {
      assertThat(motor.kp()).as("position gain of '%s' [N m/rad]", motor.name()).isPositive();
      assertThat(motor.torqueLimit())
          .as("largest torque of '%s' [N m]", motor.name())
          .isBetween(0.5, 5e3);
      assertThat(motor.velocityLimit())
          .as("largest speed of '%s' [rad/s]", motor.name())
          .isBetween(0.1, 100.0);
    }
  }

  @Test
  final void movingLinksHaveMass() {
    RobotModel robot = model().robot();
    double sum = 0;
    for (Link link : robot.links()) {
      sum += link.mass().map(MassProperties::mass).orElse(0.0);
    }
    assertThat(sum).as("mass of the arm [kg]").isBetween(0.5, 500.0);
    for (Joint joint : robot.movingJoints()) {
      assertThat(robot.link(joint.child()).mass())
          .as("mass of the moving link '%s'", joint.child())
          .isPresent();
    }
  }

  @Test
  final void inertiasAreThoseOfBodies() {
    RobotChecks.assertInertiasAreThoseOfBodies(model().robot());
  }

  @Test
  final void jointsLeadToTheFlange() {
    ArmModel arm = model();
    Map<String, Pose> poses = RobotChecks.linkPoses(arm.robot());
    Pose flange = RobotChecks.poseOf(arm.flange(), poses);
    assertThat(flange.position().norm())
        .as("distance of the flange from the base, joints in the middle of their ranges [m]")
        .isBetween(0.01, REACH);
    assertThat(arm.armJoints()).as("joints of the arm").isNotEmpty();
    String link = arm.flange();
    boolean moves = false;
    while (!link.equals(arm.robot().root())) {
      Joint carrier = carrierOf(arm.robot(), link);
      moves |= carrier.type() != Joint.Type.FIXED;
      link = carrier.parent();
    }
    assertThat(moves).as("whether joints move the flange '%s'", arm.flange()).isTrue();
  }

  private static Joint carrierOf(RobotModel robot, String link) {
    return robot.joints().stream()
        .filter(joint -> joint.child().equals(link))
        .findFirst()
        .orElseThrow();
  }

  @Test
  final void linksCanTouch() {
    assertThat(model().robot().links().stream().mapToInt(link -> link.colliders().size()).sum())
        .as("collision shapes of the arm")
        .isPositive();
  }

  @Test
  final void carriesTheHandThatItsBlockNames() {
    FakeHand hand = new FakeHand(HandModel.Side.RIGHT);
    ArmModel alone = model();
    ArmModel arm = withTool(hand);
    assertThat(alone.hand()).as("hand of an arm without a tool").isEmpty();
    assertThat(arm.hand()).as("hand of the arm").contains(hand.model());
    assertThat(arm.armJoints()).as("joints of the arm").isEqualTo(alone.armJoints());

    RobotModel robot = arm.robot();
    int motors = alone.robot().actuators().size();
    assertThat(robot.actuators().subList(0, motors))
        .as("motors of the arm")
        .isEqualTo(alone.robot().actuators());
    assertThat(robot.actuators().stream().skip(motors).map(Actuator::joint).toList())
        .as("joints with motors of the hand")
        .isEqualTo(
            hand.model().robot().actuators().stream()
                .map(motor -> ArmModel.TOOL_PREFIX + motor.joint())
                .toList());
    for (Finger finger : arm.fingers()) {
      assertThat(robot.kinematicOrder().joints())
          .as("joints of the finger '%s'", finger.name())
          .containsAll(finger.joints());
    }
    Map<String, Pose> poses = RobotChecks.linkPoses(robot);
    Pose flange = RobotChecks.poseOf(arm.flange(), poses);
    Pose palm = RobotChecks.poseOf(ArmModel.TOOL_PREFIX + hand.model().robot().root(), poses);
    assertThat(palm.position().distanceTo(flange.transform(TOOL_POSITION)))
        .as("distance of the palm from where the block puts it [m]")
        .isLessThan(1e-9);
    Quat turn = flange.rotation().inverse().times(palm.rotation());
    assertThat(turn.rotate(Vec3.X).distanceTo(Vec3.Y))
        .as("turn of the palm on the flange, which the block makes 90 degrees about z")
        .isLessThan(1e-9);
  }

  private ArmModel withTool(Hand hand) {
    Map<String, Object> options =
        Map.of(
            "tool",
            "hand",
            "tool-position-m",
            List.of(TOOL_POSITION.x(), TOOL_POSITION.y(), TOOL_POSITION.z()),
            "tool-rotation-deg",
            List.of(0, 0, 90));
    MapSettings settings =
        MapSettings.ofProvider("arm", options, provider().name(), validSettings());
    C config = provider().configure(settings);
    assertThat(settings.problems()).as("problems of a block that names a tool").isEmpty();
    try (TestComponentContext context = new TestComponentContext(settings, SEED)) {
      supply(context);
      try (Arm arm = provider().create(config, context.with(Hand.class, hand))) {
        return arm.model();
      }
    }
  }
}
