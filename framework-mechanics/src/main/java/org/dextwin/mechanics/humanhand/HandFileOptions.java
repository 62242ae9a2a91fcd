package org.dextwin.mechanics.humanhand;

import java.util.Optional;
import org.dextwin.api.spi.Key;

/**
 * How a file holds a human hand.
 *
 * <p><i>Thread safety</i>: immutable.
 *
 * @param keypointOrder order of the keypoints
 * @param leftHands whether left hands are written as right ones
 * @param frameRateHz frames per second, for files without times [Hz]
 * @param entries names of the arrays
 */
public record HandFileOptions(
    @Key(
            doc =
                "Order of the 21 keypoints: openpose (HaMeR, MediaPipe), or mano (16 joints, then"
                    + " five tips).",
            byDefault = "openpose")
        KeypointOrder keypointOrder,
    @Key(
            doc =
                "mirrored: left hands are written as right ones, as HaMeR does, and x is negated;"
                    + " real: they are left hands.",
            byDefault = "mirrored")
        LeftHands leftHands,
    @Key(doc = "Frames per second, for files without times.", above = 0)
        Optional<Double> frameRateHz,
    @Key(doc = "Names of the arrays.", byDefault = "{}") Entries entries) {

  /** HaMeR's own. */
  public static final HandFileOptions HAMER =
      new HandFileOptions(
          KeypointOrder.OPENPOSE, LeftHands.MIRRORED, Optional.empty(), Entries.HAMER);

  /** How left hands are written. */
  public enum LeftHands {
    /** As right hands, by x negated. */
    MIRRORED,
    /** As they are. */
    REAL
  }

  /**
   * Changes the frame rate.
   *
   * @param hertz frames per second
   * @return changed options
   */
  public HandFileOptions withFrameRate(double hertz) {
    return new HandFileOptions(keypointOrder, leftHands, Optional.of(hertz), entries);
  }

  /**
   * Changes the order of the keypoints.
   *
   * @param order the order
   * @return changed options
   */
  public HandFileOptions withOrder(KeypointOrder order) {
    return new HandFileOptions(order, leftHands, frameRateHz, entries);
  }

  /**
   * Names of the arrays in a file. All but the keypoints may be missing.
   *
   * @param keypoints 21 points per frame [m]
   * @param translation place of the hand, added to the keypoints [m]
   * @param right 1 for a right hand, 0 for a left one, per frame or once
   * @param time time of each frame [s]
   * @param frame number of each frame; missing numbers are gaps
   * @param valid 1 where the hand was seen, 0 in gaps
   * @param objectPose pose of the object in the camera, 4 x 4 per frame
   */
  public record Entries(
      @Key(
              doc = "Keypoints, (frames, 21, 3), in metres; NaN, null or all zero is a gap.",
              byDefault = "pred_keypoints_3d")
          String keypoints,
      @Key(
              doc = "Place of the hand in the camera, (frames, 3), added to the keypoints.",
              byDefault = "pred_cam_t")
          String translation,
      @Key(
              doc = "1 for a right hand, 0 for a left one, once or per frame; left out, right.",
              byDefault = "right")
          String right,
      @Key(doc = "Time of each frame in seconds, (frames).", byDefault = "time") String time,
      @Key(
              doc = "Number of each frame, (frames); numbers that are left out are gaps.",
              byDefault = "frame")
          String frame,
      @Key(doc = "1 where the hand was seen, 0 in gaps, (frames).", byDefault = "valid")
          String valid,
      @Key(
              doc = "Pose of the object in the camera, (frames, 4, 4); NaN or null is a gap.",
              byDefault = "object_pose")
          String objectPose) {

    /** HaMeR's names, with {@code time}, {@code frame}, {@code valid} and {@code object_pose}. */
    public static final Entries HAMER =
        new Entries(
            "pred_keypoints_3d", "pred_cam_t", "right", "time", "frame", "valid", "object_pose");
  }
}
