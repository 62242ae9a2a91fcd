package org.dextwin.tracker.foundationpose;

/** Thrown when a matrix is no pose; the message says in a few words why. */
final class NotAPoseException extends Exception {

  private static final long serialVersionUID = 1L;

  private final String reason;

  NotAPoseException(String reason) {
    super(reason);
    this.reason = reason;
  }

  String reason() {
    return reason;
  }
}
