package org.dextwin.core.internal.run;

import java.io.PrintWriter;
import org.jspecify.annotations.Nullable;

/**
 * Where people read: results go to the output, all else to the error stream, whose last line shows
 * progress if somebody is watching. Whatever names and messages hold, no control character of
 * theirs gets there.
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
    out.print(visible(text));
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
    err.println(visible(line));
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
      status = line == null ? null : visible(line).replace('\n', ' ');
      drawStatus();
      err.flush();
    }
  }

  /**
   * Writes control characters, which could make a terminal do anything, the way JSON does; so JSON
   * stays what it is.
   */
  private static String visible(String text) {
    StringBuilder visible = new StringBuilder(text.length());
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      boolean endsLine = c == '\n' || (c == '\r' && text.startsWith("\n", i + 1));
      if (Character.isISOControl(c) && !endsLine && c != '\t') {
        visible.append(String.format("\\u%04x", (int) c));
      } else {
        visible.append(c);
      }
    }
    return visible.toString();
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
