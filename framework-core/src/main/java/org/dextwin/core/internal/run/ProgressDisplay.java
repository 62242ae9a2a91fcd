package org.dextwin.core.internal.run;

import java.util.Locale;
import java.util.function.LongSupplier;
import org.dextwin.api.experiment.Progress;

/**
 * Shows the progress of a piece of work: a bar with rate and time to go on a terminal, and a plain
 * line now and then elsewhere. Work that takes no time is not mentioned.
 *
 * <p><i>Thread safety</i>: thread-safe.
 */
final class ProgressDisplay implements Progress {

  private static final long SECOND = 1_000_000_000L;
  private static final long BAR_INTERVAL = SECOND / 10;
  private static final long LINE_INTERVAL = 10 * SECOND;
  private static final int BAR_WIDTH = 24;

  private final String what;
  private final long total;
  private final Terminal terminal;
  private final LongSupplier clock;
  private final long start;
  private long done;
  private long shown;
  private boolean mentioned;
  private boolean closed;

  /**
   * Starts a display.
   *
   * @param what what is done
   * @param total units of work; 0 or less if unknown
   * @param terminal where it is shown
   * @param clock a monotonic clock [ns]
   */
  ProgressDisplay(String what, long total, Terminal terminal, LongSupplier clock) {
    this.what = what;
    this.total = total;
    this.terminal = terminal;
    this.clock = clock;
    this.start = clock.getAsLong();
    this.shown = start;
    if (terminal.isInteractive()) {
      terminal.status(bar(0));
    }
  }

  @Override
  public synchronized void advance(long units) {
    done += units;
    long now = clock.getAsLong();
    if (closed || now - shown < (terminal.isInteractive() ? BAR_INTERVAL : LINE_INTERVAL)) {
      return;
    }
    shown = now;
    double elapsed = (now - start) / (double) SECOND;
    if (terminal.isInteractive()) {
      terminal.status(bar(elapsed));
    } else {
      mentioned = true;
      terminal.say(what + ": " + counts() + pace(elapsed));
    }
  }

  @Override
  public synchronized void close() {
    if (closed) {
      return;
    }
    closed = true;
    terminal.status(null);
    long elapsed = clock.getAsLong() - start;
    if (mentioned || elapsed >= SECOND) {
      double seconds = elapsed / (double) SECOND;
      terminal.say(what + ": " + counts() + " in " + duration(seconds) + rate(seconds));
    }
  }

  private String bar(double elapsed) {
    int filled = total <= 0 ? 0 : (int) Math.min(BAR_WIDTH, BAR_WIDTH * done / total);
    String bar = "[" + "#".repeat(filled) + "-".repeat(BAR_WIDTH - filled) + "] ";
    String line = what + " " + (total > 0 ? bar : "") + counts() + pace(elapsed);
    return line.length() < terminal.width() ? line : line.substring(0, terminal.width() - 1);
  }

  private String counts() {
    return total > 0 ? done + "/" + total + " (" + 100 * done / total + " %)" : done + "";
  }

  private String pace(double elapsed) {
    if (done == 0 || elapsed <= 0) {
      return "";
    }
    String left = total > done ? ", " + duration(elapsed / done * (total - done)) + " left" : "";
    return rate(elapsed) + left;
  }

  private String rate(double elapsed) {
    if (done == 0 || elapsed <= 0) {
      return "";
    }
    double perSecond = done / elapsed;
    return perSecond >= 1
        ? String.format(Locale.ROOT, perSecond < 100 ? ", %.1f/s" : ", %.0f/s", perSecond)
        : ", " + duration(1 / perSecond) + " each";
  }

  /** Returns a time as people say it: 0.4 s, 25 s, 3 min 20 s, 2 h 05 min. */
  static String duration(double seconds) {
    if (seconds < 10) {
      return String.format(Locale.ROOT, "%.1f s", seconds);
    }
    long whole = Math.round(seconds);
    if (whole < 60) {
      return whole + " s";
    }
    return whole < 3600
        ? String.format(Locale.ROOT, "%d min %02d s", whole / 60, whole % 60)
        : String.format(Locale.ROOT, "%d h %02d min", whole / 3600, whole / 60 % 60);
  }
}
