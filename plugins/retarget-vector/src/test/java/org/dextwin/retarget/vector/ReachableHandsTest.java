package org.dextwin.retarget.vector;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.dextwin.api.learning.ArmRetargeter;
import org.dextwin.api.learning.HumanFinger;
import org.dextwin.api.learning.HumanHandPose;
import org.dextwin.api.learning.RetargetedPose;
import org.dextwin.api.learning.RetargetingSession;
import org.dextwin.api.math.FrameMismatchException;
import org.dextwin.api.math.Pose;
import org.dextwin.api.math.Quat;
import org.dextwin.api.math.Vec3;
import org.dextwin.api.model.ArmModel;
import org.dextwin.api.model.HandModel;
import org.dextwin.api.model.Joint;
import org.dextwin.api.spi.InvalidInputException;
import org.dextwin.mechanics.kinematics.KinematicTree;
import org.dextwin.mechanics.kinematics.LinkPoses;
import org.dextwin.testkit.MapSettings;
import org.dextwin.testkit.retarget.SyntheticHumanHand;
import org.dextwin.testkit.robot.FakeHand;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Poses within reach are reached, by every kind of hand, objective and number of steps. */
class ReachableHandsTest {

  private static final double LARGEST_ERROR = 0.005;

  private static VectorConfig config(Map<String, Object> settings) {
    return new VectorRetargeterProvider()
        .configure(MapSettings.ofProvider("retargeter", Map.of(), "vector", settings));
  }

  private static VectorConfig config(String objective, String steps) {
    Map<String, Object> settings = new HashMap<>(Map.of("objective", objective, "steps", steps));
    if (objective.equals("vector")) {
      settings.put("scale", 1.0);
    }
    return config(settings);
  }

  private static void assertWithinLimits(HandModel hand, RetargetedPose pose) {
    for (Joint joint : hand.robot().movingJoints()) {
      assertThat(pose.positions().get(joint.name()))
          .as("joint '%s'", joint.name())
          .isBetween(joint.lower(), joint.upper());
    }
  }

  @ParameterizedTest
  @CsvSource({
    "4, RIGHT, vector, two",
    "3, LEFT, vector, one",
    "4, LEFT, position, two",
    "4, RIGHT, position, one",
    "2, RIGHT, position, two",
    "3, RIGHT, vector, two"
  })
  void anyPoseIsReachedFromScratch(
      int fingers, HandModel.Side side, String objective, String steps) {
    VectorConfig config = config(objective, steps);
    Reach reach = new Reach(TestHands.hand(side, fingers), config);
    RetargetingSession session = new VectorRetargeter(config).open(reach.hand);
    List<double[]> poses = reach.poses(100, fingers);
    for (int i = 0; i < poses.size(); i++) {
      Pose palm = Reach.palm(i, "camera", "palm");
      session.restart();
      RetargetedPose result = session.retarget(reach.human(poses.get(i), palm));
      assertWithinLimits(reach.hand, result);
      assertThat(reach.error(poses.get(i), palm, result))
          .as("distance of the worst fingertip in pose %d [m]", i)
          .isLessThan(LARGEST_ERROR);
    }
  }

  @ParameterizedTest
  @CsvSource({"4, RIGHT, vector, two", "3, LEFT, position, one", "4, LEFT, position, two"})
  void motionsAreFollowed(int fingers, HandModel.Side side, String objective, String steps) {
    VectorConfig config = config(objective, steps);
    Reach reach = new Reach(TestHands.hand(side, fingers), config);
    int followed = 0;
    for (long seed = 0; seed < 40; seed++) {
      RetargetingSession session = new VectorRetargeter(config).open(reach.hand);
      List<double[]> motion = reach.motion(60, seed);
      for (int i = 0; i < motion.size(); i++) {
        Pose palm = Reach.palm(i, "camera", "palm");
        RetargetedPose result = session.retarget(reach.human(motion.get(i), palm));
        assertWithinLimits(reach.hand, result);
        assertThat(reach.error(motion.get(i), palm, result))
            .as("distance of the worst fingertip in frame %d of motion %d [m]", i, seed)
            .isLessThan(LARGEST_ERROR);
        followed++;
      }
    }
    assertThat(followed).as("frames").isGreaterThan(200);
  }

