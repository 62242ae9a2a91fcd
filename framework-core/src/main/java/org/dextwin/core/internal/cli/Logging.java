package org.dextwin.core.internal.cli;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.List;
import java.util.Locale;
import java.util.logging.Formatter;
import java.util.logging.Handler;
import java.util.logging.Level;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import java.util.logging.SimpleFormatter;
import org.dextwin.core.internal.run.Terminal;

/** Sets up what of the log the user sees: warnings, or more if asked for. */
final class Logging {

  private static final Logger ROOT = Logger.getLogger("");

  /**
   * Loggers that are heard only at {@code -vv}: core tells in its own words what PF4J has to say.
   * Held here, because the logging system forgets loggers that nobody holds.
   */
  private static final List<Logger> CHATTY = List.of(Logger.getLogger("org.pf4j"));

  private Logging() {}

  static void configure(int verbosity, boolean stacktrace, Terminal terminal) {
    Level level =
        switch (verbosity) {
          case 0 -> Level.WARNING;
          case 1 -> Level.INFO;
          default -> Level.FINE;
        };
    for (Handler handler : ROOT.getHandlers()) {
      ROOT.removeHandler(handler);
    }
    ROOT.setLevel(level);
    ROOT.addHandler(new TerminalHandler(level, stacktrace, terminal));
    CHATTY.forEach(logger -> logger.setLevel(verbosity > 1 ? Level.FINE : Level.OFF));
  }

  private static final class TerminalHandler extends Handler {

    /**
     * Core tells users itself what concerns them; what it logs is for the file, or for -v. What it
     * logs with an exception is told at any rate, in better words.
     */
    private static final String CORE = "org.dextwin.core.";

    private final Formatter messages = new SimpleFormatter();
    private final boolean stacktrace;
    private final Terminal terminal;

    TerminalHandler(Level level, boolean stacktrace, Terminal terminal) {
      this.stacktrace = stacktrace;
      this.terminal = terminal;
      setLevel(level);
    }

    @Override
    public boolean isLoggable(LogRecord entry) {
      boolean told =
          loggerOf(entry).startsWith(CORE)
              && (getLevel().equals(Level.WARNING) || entry.getThrown() != null);
      return super.isLoggable(entry) && !told;
    }

    @Override
    public void publish(LogRecord entry) {
      if (isLoggable(entry)) {
        String level = entry.getLevel().getName().toLowerCase(Locale.ROOT);
        terminal.say(level + ": " + messages.formatMessage(entry) + thrown(entry));
      }
    }

    private static String loggerOf(LogRecord entry) {
      return entry.getLoggerName() == null ? "" : entry.getLoggerName();
    }

    private String thrown(LogRecord entry) {
      Throwable thrown = entry.getThrown();
      if (thrown == null) {
        return "";
      }
      if (!stacktrace) {
        return " (" + thrown + ")";
      }
      StringWriter trace = new StringWriter();
      thrown.printStackTrace(new PrintWriter(trace));
      return "\n" + trace;
    }

    @Override
    public void flush() {}

    @Override
    public void close() {}
  }
}
