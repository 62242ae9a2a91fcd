package org.dextwin.core.internal.run;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.temporal.ChronoUnit;
import java.util.logging.ErrorManager;
import java.util.logging.Formatter;
import java.util.logging.Handler;
import java.util.logging.Level;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import org.dextwin.api.spi.IoReason;

/** Writes what is logged during a run, from info up, into its {@code log.txt}. */
final class RunLog extends Handler {

  /** Held, because the logging system keeps loggers only as long as somebody does. */
  private static final Logger ROOT = Logger.getLogger("");

  private final Writer writer;
  private final Level levelBefore;

  private RunLog(Writer writer) {
    this.writer = writer;
    this.levelBefore = ROOT.getLevel();
    setLevel(Level.INFO);
    setFormatter(new LineFormatter());
  }

  /** Starts to append to a file. */
  static RunLog start(Path file) {
    try {
      RunLog log =
          new RunLog(
              Files.newBufferedWriter(file, StandardOpenOption.CREATE, StandardOpenOption.APPEND));
      if (ROOT.getLevel().intValue() > Level.INFO.intValue()) {
        ROOT.setLevel(Level.INFO);
      }
      ROOT.addHandler(log);
      return log;
    } catch (IOException e) {
      throw new UncheckedIOException(file + " cannot be written: " + IoReason.of(e), e);
    }
  }

  @Override
  public synchronized void publish(LogRecord entry) {
    if (isLoggable(entry)) {
      try {
        writer.write(getFormatter().format(entry));
        writer.flush();
      } catch (IOException e) {
        // A log that cannot be written must not end the run.
        reportError(null, e, ErrorManager.WRITE_FAILURE);
      }
    }
  }

  @Override
  public void flush() {}

  @Override
  public synchronized void close() {
    ROOT.removeHandler(this);
    ROOT.setLevel(levelBefore);
    try {
      writer.close();
    } catch (IOException e) {
      reportError(null, e, ErrorManager.CLOSE_FAILURE);
    }
  }

  private static final class LineFormatter extends Formatter {

    @Override
    public String format(LogRecord entry) {
      StringBuilder line = new StringBuilder();
      line.append(entry.getInstant().truncatedTo(ChronoUnit.MILLIS))
          .append(' ')
          .append(String.format("%-7s", entry.getLevel().getName()))
          .append(' ')
          .append(entry.getLoggerName())
          .append(": ")
          .append(formatMessage(entry))
          .append('\n');
      if (entry.getThrown() != null) {
        StringWriter trace = new StringWriter();
        entry.getThrown().printStackTrace(new PrintWriter(trace));
        line.append(trace);
      }
      return line.toString();
    }
  }
}
