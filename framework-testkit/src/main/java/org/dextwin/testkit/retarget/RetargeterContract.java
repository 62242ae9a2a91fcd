package org.dextwin.testkit.retarget;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import org.dextwin.api.learning.HumanHandPose;
import org.dextwin.api.learning.RetargetedPose;
import org.dextwin.api.learning.Retargeter;
import org.dextwin.api.learning.RetargetingSession;
import org.dextwin.api.math.Pose;
import org.dextwin.api.math.Quat;
import org.dextwin.api.math.Vec3;
import org.dextwin.api.model.Finger;
import org.dextwin.api.model.HandModel;
import org.dextwin.api.model.Joint;
import org.dextwin.testkit.ProviderContract;
import org.dextwin.testkit.robot.FakeHand;
import org.junit.jupiter.api.Test;

/**
 * What every retargeter keeps: within the robot's limits whatever the human does, repeatable,
 * continuous, indifferent to where the hand is and which side it is of. The hand is {@link
 * FakeHand}, a gripper of two fingers {@code right} and {@code left}, or the subclass's own.
 *
 * <p><i>Thread safety</i>: confined; JUnit makes one instance per test.
 *
 * @param <C> the configuration record
 */
public abstract class RetargeterContract<C> extends ProviderContract<Retargeter, C> {

  private static final int FRAMES = 60;

  /** Rounding, gone through a search that stops at a tolerance [rad or m]. */
  private static final double SEARCH_TOLERANCE = 1e-3;

  /** Frames of 30 Hz: even a quick hand closes in a third of a second. */
  private static final double LARGEST_CHANGE = 0.6;

  /** For subclasses. */
  protected RetargeterContract() {}

  /**
   * Returns the robot hand to retarget to.
   *
   * @return a right hand
   */
  protected HandModel hand() {
    return new FakeHand(HandModel.Side.RIGHT).model();
  }

  private RetargetingSession open() {
    return create().open(hand());
  }

  private static Pose wrist(double t) {
    return new Pose(
        "camera",
        HumanHandPose.WRIST,
        new Vec3(0.1 * Math.sin(t), 0.05 * t, 0.5 + 0.05 * Math.cos(t)),
        Quat.fromRollPitchYaw(0.3 * t, 0.2 * Math.sin(t), 1 - 0.4 * t));
  }

  /** Opens and closes in two seconds while it travels. */
  private static List<HumanHandPose> motion() {
    List<HumanHandPose> motion = new ArrayList<>();
    for (int i = 0; i < FRAMES; i++) {
      double t = i / 30.0;
      double bend = 0.4 - 0.4 * Math.cos(Math.PI * t);
      motion.add(SyntheticHumanHand.bent(HandModel.Side.RIGHT, bend, wrist(t)));
    }
    return motion;
  }

  private static List<RetargetedPose> follow(
      RetargetingSession session, List<HumanHandPose> motion) {
    return motion.stream().map(session::retarget).toList();
  }

  private static double[] joints(RetargetedPose pose) {
    return pose.positions().values(pose.positions().order());
  }

  private static double largestDifference(RetargetedPose one, RetargetedPose other) {
    double largest = 0;
    for (int i = 0; i < joints(one).length; i++) {
      largest = Math.max(largest, Math.abs(joints(one)[i] - joints(other)[i]));
    }
    return largest;
  }

  @Test
  final void jointsAreThoseOfTheHandInItsKinematicOrder() {
    for (RetargetedPose pose : follow(open(), motion())) {
      assertThat(pose.positions().order()).isEqualTo(hand().robot().kinematicOrder());
    }
  }

  @Test
  final void limitsAreKeptWhateverTheHumanDoes() {
    RetargetingSession session = open();
    List<Joint> limits = hand().robot().movingJoints();
    List<HumanHandPose> hands = extremes();
    for (int i = 0; i < hands.size(); i++) {
      double[] q = joints(session.retarget(hands.get(i)));
      for (int j = 0; j < q.length; j++) {
        assertThat(q[j])
            .as("joint '%s' for hand %d", limits.get(j).name(), i)
            .isBetween(limits.get(j).lower(), limits.get(j).upper());
      }
    }
  }

  /** Hands from overstretched to more than closed, and points that are no hand's, of any size. */
  private static List<HumanHandPose> extremes() {
    List<HumanHandPose> hands = new ArrayList<>();
    for (double bend : new double[] {-1, -0.2, 0, 0.5, 1, 2}) {
      hands.add(SyntheticHumanHand.bent(HandModel.Side.RIGHT, bend, wrist(0)));
    }
    SplittableRandom random = new SplittableRandom(SEED);
    for (int i = 0; i < 200; i++) {
      double size = Math.pow(10, random.nextDouble(-2, 1));
      List<Vec3> keypoints = new ArrayList<>();
      for (int k = 0; k < HumanHandPose.KEYPOINTS; k++) {
        keypoints.add(
            new Vec3(random.nextDouble(), random.nextDouble(), random.nextDouble()).times(size));
      }
      hands.add(new HumanHandPose(HandModel.Side.RIGHT, "camera", keypoints));
    }
    return hands;
  }

