package org.dextwin.api.learning;

import org.dextwin.api.spi.Experimental;

/**
 * Thrown when there is no plan; says why.
 *
 * <p><i>Thread safety</i>: immutable.
 */
@Experimental
public final class MotionPlanningException extends RuntimeException {

  private static final long serialVersionUID = 1;

  /** Why there is no plan. */
  public enum Reason {
    /** The start is out of the joint limits. */
    START_OUT_OF_LIMITS,
    /** The goal is out of the joint limits. */
    GOAL_OUT_OF_LIMITS,
    /** The start is in collision, or within the distance that the planner keeps. */
    START_IN_COLLISION,
    /** The goal is in collision, or within the distance that the planner keeps. */
    GOAL_IN_COLLISION,
    /** No joint positions were found that reach the goal's pose. */
    GOAL_OUT_OF_REACH,
    /** The search for a way was given up; there may be none. */
    NO_WAY_FOUND
  }

  /** Why there is no plan. */
  private final Reason reason;

  /**
   * Makes an exception.
   *
   * @param reason why there is no plan
   * @param message the same in words, with names and numbers
   */
  public MotionPlanningException(Reason reason, String message) {
    super(message);
    this.reason = reason;
  }

  /**
   * Returns why there is no plan.
   *
   * @return the reason
   */
  public Reason reason() {
    return reason;
  }
}
