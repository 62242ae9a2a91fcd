package org.dextwin.core.internal.run;

import java.io.PrintWriter;
import org.jspecify.annotations.Nullable;

/**
 * Where people read: results go to the output, all else to the error stream, whose last line shows
 * progress if somebody is watching.
 *
 * <p><i>Thread safety</i>: thread-safe.
 */
public final class Terminal {

  private static final String ERASE_LINE = "\r\u001b[K";

  private final PrintWriter out;
  private final PrintWriter err;
  private final boolean interactive;
  private final int width;
  private @Nullable String status;

  /**
   * Creates a terminal.
   *
   * @param out for results
   * @param err for all else
   * @param interactive true if the last line of {@code err} can be overwritten
   * @param width characters of a line
   */
  public Terminal(PrintWriter out, PrintWriter err, boolean interactive, int width) {
    this.out = out;
    this.err = err;
    this.interactive = interactive;
    this.width = width;
  }

  /**
   * Shows a result.
   *
   * @param text complete lines
   */
  public synchronized void result(String text) {
    eraseStatus();
    err.flush();
    out.print(text);
    out.flush();
    drawStatus();
  }

  /**
   * Says something to the user.
   *
   * @param line a line, or several
   */
  public synchronized void say(String line) {
    eraseStatus();
    err.println(line);
    drawStatus();
    err.flush();
  }

  boolean isInteractive() {
    return interactive;
  }

  int width() {
    return width;
  }

  /** Shows a line that the next one replaces; null for none. */
  synchronized void status(@Nullable String line) {
    if (interactive) {
      eraseStatus();
      status = line;
      drawStatus();
      err.flush();
    }
  }

  private void eraseStatus() {
    if (status != null) {
      err.print(ERASE_LINE);
    }
  }

  private void drawStatus() {
    if (status != null) {
      err.print(status);
    }
  }
}
