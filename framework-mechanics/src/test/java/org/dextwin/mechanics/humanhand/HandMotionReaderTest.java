package org.dextwin.mechanics.humanhand;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.dextwin.api.learning.HumanHandMotion;
import org.dextwin.api.learning.HumanHandPose;
import org.dextwin.api.math.Pose;
import org.dextwin.api.math.Quat;
import org.dextwin.api.math.Vec3;
import org.dextwin.api.model.HandModel;
import org.dextwin.api.perception.PoseTrack;
import org.dextwin.api.spi.InvalidInputException;
import org.dextwin.mechanics.array.NpzWriter;
import org.dextwin.mechanics.array.NumberArray;
import org.dextwin.testkit.retarget.SyntheticHumanHand;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Human hands from files: orders, sides, gaps, and what is no hand. */
class HandMotionReaderTest {

  private static final int FRAMES = 6;
  private static final int NUMBERS = 63;
  private static final HandFileOptions OPTIONS = HandFileOptions.HAMER.withFrameRate(10);

  @TempDir private Path folder;

  private final Map<String, NumberArray> arrays = new HashMap<>();

  private static HumanHandPose hand(HandModel.Side side, int frame) {
    Quat turn = Quat.fromRollPitchYaw(0.3, 0.1 * frame, -0.7);
    Pose wrist = new Pose("camera", HumanHandPose.WRIST, new Vec3(0.1, 0.01 * frame, 0.5), turn);
    return SyntheticHumanHand.bent(side, 0.3 + 0.1 * frame, wrist);
  }

  private static double[] keypoints(HandModel.Side side) {
    double[] values = new double[FRAMES * NUMBERS];
    for (int frame = 0; frame < FRAMES; frame++) {
      for (int k = 0; k < HumanHandPose.KEYPOINTS; k++) {
        hand(side, frame).keypoints().get(k).copyTo(values, NUMBERS * frame + 3 * k);
      }
    }
    return values;
  }

  private HandMotionReaderTest put(String name, double[] values, int... shape) {
    arrays.put(name, new NumberArray(name, shape, values));
    return this;
  }

  private HandMotionReaderTest putKeypoints(double[] values) {
    return put("pred_keypoints_3d", values, FRAMES, 21, 3);
  }

  private HandRecording read(HandFileOptions options) {
    Path file = folder.resolve("hand.npz");
    NpzWriter.write(file, arrays);
    return HandMotionReader.read(file, options);
  }

  private void assertRefused(HandFileOptions options, String... words) {
    assertThatThrownBy(() -> read(options))
        .isInstanceOf(InvalidInputException.class)
        .hasMessageContaining("hand.npz")
        .hasMessageContainingAll(words);
  }

  private static void assertSame(HumanHandMotion motion, int frame, HumanHandPose expected) {
    HumanHandPose read = motion.frames().get(frame).hand().orElseThrow();
    assertThat(read.side()).isEqualTo(expected.side());
    for (int k = 0; k < HumanHandPose.KEYPOINTS; k++) {
      assertThat(read.keypoints().get(k).distanceTo(expected.keypoints().get(k)))
          .as("distance of keypoint %d of frame %d from the one written [m]", k, frame)
          .isLessThan(1e-6); // float32
    }
  }

  @Test
  void rightHandsAreReadAsWritten() {
    HumanHandMotion motion = putKeypoints(keypoints(HandModel.Side.RIGHT)).read(OPTIONS).motion();
    assertThat(motion.frames()).hasSize(FRAMES);
    for (int frame = 0; frame < FRAMES; frame++) {
      assertSame(motion, frame, hand(HandModel.Side.RIGHT, frame));
      assertThat(motion.frames().get(frame).time()).isEqualTo(frame * 0.1);
    }
    assertThat(motion.notes()).anyMatch(note -> note.contains("taken for a right hand"));
  }

  @Test
  void translationIsAdded() {
    double[] shifts = new double[FRAMES * 3];
    for (int i = 0; i < FRAMES; i++) {
      shifts[3 * i + 2] = 0.25;
    }
    double[] near = keypoints(HandModel.Side.RIGHT);
    for (int i = 2; i < near.length; i += 3) {
      near[i] -= 0.25;
    }
    HumanHandMotion motion =
        putKeypoints(near).put("pred_cam_t", shifts, FRAMES, 3).read(OPTIONS).motion();
    assertSame(motion, 3, hand(HandModel.Side.RIGHT, 3));
  }