  @ParameterizedTest
  @CsvSource({"position, two", "position, one", "vector, two"})
  void anArmBringsTheHandThere(String objective, String steps) {
    VectorConfig config = config(objective, steps);
    HandModel hand = TestHands.hand(HandModel.Side.RIGHT, 4);
    Reach reach = new Reach(hand, config);
    ArmModel arm = TestHands.arm(hand);
    Pose base = Pose.inWorld("base", new Vec3(0.05, -0.1, 0.02), Quat.aboutAxis(Vec3.Z, 0.5));
    ArmRetargeter retargeter = new VectorRetargeter(config);
    RetargetingSession session = retargeter.open(arm, base);
    KinematicTree tree = new KinematicTree(arm.robot());
    LinkPoses poses = tree.newPoses();
    poses.setRoot(base);
    List<double[]> motion = reach.poses(1, 5);
    for (int i = 0; i < 60; i++) {
      double[] q = motion.get(0);
      Pose palm = Reach.palm(i, Pose.WORLD, "palm");
      RetargetedPose result = session.retarget(reach.human(q, palm));
      assertThat(result.positions().order()).isEqualTo(arm.robot().kinematicOrder());
      tree.forward(result.positions(), poses);
      Pose reached = poses.pose(tree.linkIndex(ArmModel.TOOL_PREFIX + "palm"));
      assertThat(reached.position().distanceTo(palm.position()))
          .as("distance of the palm from the human hand's in frame %d [m]", i)
          .isLessThan(1e-3);
      assertThat(result.palm().position().distanceTo(reached.position()))
          .as("what the session says of the palm in frame %d [m]", i)
          .isLessThan(1e-9);
      for (var finger : arm.fingers()) {
        Vec3 tip = poses.point(tree.linkIndex(finger.tipLink()), finger.tip());
        String name = finger.name();
        Vec3 target = reached.transform(result.fingertipTargets().get(name));
        assertThat(tip.distanceTo(target))
            .as("distance of fingertip '%s' from its target in frame %d [m]", name, i)
            .isLessThan(LARGEST_ERROR);
      }
    }
    assertThatThrownBy(
            () -> session.retarget(reach.human(motion.get(0), Reach.palm(0, "camera", "palm"))))
        .isInstanceOf(FrameMismatchException.class);
  }

  @Test
  void fingersAreToldByGeometry() {
    HandLikeness right = HandLikeness.of(TestHands.hand(HandModel.Side.RIGHT, 4), config(Map.of()));
    HandLikeness left = HandLikeness.of(TestHands.hand(HandModel.Side.LEFT, 3), config(Map.of()));
    assertThat(names(right))
        .isEqualTo(
            Map.of(
                "opposed", HumanFinger.THUMB,
                "f0", HumanFinger.INDEX,
                "f1", HumanFinger.MIDDLE,
                "f2", HumanFinger.RING,
                "f3", HumanFinger.LITTLE));
    assertThat(names(left))
        .isEqualTo(
            Map.of(
                "opposed", HumanFinger.THUMB,
                "f0", HumanFinger.INDEX,
                "f1", HumanFinger.MIDDLE,
                "f2", HumanFinger.RING));
    for (HandLikeness likeness : List.of(right, left)) {
      Quat axes = likeness.knuckleInPalm().rotation();
      assertThat(axes.rotate(Vec3.X).distanceTo(Vec3.Y)).as("ahead is y").isLessThan(1e-9);
      assertThat(axes.rotate(Vec3.Z).distanceTo(Vec3.X)).as("the back is x").isLessThan(1e-9);
    }
  }

