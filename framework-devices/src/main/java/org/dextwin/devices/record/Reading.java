package org.dextwin.devices.record;

import org.dextwin.api.math.Pose;
import org.dextwin.api.model.JointVector;

/**
 * What one frame holds.
 *
 * <p><i>Thread safety</i>: immutable.
 */
public sealed interface Reading {

  /**
   * Returns which sources give such readings.
   *
   * @return their kind
   */
  Source.Kind kind();

  /**
   * Joints as measured, all in the order of the source.
   *
   * @param position positions [rad]
   * @param velocity velocities [rad/s]
   * @param effort torques [N m]
   */
  record Joints(JointVector position, JointVector velocity, JointVector effort) implements Reading {

    @Override
    public Source.Kind kind() {
      return Source.Kind.JOINTS;
    }
  }

  /**
   * Where joints were told to go, in the order of the source.
   *
   * @param position targets [rad]
   */
  record Command(JointVector position) implements Reading {

    @Override
    public Source.Kind kind() {
      return Source.Kind.COMMAND;
    }
  }

  /**
   * A pose as tracked.
   *
   * @param pose the pose, with its frames
   */
  record Tracked(Pose pose) implements Reading {

    @Override
    public Source.Kind kind() {
      return Source.Kind.POSE;
    }
  }

  /** An image as the camera encoded it; its bytes are not looked into. */
  final class Image implements Reading {

    private final byte[] encoded;

    /**
     * Copies the bytes.
     *
     * @param encoded a whole JPEG or PNG file
     */
    public Image(byte[] encoded) {
      this.encoded = encoded.clone();
    }

    /**
     * Returns the bytes.
     *
     * @return a copy
     */
    public byte[] encoded() {
      return encoded.clone();
    }

    /**
     * Tells the format by the first bytes.
     *
     * @return {@code jpg}, {@code png}, or {@code bin} if it is neither
     */
    public String extension() {
      if (begins(0xff, 0xd8, 0xff)) {
        return "jpg";
      }
      return begins(0x89, 'P', 'N', 'G') ? "png" : "bin";
    }

    private boolean begins(int... expected) {
      for (int i = 0; i < expected.length; i++) {
        if (encoded.length <= i || (encoded[i] & 0xff) != expected[i]) {
          return false;
        }
      }
      return true;
    }

    @Override
    public Source.Kind kind() {
      return Source.Kind.IMAGE;
    }
  }
}
