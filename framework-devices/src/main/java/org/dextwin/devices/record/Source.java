package org.dextwin.devices.record;

import java.util.Optional;
import org.dextwin.api.model.JointOrder;

/**
 * Something that is recorded: a hand's joints, the commands to it, a tracker, a camera.
 *
 * <p><i>Thread safety</i>: immutable.
 *
 * @param name its name in the episode, such as {@code hand} or {@code front-camera}
 * @param kind what its frames hold
 * @param rateHz how many frames a second it is meant to give [Hz]
 * @param order order of the joints in its frames; empty if they hold none
 * @param clock whose clock stamps its frames, in words, such as {@code this machine}
 */
public record Source(
    String name, Kind kind, double rateHz, Optional<JointOrder> order, String clock) {

  private static final String NAME = "[A-Za-z0-9][A-Za-z0-9._-]*";

  /**
   * Checks that name, rate and order make sense.
   *
   * @param name its name in the episode
   * @param kind what its frames hold
   * @param rateHz how many frames a second it is meant to give [Hz]
   * @param order order of the joints in its frames; empty if they hold none
   * @param clock whose clock stamps its frames, in words
   * @throws IllegalArgumentException if they do not
   */
  public Source {
    if (!name.matches(NAME)) {
      throw new IllegalArgumentException(
          "source name '" + name + "' would not do as a file name; use letters, digits, . _ -");
    }
    if (!(rateHz > 0) || Double.isInfinite(rateHz)) {
      throw new IllegalArgumentException(
          "source '" + name + "' has a rate of " + rateHz + " Hz; it must be positive");
    }
    if (order.isPresent() != kind.hasJoints()) {
      throw new IllegalArgumentException(
          "source '"
              + name
              + "' of kind "
              + kind
              + (kind.hasJoints() ? " needs an order of its joints" : " has no joints to order"));
    }
  }

  /**
   * Makes a source of joint values.
   *
   * @param name its name in the episode
   * @param kind {@link Kind#JOINTS} or {@link Kind#COMMAND}
   * @param rateHz frames per second [Hz]
   * @param order order of the joints
   * @param clock whose clock stamps its frames, in words
   * @return the source
   */
  public static Source ofJoints(
      String name, Kind kind, double rateHz, JointOrder order, String clock) {
    return new Source(name, kind, rateHz, Optional.of(order), clock);
  }

  /**
   * Returns the time between two frames.
   *
   * @return the nominal period [ns]
   */
  public double periodNanos() {
    return 1e9 / rateHz;
  }

  /** What the frames of a source hold. */
  public enum Kind {
    /** Positions, velocities and efforts of joints, as measured. */
    JOINTS,
    /** Positions that joints were told to reach. */
    COMMAND,
    /** A pose. */
    POSE,
    /** An encoded image. */
    IMAGE;

    /**
     * Says whether frames hold one number or more for each joint.
     *
     * @return true for joints and commands
     */
    public boolean hasJoints() {
      return this == JOINTS || this == COMMAND;
    }
  }
}