  private static Map<String, HumanFinger> names(HandLikeness likeness) {
    Map<String, HumanFinger> names = new HashMap<>();
    likeness.pairs().forEach(pair -> names.put(pair.finger().name(), pair.human()));
    return names;
  }

  @Test
  void aHandWithoutAThumbIsAskedFor() {
    HandModel gripper = new FakeHand(HandModel.Side.RIGHT).model();
    assertThatThrownBy(() -> new VectorRetargeter(config(Map.of())).open(gripper))
        .isInstanceOf(InvalidInputException.class)
        .hasMessageContainingAll("fake-hand", "thumb", "retargeter.vector.fingers");
    VectorConfig wrong = config(Map.of("fingers", Map.of("rigth", "index")));
    assertThatThrownBy(() -> new VectorRetargeter(wrong).open(gripper))
        .isInstanceOf(InvalidInputException.class)
        .hasMessageContainingAll("[rigth]", "[right, left]");
  }

  /** A small human hand moves a large robot hand as far open and as far closed. */
  @Test
  void vectorsAreScaledBySize() {
    HandModel hand = TestHands.hand(HandModel.Side.RIGHT, 4);
    RetargetingSession session = new VectorRetargeter(config(Map.of())).open(hand);
    Pose wrist = Pose.identity("camera", HumanHandPose.WRIST);
    RetargetedPose open = session.retarget(SyntheticHumanHand.bent(HandModel.Side.RIGHT, 0, wrist));
    session.restart();
    RetargetedPose fist =
        session.retarget(SyntheticHumanHand.bent(HandModel.Side.RIGHT, 0.7, wrist));
    for (String finger : List.of("f0", "f1", "f2")) {
      double opened = 0;
      double closed = 0;
      for (int i = 1; i < 4; i++) {
        opened += open.positions().get(finger + "-" + i);
        closed += fist.positions().get(finger + "-" + i);
      }
      assertThat(opened).as("bend of '%s' of the flat hand [rad]", finger).isLessThan(0.6);
      assertThat(closed).as("bend of '%s' of the fist [rad]", finger).isGreaterThan(2);
    }
  }

  @Test
  void theOffsetMovesThePalm() {
    HandModel hand = TestHands.hand(HandModel.Side.RIGHT, 4);
    HumanHandPose human =
        SyntheticHumanHand.bent(
            HandModel.Side.RIGHT, 0.3, Pose.identity("camera", HumanHandPose.WRIST));
    Pose plain = new VectorRetargeter(config(Map.of())).open(hand).retarget(human).palm();
    VectorConfig config = config(Map.of("offset-m", List.of(-0.03, 0, 0.012)));
    Pose moved = new VectorRetargeter(config).open(hand).retarget(human).palm();
    Vec3 shift = moved.position().minus(plain.position());
    assertThat(shift.distanceTo(new Vec3(-0.03, 0, 0.012))).isLessThan(1e-9);
  }

  /** Fingers that humans press together stay apart. */
  @Test
  void fingersStayApart() {
    HandModel hand = TestHands.hand(HandModel.Side.RIGHT, 4);
    VectorConfig config = config("position", "two");
    Reach reach = new Reach(hand, config);
    FingerSkeleton skeleton = new FingerSkeleton(reach.tree, hand.fingers());
    RetargetingSession session = new VectorRetargeter(config).open(hand);
    double[] q = reach.poses(1, 1).get(0);
    HumanHandPose apart = reach.human(q, Reach.palm(0, "camera", "palm"));
    List<Vec3> points = new ArrayList<>(apart.keypoints());
    for (int point : new int[] {2, 3}) {
      // the middle finger's end is that of the index finger
      points.set(HumanFinger.MIDDLE.keypoint(point), points.get(HumanFinger.INDEX.keypoint(point)));
    }
    RetargetedPose result =
        session.retarget(new HumanHandPose(apart.side(), apart.frame(), points));
    assertThat(skeleton.clearance(result.positions().values(reach.tree.order())))
        .as("clearance between the fingers [m]")
        .isGreaterThan(-0.004);
  }
}