  @Test
  final void fingersFollow() {
    RetargetingSession session = open();
    Pose wrist = wrist(0);
    RetargetedPose flat = session.retarget(SyntheticHumanHand.bent(HandModel.Side.RIGHT, 0, wrist));
    session.restart();
    RetargetedPose fist =
        session.retarget(SyntheticHumanHand.bent(HandModel.Side.RIGHT, 0.8, wrist));
    for (Finger finger : hand().fingers()) {
      double largest =
          finger.joints().stream()
              .mapToDouble(
                  joint -> Math.abs(fist.positions().get(joint) - flat.positions().get(joint)))
              .max()
              .orElseThrow();
      assertThat(largest)
          .as("largest change of a joint of '%s' from flat hand to fist [rad]", finger.name())
          .isGreaterThan(0.2);
    }
  }

  @Test
  final void targetsAreNamedByFinger() {
    List<String> fingers = hand().fingers().stream().map(Finger::name).toList();
    for (RetargetedPose pose : follow(open(), motion())) {
      assertThat(pose.fingertipTargets()).isNotEmpty();
      assertThat(fingers).containsAll(pose.fingertipTargets().keySet());
    }
  }

  @Test
  final void palmIsInTheFrameOfTheHuman() {
    for (RetargetedPose pose : follow(open(), motion())) {
      assertThat(pose.palm().frame()).isEqualTo("camera");
      assertThat(pose.palm().body()).isEqualTo(hand().robot().root());
    }
  }

  @Test
  final void placeDoesNotMatterToTheFingers() {
    Pose X_BC =
        new Pose("table", "camera", new Vec3(3, -2, 0.5), Quat.fromRollPitchYaw(2, -1, 0.4));
    List<RetargetedPose> here = follow(open(), motion());
    List<RetargetedPose> there =
        follow(open(), motion().stream().map(hand -> hand.in(X_BC)).toList());
    for (int i = 0; i < FRAMES; i++) {
      assertThat(largestDifference(here.get(i), there.get(i)))
          .as("largest difference of a joint in frame %d", i)
          .isLessThan(SEARCH_TOLERANCE);
      Pose moved = X_BC.times(here.get(i).palm());
      assertThat(moved.position().distanceTo(there.get(i).palm().position()))
          .as("distance of the palm from where it should be in frame %d [m]", i)
          .isLessThan(SEARCH_TOLERANCE);
      assertThat(moved.rotation().angleTo(there.get(i).palm().rotation()))
          .as("turn of the palm from where it should be in frame %d [rad]", i)
          .isLessThan(SEARCH_TOLERANCE);
    }
  }

  @Test
  final void leftHandsAreMirrored() {
    List<RetargetedPose> right = follow(open(), motion());
    List<RetargetedPose> left =
        follow(open(), motion().stream().map(SyntheticHumanHand::mirrored).toList());
    for (int i = 0; i < FRAMES; i++) {
      assertThat(largestDifference(right.get(i), left.get(i)))
          .as("largest difference of a joint in frame %d", i)
          .isLessThan(SEARCH_TOLERANCE);
    }
  }

  @Test
  final void motionIsSmooth() {
    List<RetargetedPose> poses = follow(open(), motion());
    for (int i = 1; i < FRAMES; i++) {
      assertThat(largestDifference(poses.get(i), poses.get(i - 1)))
          .as("largest change of a joint from frame %d to %d", i - 1, i)
          .isLessThan(LARGEST_CHANGE);
    }
  }

  @Test
  final void restartForgets() {
    RetargetingSession session = open();
    List<RetargetedPose> first = follow(session, motion());
    session.restart();
    assertThat(follow(session, motion())).as("the same motion after a restart").isEqualTo(first);
  }

  @Test
  final void sessionsDoNotMeet() {
    Retargeter retargeter = create();
    List<RetargetedPose> alone = follow(retargeter.open(hand()), motion());
    RetargetingSession one = retargeter.open(hand());
    RetargetingSession other = retargeter.open(hand());
    List<RetargetedPose> interleaved = new ArrayList<>();
    List<HumanHandPose> motion = motion();
    for (int i = 0; i < FRAMES; i++) {
      interleaved.add(one.retarget(motion.get(i)));
      other.retarget(motion.get(FRAMES - 1 - i));
    }
    assertThat(interleaved).as("a motion while another one is followed").isEqualTo(alone);
  }
}