  @Test
  void leftHandsAreMirroredBack() {
    double[] mirrored = keypoints(HandModel.Side.LEFT);
    for (int i = 0; i < mirrored.length; i += 3) {
      mirrored[i] = -mirrored[i];
    }
    putKeypoints(mirrored).put("right", new double[FRAMES], FRAMES);
    assertSame(read(OPTIONS).motion(), 2, hand(HandModel.Side.LEFT, 2));
  }

  @Test
  void leftHandsMayBeReal() {
    putKeypoints(keypoints(HandModel.Side.LEFT)).put("right", new double[] {0}, 1);
    HandFileOptions real =
        new HandFileOptions(
            KeypointOrder.OPENPOSE,
            HandFileOptions.LeftHands.REAL,
            Optional.of(10.0),
            HandFileOptions.Entries.HAMER);
    assertSame(read(real).motion(), 2, hand(HandModel.Side.LEFT, 2));
    assertRefused(OPTIONS, "out of the back of the hand", "mirrored");
  }

  @Test
  void aHandOfTheWrongSideIsRefused() {
    putKeypoints(keypoints(HandModel.Side.LEFT));
    assertRefused(OPTIONS, "out of the back of the hand", "side");
  }

  private static double[] inOrder(KeypointOrder order) {
    double[] source = keypoints(HandModel.Side.RIGHT);
    double[] values = new double[source.length];
    for (int frame = 0; frame < FRAMES; frame++) {
      for (int k = 0; k < HumanHandPose.KEYPOINTS; k++) {
        System.arraycopy(
            source, NUMBERS * frame + 3 * k, values, NUMBERS * frame + 3 * order.place(k), 3);
      }
    }
    return values;
  }

  @Test
  void manoOrderIsSorted() {
    putKeypoints(inOrder(KeypointOrder.MANO));
    HumanHandMotion motion = read(OPTIONS.withOrder(KeypointOrder.MANO)).motion();
    for (int frame = 0; frame < FRAMES; frame++) {
      assertSame(motion, frame, hand(HandModel.Side.RIGHT, frame));
    }
  }

  @Test
  void theWrongOrderIsRefusedAndTheRightOneNamed() {
    putKeypoints(inOrder(KeypointOrder.MANO));
    assertRefused(OPTIONS, "order 'openpose'", "'mano' fits", "keypoint-order");
    putKeypoints(keypoints(HandModel.Side.RIGHT));
    assertRefused(OPTIONS.withOrder(KeypointOrder.MANO), "order 'mano'", "'openpose' fits");
  }

  /** Any two keypoints of different fingers or points exchanged: no hand. */
  @Test
  void permutedKeypointsAreRefused() {
    List<int[]> swaps =
        List.of(
            new int[] {4, 8},
            new int[] {5, 9},
            new int[] {9, 17},
            new int[] {0, 12},
            new int[] {1, 5},
            new int[] {6, 8});
    for (int[] swap : swaps) {
      double[] values = keypoints(HandModel.Side.RIGHT);
      for (int frame = 0; frame < FRAMES; frame++) {
        for (int i = 0; i < 3; i++) {
          int a = NUMBERS * frame + 3 * swap[0] + i;
          int b = NUMBERS * frame + 3 * swap[1] + i;
          double kept = values[a];
          values[a] = values[b];
          values[b] = kept;
        }
      }
      putKeypoints(values);
      assertRefused(OPTIONS, "no human hand in the order 'openpose'", "no known order fits");
    }
  }

  @Test
  void millimetresAreRefused() {
    double[] values =
        Arrays.stream(keypoints(HandModel.Side.RIGHT)).map(value -> 1e3 * value).toArray();
    putKeypoints(values);
    assertRefused(OPTIONS, "in metres?");
  }

  @Test
  void missingFramesAreGaps() {
    double[] values = keypoints(HandModel.Side.RIGHT);
    Arrays.fill(values, NUMBERS, 2 * NUMBERS, Double.NaN);
    Arrays.fill(values, 3 * NUMBERS, 4 * NUMBERS, 0);
    putKeypoints(values).put("valid", new double[] {1, 1, 1, 1, 0, 1}, FRAMES);
    HumanHandMotion motion = read(OPTIONS).motion();
    assertThat(motion.gapFrames()).isEqualTo(3);
    assertThat(motion.frames().stream().map(frame -> frame.hand().isPresent()))
        .containsExactly(true, false, true, false, false, true);
  }

  @Test
  void framesThatAreLeftOutAreGaps() {
    putKeypoints(keypoints(HandModel.Side.RIGHT))
        .put("frame", new double[] {10, 11, 14, 15, 16, 17}, FRAMES);
    HumanHandMotion motion = read(OPTIONS).motion();
    assertThat(motion.frames()).hasSize(FRAMES + 2);
    assertThat(motion.frames().get(2).hand()).isEmpty();
    assertThat(motion.frames().get(3).hand()).isEmpty();
    assertThat(motion.frames().get(4).time()).isEqualTo(0.4);
    assertSame(motion, 4, hand(HandModel.Side.RIGHT, 2));
  }

