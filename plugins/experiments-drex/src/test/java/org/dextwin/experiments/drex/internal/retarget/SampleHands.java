package org.dextwin.experiments.drex.internal.retarget;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.stream.IntStream;
import org.dextwin.api.learning.HumanFinger;
import org.dextwin.api.learning.HumanHandPose;
import org.dextwin.api.math.Pose;
import org.dextwin.api.math.Quat;
import org.dextwin.api.math.Vec3;
import org.dextwin.api.model.HandModel;
import org.dextwin.mechanics.array.NpzWriter;
import org.dextwin.mechanics.array.NumberArray;
import org.dextwin.mechanics.format.MeshFormat;
import org.dextwin.mechanics.format.MeshWriter;
import org.dextwin.mechanics.mesh.MeshShapes;
import org.dextwin.testkit.retarget.SyntheticHumanHand;

/**
 * Made-up human hands that close on a box and lift it, in the layout of HaMeR's results: the sample
 * that the examples bundle.
 */
public final class SampleHands {

  private static final int FRAMES = 75;
  private static final double RATE = 30;

  /** Bend of all fingers: open, and closed on the box. */
  private static final double OPEN = 0.1;

  private static final double CLOSED = 0.48;

  /** Flesh between a keypoint, which lies in the middle of the finger, and what it touches [m]. */
  private static final double FLESH = 0.011;

  private static final double BOX_HEIGHT = 0.09;
  private static final double BOX_DEPTH = 0.03;

  /** Noise of the keypoints [m]. */
  private static final double NOISE = 0.0005;

  /** How a hand goes to work. */
  private record Style(long seed, double yaw, double lift) {}

  /** Gives the same numbers on every JDK. */
  private final Random random;

  private final Style style;
  private final List<HumanHandPose> hands = new ArrayList<>();
  private final List<Pose> boxes = new ArrayList<>();

  private SampleHands(Style style) {
    this.style = style;
    random = new Random(style.seed);
    Pose box_W = boxInWrist();
    Pose grasp = wrist(1, 0);
    for (int i = 0; i < FRAMES; i++) {
      double t = i / (double) (FRAMES - 1);
      double near = smooth(t / 0.4);
      double closed = smooth((t - 0.3) / 0.3);
      double lifted = smooth((t - 0.65) / 0.3);
      double bend = OPEN + closed * (CLOSED - OPEN);
      HumanHandPose hand = SyntheticHumanHand.bent(HandModel.Side.RIGHT, bend, wrist(near, lifted));
      hands.add(noisy(hand));
      Pose rest = grasp.times(box_W);
      boxes.add(new Pose("camera", "box", rest.position().plus(up(lifted)), rest.rotation()));
    }
  }

  private static double smooth(double s) {
    double x = Math.max(0, Math.min(1, s));
    return x * x * (3 - 2 * x);
  }

  /** The box between the thumb and the two fingers after it, once they are closed. */
  private static Pose boxInWrist() {
    HumanHandPose closed =
        SyntheticHumanHand.bent(
            HandModel.Side.RIGHT, CLOSED, Pose.identity("w", HumanHandPose.WRIST));
    Vec3 thumb = closed.tip(HumanFinger.THUMB);
    Vec3 fingers = closed.tip(HumanFinger.INDEX).plus(closed.tip(HumanFinger.MIDDLE)).times(0.5);
    Vec3 x = fingers.minus(thumb).normalized();
    Vec3 y = Vec3.Y.minus(x.times(x.y())).normalized();
    Vec3 z = x.cross(y);
    double[] r = {x.x(), y.x(), z.x(), x.y(), y.y(), z.y(), x.z(), y.z(), z.z()};
    return new Pose(HumanHandPose.WRIST, "box", thumb.plus(fingers).times(0.5), Quat.fromMatrix(r));
  }

  private static double boxWidth() {
    HumanHandPose closed =
        SyntheticHumanHand.bent(
            HandModel.Side.RIGHT, CLOSED, Pose.identity("w", HumanHandPose.WRIST));
    Vec3 fingers = closed.tip(HumanFinger.INDEX).plus(closed.tip(HumanFinger.MIDDLE)).times(0.5);
    return fingers.distanceTo(closed.tip(HumanFinger.THUMB)) - 2 * FLESH;
  }

  /** In OpenCV's camera y points down. */
  private Vec3 up(double lifted) {
    return new Vec3(0, -style.lift * lifted, 0);
  }

  private Pose wrist(double near, double lifted) {
    Quat turn = Quat.fromRollPitchYaw(0.4, -0.3, style.yaw);
    Vec3 back = turn.rotate(new Vec3(-0.12, 0, 0.04)).times(1 - near);
    Vec3 place = new Vec3(0.02, 0.05, 0.6).plus(back).plus(up(lifted));
    return new Pose("camera", HumanHandPose.WRIST, place, turn);
  }

  private HumanHandPose noisy(HumanHandPose hand) {
    List<Vec3> points =
        hand.keypoints().stream()
            .map(
                p ->
                    p.plus(
                        new Vec3(
                            NOISE * random.nextGaussian(),
                            NOISE * random.nextGaussian(),
                            NOISE * random.nextGaussian())))
            .toList();
    return new HumanHandPose(hand.side(), hand.frame(), points);
  }

