package org.dextwin.experiments.drex.internal.pushlog.motion;

/**
 * Whether, when and how far the object moved.
 *
 * <p><i>Thread safety</i>: immutable.
 *
 * @param kind what it did
 * @param onset when it starts to move [s]; the hand's onset if it does not
 * @param end when it has come to rest, or the track's end [s]
 * @param largestTilt largest angle of the standing axis from rest [rad]
 * @param displacement largest horizontal distance of the centre of mass from rest [m]
 */
public record Movement(
    Kind kind, double onset, double end, double largestTilt, double displacement) {

  /** What an object does when it is pushed. */
  public enum Kind {
    /** It stays: neither tilt nor displacement exceeds what a tracker's noise explains. */
    NONE,
    /** It slides upright. */
    SLIDE,
    /** It tips over an edge, with or without falling. */
    TIP
  }
}
