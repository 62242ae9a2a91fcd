package org.dextwin.core.internal.cli;

/** What the process tells its caller. */
final class ExitCode {

  static final int DONE = 0;
  static final int FAILED = 1;
  static final int USAGE = 2;
  static final int UNAVAILABLE = 3;

  private ExitCode() {}
}