  @Test
  void halfAHandIsRefused() {
    double[] values = keypoints(HandModel.Side.RIGHT);
    values[2 * NUMBERS + 3 * 8 + 1] = Double.NaN;
    putKeypoints(values);
    assertRefused(OPTIONS, "entry 'pred_keypoints_3d'", "NaN in frame 2, keypoint 8", "gap");
    values[2 * NUMBERS + 3 * 8 + 1] = Double.NEGATIVE_INFINITY;
    putKeypoints(values);
    assertRefused(OPTIONS, "-Infinity in frame 2, keypoint 8");
  }

  @Test
  void noHandAtAllIsRefused() {
    putKeypoints(new double[FRAMES * NUMBERS]);
    assertRefused(OPTIONS, "no frame has a hand");
  }

  @Test
  void wrongShapesAreRefused() {
    put("pred_keypoints_3d", new double[FRAMES * 60], FRAMES, 20, 3);
    assertRefused(OPTIONS, "(6, 20, 3)", "(frames, 21, 3)");
    put("pred_keypoints_3d", new double[3 * 2 * NUMBERS], 3, 2, 21, 3);
    assertRefused(OPTIONS, "2 hands per frame");
    putKeypoints(keypoints(HandModel.Side.RIGHT)).put("pred_cam_t", new double[3], 1, 3);
    assertRefused(OPTIONS, "'pred_cam_t'", "(1, 3)", "(6, 3)");
    arrays.clear();
    put("joints", new double[3], 3);
    assertRefused(OPTIONS, "no entry 'pred_keypoints_3d'", "[joints]", "entries.keypoints");
  }

  @Test
  void timesMustIncrease() {
    putKeypoints(keypoints(HandModel.Side.RIGHT));
    assertRefused(HandFileOptions.HAMER, "no entry 'time'", "frame-rate-hz");
    put("time", new double[] {0, 1, 2, 2, 3, 4}, FRAMES);
    assertRefused(OPTIONS, "'time'", "2.0 in frame 3, after 2.0");
    put("time", new double[] {0, 1, 2, Double.NaN, 3, 4}, FRAMES);
    assertRefused(OPTIONS, "NaN in frame 3");
  }

  @Test
  void sidesMustNotChange() {
    putKeypoints(keypoints(HandModel.Side.RIGHT))
        .put("right", new double[] {1, 1, 0, 1, 1, 1}, FRAMES);
    assertRefused(OPTIONS, "'right'", "changes side in frame 2");
    put("right", new double[] {0.5}, 1);
    assertRefused(OPTIONS, "0.5");
  }

  @Test
  void objectPosesAreRead() {
    double[] poses = new double[FRAMES * 16];
    for (int frame = 0; frame < FRAMES; frame++) {
      double angle = 0.1 * frame;
      double[] m = {
        Math.cos(angle),
        -Math.sin(angle),
        0,
        0.01 * frame,
        Math.sin(angle),
        Math.cos(angle),
        0,
        0.2,
        0,
        0,
        1,
        0.3,
        0,
        0,
        0,
        1
      };
      System.arraycopy(m, 0, poses, 16 * frame, 16);
    }
    Arrays.fill(poses, 16, 32, Double.NaN);
    putKeypoints(keypoints(HandModel.Side.RIGHT)).put("object_pose", poses, FRAMES, 4, 4);
    List<PoseTrack.Sample> samples = read(OPTIONS).object().orElseThrow().samples();
    assertThat(samples).hasSize(FRAMES - 1);
    Pose third = samples.get(2).pose();
    assertThat(samples.get(2).time()).isEqualTo(3 * 0.1);
    assertThat(third.frame()).isEqualTo("camera");
    assertThat(third.position().distanceTo(new Vec3(0.03, 0.2, 0.3))).isLessThan(1e-6);
    assertThat(third.rotation().angleTo(Quat.aboutAxis(Vec3.Z, 0.3))).isLessThan(1e-6);
    poses[16 * 4] = 3;
    put("object_pose", poses, FRAMES, 4, 4);
    assertRefused(OPTIONS, "'object_pose'", "no pose in frame 4");
    poses[16 * 4] = -Math.cos(0.4); // a reflection
    poses[16 * 4 + 4] = -Math.sin(0.4);
    put("object_pose", poses, FRAMES, 4, 4);
    assertRefused(OPTIONS, "no pose in frame 4");
  }
}
