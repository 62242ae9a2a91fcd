package org.dextwin.testkit;

import org.opentest4j.TestAbortedException;

/**
 * Turns what a machine lacks into a skipped test, and into a failure where skips are no option.
 *
 * <p><i>Thread safety</i>: thread-safe; holds no state.
 */
public final class Availability {

  private Availability() {}

  /**
   * Ends the test: aborted on a developer's machine, failed if the environment says {@code
   * CI=true}.
   *
   * @param reason what is missing and how to get it
   * @return never; for {@code throw}
   */
  public static RuntimeException missing(String reason) {
    return missing(reason, "true".equals(System.getenv("CI")));
  }

  static RuntimeException missing(String reason, boolean skipsFail) {
    if (skipsFail) {
      throw new AssertionError(reason + " (CI=true: a skipped test is a failed one)");
    }
    return new TestAbortedException(reason);
  }
}
