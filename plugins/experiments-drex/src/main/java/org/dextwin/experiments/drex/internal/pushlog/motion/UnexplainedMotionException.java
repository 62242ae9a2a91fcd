package org.dextwin.experiments.drex.internal.pushlog.motion;

/** Thrown when no way of standing on the object's faces explains its tracked poses. */
public final class UnexplainedMotionException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  /**
   * Gives the reason.
   *
   * @param message what does not fit, in words
   */
  UnexplainedMotionException(String message) {
    super(message);
  }
}
