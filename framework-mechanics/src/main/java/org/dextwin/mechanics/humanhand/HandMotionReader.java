package org.dextwin.mechanics.humanhand;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.TreeSet;
import org.dextwin.api.learning.HumanHandMotion;
import org.dextwin.api.learning.HumanHandPose;
import org.dextwin.api.math.Vec3;
import org.dextwin.api.model.HandModel;
import org.dextwin.api.spi.InvalidInputException;
import org.dextwin.mechanics.array.ArrayFile;
import org.dextwin.mechanics.array.NumberArray;

/**
 * Reads human hands from {@code .npz} and JSON files of HaMeR's and MCC-HO's arrays. A frame
 * without a hand (NaN, null, all zero, not valid, or a frame number left out) is a gap. Points that
 * cannot be a hand's, for their order, unit or side, are refused.
 *
 * <p><i>Thread safety</i>: thread-safe; holds no state.
 */
public final class HandMotionReader {

  /** Name of the frame of all that is read. */
  public static final String CAMERA = "camera";

  private static final int KEYPOINTS = HumanHandPose.KEYPOINTS;

  private final Path file;
  private final HandFileOptions options;
  private final ArrayFile arrays;
  private final List<String> notes = new ArrayList<>();

  private HandMotionReader(Path file, HandFileOptions options, ArrayFile arrays) {
    this.file = file;
    this.options = options;
    this.arrays = arrays;
  }

  /**
   * Reads a file.
   *
   * @param file an npz archive or a JSON file
   * @param options how it holds the hand
   * @return hand and object
   * @throws InvalidInputException if it is malformed or holds no human hand; it names the file, the
   *     entry, what was found and the remedy
   */
  public static HandRecording read(Path file, HandFileOptions options) {
    try (ArrayFile arrays = ArrayFile.open(file)) {
      return new HandMotionReader(file, options, arrays).read();
    }
  }

  private HandRecording read() {
    HandFileOptions.Entries entries = options.entries();
    NumberArray keypoints =
        arrays
            .find(entries.keypoints())
            .orElseThrow(
                () ->
                    new InvalidInputException(
                        file
                            + ": has no entry '"
                            + entries.keypoints()
                            + "'; it has "
                            + new TreeSet<>(arrays.names())
                            + "; name the one of the keypoints: entries.keypoints = NAME"));
    int frames = frames(keypoints);
    FrameTimes times = new FrameTimes(file, arrays, options, frames);
    HandModel.Side side = side(frames);
    Optional<NumberArray> translation = perFrame(entries.translation(), frames, 3);
    Optional<NumberArray> valid = perFrame(entries.valid(), frames, 1);
    List<HumanHandMotion.Frame> read = new ArrayList<>();
    for (int frame = 0; frame < frames; frame++) {
      boolean isSeen = (valid.isEmpty() || isOne(valid.get(), frame)) && isSeen(keypoints, frame);
      for (double gap : times.gapsBefore(frame)) {
        read.add(new HumanHandMotion.Frame(gap, Optional.empty()));
      }
      read.add(
          new HumanHandMotion.Frame(
              times.of(frame),
              isSeen ? Optional.of(hand(keypoints, translation, frame, side)) : Optional.empty()));
    }
    requireHuman(keypoints, read);
    HumanHandMotion motion = new HumanHandMotion(file.toString(), read, notes);
    return new HandRecording(
        motion,
        arrays.find(entries.objectPose()).map(poses -> ObjectPoses.read(poses, frames, times)));
  }

  private static int frames(NumberArray keypoints) {
    int axes = keypoints.axes();
    boolean isFlat = axes == 3;
    boolean isOfOneHand = axes == 4 && keypoints.length(1) == 1;
    if (axes == 4 && keypoints.length(1) > 1) {
      throw keypoints.problem(
          "has the shape "
              + keypoints.shape()
              + ": "
              + keypoints.length(1)
              + " hands per frame; expected one: write a file for each hand");
    }
    boolean fits =
        (isFlat || isOfOneHand)
            && keypoints.length(axes - 2) == KEYPOINTS
            && keypoints.length(axes - 1) == 3
            && keypoints.length(0) > 0;
    if (!fits) {
      throw keypoints.problem(
          "has the shape "
              + keypoints.shape()
              + "; expected (frames, 21, 3): the wrist and four keypoints of each finger");
    }
    return keypoints.length(0);
  }

  /** Finds numbers of each frame; axes of length one do not matter. */
  private Optional<NumberArray> perFrame(String entry, int frames, int numbers) {
    Optional<NumberArray> array = arrays.find(entry);
    array.ifPresent(
        it -> {
          if (it.size() != frames * numbers || it.axes() == 0 || it.length(0) != frames) {
            throw it.problem(
                "has the shape "
                    + it.shape()
                    + "; expected ("
                    + frames
                    + (numbers > 1 ? ", " + numbers : "")
                    + "), as many frames as there are keypoints");
          }
        });
    return array;
  }

  private static boolean isOne(NumberArray array, int index) {
    double value = array.get(index);
    if (value != 0 && value != 1) {
      throw array.problem("is " + value + " in frame " + index + "; expected 0 or 1");
    }
    return value == 1;
  }

