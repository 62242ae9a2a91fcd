package org.dextwin.mechanics.log;

/**
 * By how much the clock of a pose track runs ahead of the joint log's, as far as the motion shows.
 *
 * <p><i>Thread safety</i>: immutable.
 *
 * @param seconds time of the object's motion minus time of the joints' [s]; subtract it from the
 *     track's times to bring the two together
 * @param uncertainty half the width of the interval that holds the true offset [s]
 * @param evidence what in the joint log was compared
 */
public record ClockOffset(double seconds, double uncertainty, Evidence evidence) {

  /** What in the joint log was compared with the onset of the object's motion. */
  public enum Evidence {
    /** A moving joint was braked at once and moved on: a finger met the object. */
    TOUCH,
    /** No joint was braked: the object began to move some time while the joints moved. */
    MOTION
  }

  /**
   * Says whether the clocks may agree.
   *
   * @return true if zero lies within the uncertainty
   */
  public boolean isConsistentWithZero() {
    return Math.abs(seconds) <= uncertainty;
  }
}
