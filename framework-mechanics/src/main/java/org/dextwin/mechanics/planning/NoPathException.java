package org.dextwin.mechanics.planning;

/** Thrown when there is no path, or none was found; says why. */
public final class NoPathException extends RuntimeException {

  private static final long serialVersionUID = 1;

  /** Why there is no path. */
  public enum Reason {
    /** The start is out of the joint limits. */
    START_OUT_OF_LIMITS,
    /** The goal is out of the joint limits. */
    GOAL_OUT_OF_LIMITS,
    /** The start is in collision, or within the margin. */
    START_IN_COLLISION,
    /** The goal is in collision, or within the margin. */
    GOAL_IN_COLLISION,
    /** The search was given up. */
    NOT_FOUND
  }

  /** Why there is no path. */
  private final Reason reason;

  NoPathException(Reason reason, String message) {
    super(message);
    this.reason = reason;
  }

  /**
   * Returns why there is no path.
   *
   * @return the reason
   */
  public Reason reason() {
    return reason;
  }
}