  private HandModel.Side side(int frames) {
    Optional<NumberArray> right = arrays.find(options.entries().right());
    if (right.isEmpty()) {
      notes.add("no entry '" + options.entries().right() + "': taken for a right hand");
      return HandModel.Side.RIGHT;
    }
    NumberArray sides = right.get();
    if (sides.size() != 1 && sides.size() != frames) {
      throw sides.problem(
          "has the shape " + sides.shape() + "; expected one number, or (" + frames + ")");
    }
    Optional<Boolean> isRight = Optional.empty();
    for (int i = 0; i < sides.size(); i++) {
      if (!Double.isNaN(sides.get(i))) {
        boolean here = isOne(sides, i);
        if (isRight.isPresent() && isRight.get() != here) {
          throw sides.problem(
              "changes side in frame " + i + "; expected one hand: write a file for each hand");
        }
        isRight = Optional.of(here);
      }
    }
    return isRight.orElse(true) ? HandModel.Side.RIGHT : HandModel.Side.LEFT;
  }

  /** A hand that was not seen is written as NaN or zeros; one that is half there is an error. */
  private boolean isSeen(NumberArray keypoints, int frame) {
    int missing = 0;
    int zero = 0;
    for (int i = 0; i < 3 * KEYPOINTS; i++) {
      double value = keypoints.get(3 * KEYPOINTS * frame + i);
      missing += Double.isNaN(value) ? 1 : 0;
      zero += value == 0 ? 1 : 0;
      if (Double.isInfinite(value)) {
        throw keypoints.problem(
            value + " in frame " + frame + ", keypoint " + i / 3 + "; expected metres");
      }
    }
    if (missing > 0 && missing < 3 * KEYPOINTS) {
      int first = 0;
      while (!Double.isNaN(keypoints.get(3 * KEYPOINTS * frame + first))) {
        first++;
      }
      throw keypoints.problem(
          "NaN in frame "
              + frame
              + ", keypoint "
              + first / 3
              + "; expected all 21 keypoints, or NaN in all of them for a gap");
    }
    return missing == 0 && zero < 3 * KEYPOINTS;
  }

  private HumanHandPose hand(
      NumberArray keypoints, Optional<NumberArray> translation, int frame, HandModel.Side side) {
    boolean isMirrored =
        side == HandModel.Side.LEFT && options.leftHands() == HandFileOptions.LeftHands.MIRRORED;
    Vec3 shift = translation.map(it -> vector(it, frame, 3 * frame)).orElse(Vec3.ZERO);
    List<Vec3> points = new ArrayList<>();
    for (int k = 0; k < KEYPOINTS; k++) {
      int place = options.keypointOrder().place(k);
      Vec3 p = vector(keypoints, frame, 3 * (KEYPOINTS * frame + place));
      points.add((isMirrored ? new Vec3(-p.x(), p.y(), p.z()) : p).plus(shift));
    }
    try {
      return new HumanHandPose(side, CAMERA, points);
    } catch (IllegalArgumentException e) {
      throw new InvalidInputException(
          keypoints.place()
              + ": frame "
              + frame
              + " is no hand: "
              + e.getMessage()
              + "; write NaN where the hand was not seen",
          e);
    }
  }

  private static Vec3 vector(NumberArray array, int frame, int index) {
    for (int k = 0; k < 3; k++) {
      if (!Double.isFinite(array.get(index + k))) {
        throw array.problem(
            array.get(index + k)
                + " in frame "
                + frame
                + ", where the hand is seen; expected metres, or NaN in the keypoints as well");
      }
    }
    return new Vec3(array.get(index), array.get(index + 1), array.get(index + 2));
  }

  private void requireHuman(NumberArray keypoints, List<HumanHandMotion.Frame> frames) {
    List<HumanHandPose> hands =
        frames.stream().map(HumanHandMotion.Frame::hand).flatMap(Optional::stream).toList();
    if (hands.isEmpty()) {
      throw keypoints.problem(
          "no frame has a hand: all are NaN, zero or not valid; was the hand found in the video?");
    }
    Optional<String> defect = HandAnatomy.defect(hands);
    if (defect.isPresent()) {
      String remedy =
          fitting(hands)
              .map(order -> "the order '" + name(order) + "' fits: set keypoint-order to it")
              .orElse("no known order fits: check order, unit and side of the keypoints");
      throw keypoints.problem(
          "no human hand in the order '"
              + name(options.keypointOrder())
              + "': "
              + defect.get()
              + "; "
              + remedy);
    }
  }

  /** Another order in which the same points are a hand's. */
  private Optional<KeypointOrder> fitting(List<HumanHandPose> hands) {
    return Arrays.stream(KeypointOrder.values())
        .filter(order -> order != options.keypointOrder())
        .filter(
            order -> {
              try {
                return HandAnatomy.defect(
                        hands.stream().map(hand -> reordered(hand, order)).toList())
                    .isEmpty();
              } catch (IllegalArgumentException e) {
                return false; // points that span no wrist
              }
            })
        .findFirst();
  }

  private HumanHandPose reordered(HumanHandPose hand, KeypointOrder order) {
    Vec3[] inFile = new Vec3[KEYPOINTS];
    for (int k = 0; k < KEYPOINTS; k++) {
      inFile[options.keypointOrder().place(k)] = hand.keypoints().get(k);
    }
    List<Vec3> points = new ArrayList<>();
    for (int k = 0; k < KEYPOINTS; k++) {
      points.add(inFile[order.place(k)]);
    }
    return new HumanHandPose(hand.side(), hand.frame(), points);
  }

  private static String name(KeypointOrder order) {
    return order.name().toLowerCase(Locale.ROOT);
  }
}
