package org.dextwin.mechanics.ik;

import java.util.Locale;
import org.dextwin.api.model.JointVector;

/**
 * What inverse kinematics found; the best configuration even where the targets are out of reach.
 *
 * <p><i>Thread safety</i>: immutable.
 *
 * @param outcome whether the targets are reached
 * @param positions joint positions in the kinematic order, within their limits
 * @param residual norm of all errors of position and rotation [m and rad]
 * @param clearance distance from what must not be touched [m]; infinite if there is no such thing
 * @param starts configurations searched from
 * @param iterations steps taken, over all starts
 */
public record IkSolution(
    Outcome outcome,
    JointVector positions,
    double residual,
    double clearance,
    int starts,
    int iterations) {

  /** How a search ended. */
  public enum Outcome {
    /** All targets are reached, clear of everything. */
    SOLVED,
    /** The targets were reached by no start. */
    NOT_REACHED,
    /** The targets are within reach, but only too close to something. */
    IN_COLLISION
  }

  /**
   * Tells whether the targets are reached.
   *
   * @return true if so
   */
  public boolean isSolved() {
    return outcome == Outcome.SOLVED;
  }

  /**
   * Says in words how the search ended.
   *
   * @return one sentence
   */
  public String explanation() {
    String found =
        switch (outcome) {
          case SOLVED -> "reached";
          case NOT_REACHED -> "not reached: out of reach within the joint limits, or hard to find";
          case IN_COLLISION -> "within reach, but only too close to what must not be touched";
        };
    return String.format(
        Locale.ROOT,
        "target %s (residual %.2e, clearance %.4f m, %d starts, %d iterations)",
        found,
        residual,
        clearance,
        starts,
        iterations);
  }
}