  private double[] keypoints(int frame) {
    double[] values = new double[3 * HumanHandPose.KEYPOINTS];
    // HaMeR's are near the origin, and its translation brings them to the camera
    Vec3 shift = translation(frame);
    for (int k = 0; k < HumanHandPose.KEYPOINTS; k++) {
      hands.get(frame).keypoints().get(k).minus(shift).copyTo(values, 3 * k);
    }
    return values;
  }

  private Vec3 translation(int frame) {
    return hands.get(frame).knuckle(HumanFinger.MIDDLE);
  }

  private double[] boxMatrix(int frame) {
    double[] r = boxes.get(frame).rotation().toMatrix();
    Vec3 p = boxes.get(frame).position();
    return new double[] {
      r[0], r[1], r[2], p.x(), r[3], r[4], r[5], p.y(), r[6], r[7], r[8], p.z(), 0, 0, 0, 1
    };
  }

  /** Writes an npz archive; frames in gaps are NaN. */
  private void writeNpz(Path file, List<Integer> gaps) {
    double[] keypoints = new double[FRAMES * 3 * HumanHandPose.KEYPOINTS];
    double[] translations = new double[FRAMES * 3];
    double[] objects = new double[FRAMES * 16];
    double[] times = new double[FRAMES];
    for (int i = 0; i < FRAMES; i++) {
      double[] frame = keypoints(i);
      if (gaps.contains(i)) {
        Arrays.fill(frame, Double.NaN);
      }
      System.arraycopy(frame, 0, keypoints, i * frame.length, frame.length);
      translation(i).copyTo(translations, 3 * i);
      System.arraycopy(boxMatrix(i), 0, objects, 16 * i, 16);
      times[i] = i / RATE;
    }
    NpzWriter.write(
        file,
        Map.of(
            "pred_keypoints_3d", array(keypoints, FRAMES, HumanHandPose.KEYPOINTS, 3),
            "pred_cam_t", array(translations, FRAMES, 3),
            "right", array(new double[] {1}),
            "time", array(times, FRAMES),
            "object_pose", array(objects, FRAMES, 4, 4)));
  }

  /** Rounded, so that the last bit of a sine is no matter. */
  private static NumberArray array(double[] values, int... shape) {
    double[] rounded = Arrays.stream(values).map(value -> Math.rint(1e5 * value) / 1e5).toArray();
    return new NumberArray("sample", shape, rounded);
  }

  /** Writes a list of frames; those in gaps are null. */
  private void writeJson(Path file, List<Integer> gaps) throws IOException {
    List<String> frames = new ArrayList<>();
    for (int i = 0; i < FRAMES; i++) {
      double[] cam = {translation(i).x(), translation(i).y(), translation(i).z()};
      frames.add(
          "{\"time\": "
              + text(i / RATE)
              + (gaps.contains(i)
                  ? ""
                  : ", \"right\": 1, \"pred_keypoints_3d\": "
                      + rows(keypoints(i), 3)
                      + ", \"pred_cam_t\": "
                      + row(cam, 0, 3))
              + ", \"object_pose\": "
              + rows(boxMatrix(i), 4)
              + "}");
    }
    Files.writeString(file, "[\n" + String.join(",\n", frames) + "\n]\n");
  }

  private static String rows(double[] values, int width) {
    List<String> rows = new ArrayList<>();
    for (int at = 0; at < values.length; at += width) {
      rows.add(row(values, at, width));
    }
    return "[" + String.join(", ", rows) + "]";
  }

  private static String row(double[] values, int at, int width) {
    List<String> numbers = new ArrayList<>();
    for (int i = at; i < at + width; i++) {
      numbers.add(text(values[i]));
    }
    return "[" + String.join(", ", numbers) + "]";
  }

  private static String text(double value) {
    return String.format(Locale.ROOT, "%.5f", value);
  }

  /** Writes what the examples bundle: two sound demonstrations, one that loses the hand, a box. */
  public static void write(Path folder) throws IOException {
    Files.createDirectories(folder);
    new SampleHands(new Style(1, 0.2, 0.12)).writeNpz(folder.resolve("box-1.npz"), List.of());
    new SampleHands(new Style(2, -0.3, 0.08)).writeJson(folder.resolve("box-2.json"), List.of(20));
    List<Integer> gap = IntStream.range(30, 46).boxed().toList();
    new SampleHands(new Style(3, 0.6, 0.1)).writeNpz(folder.resolve("lost-hand.npz"), gap);
    MeshWriter.write(
        folder.resolve("box.stl"),
        MeshShapes.box(boxWidth(), BOX_HEIGHT, BOX_DEPTH),
        MeshFormat.STL_BINARY);
  }

  /**
   * Writes the sample anew.
   *
   * @param arguments the folder {@code examples/drex/sample-hand}
   */
  public static void main(String[] arguments) throws IOException {
    write(Path.of(arguments[0]));
  }
}
