package org.dextwin.mechanics.demonstration;

import java.util.Locale;

/**
 * Why a demonstration is unfit.
 *
 * <p><i>Thread safety</i>: immutable.
 *
 * @param kind what is wrong
 * @param time when it is worst [s]
 * @param what what is wrong, in words
 * @param value how large it is
 * @param limit how large it may be
 * @param unit unit of both
 */
public record Fault(Kind kind, double time, String what, double value, double limit, String unit) {

  /** What is wrong. */
  public enum Kind {
    /** The hand is in the object. */
    PENETRATION,
    /** Joints jump. */
    JOINT_JUMP,
    /** Hand or object was lost or mistaken. */
    LOST_TRACK
  }

  /**
   * Says what is wrong.
   *
   * @return such as {@code joint 'index-mcp' turns at 35 rad/s at 1.20 s, at most 12 rad/s}
   */
  public String explanation() {
    return String.format(
        Locale.ROOT,
        "%s: %.3g %s at %.2f s, at most %.3g %s",
        what,
        value,
        unit,
        time,
        limit,
        unit);
  }
}
