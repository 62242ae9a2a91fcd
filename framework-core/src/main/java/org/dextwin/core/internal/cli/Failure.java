package org.dextwin.core.internal.cli;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.lang.reflect.InvocationTargetException;
import java.nio.file.FileSystemException;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutionException;
import org.dextwin.api.robot.DeviceException;
import org.dextwin.api.spi.ComponentUnavailableException;
import org.dextwin.api.spi.InvalidInputException;
import org.dextwin.api.spi.IoReason;
import org.dextwin.core.AssemblyException;
import org.dextwin.core.ConfigException;
import org.dextwin.core.PluginException;
import org.dextwin.core.internal.plugin.PluginHostException;
import org.dextwin.core.internal.run.RunFolderException;
import org.dextwin.core.internal.run.Terminal;

/**
 * What the user is told of an error.
 *
 * @param exitCode exit code of the process
 * @param message what happened and what to do
 * @param cause what was thrown
 */
record Failure(int exitCode, String message, Throwable cause) {

  static Failure of(Throwable thrown) {
    Throwable cause = unwrapped(thrown);
    if (cause instanceof ConfigException config) {
      int count = config.problems().size();
      String heading = "the configuration has " + (count == 1 ? "a problem" : count + " problems");
      return new Failure(ExitCode.USAGE, heading + ":\n" + config.getMessage(), cause);
    }
    if (cause instanceof PluginException
        || cause instanceof PluginHostException
        || cause instanceof RunFolderException
        || cause instanceof InvalidInputException) {
      return new Failure(ExitCode.USAGE, text(cause), cause);
    }
    if (cause instanceof ComponentUnavailableException unavailable) {
      String message = text(cause) + "\n  remedy: " + unavailable.remedy();
      return new Failure(ExitCode.UNAVAILABLE, message, cause);
    }
    if (cause instanceof DeviceException device) {
      String message = text(cause) + "\n  remedy: " + device.remedy();
      return new Failure(ExitCode.FAILED, message, cause);
    }
    if (cause instanceof CancellationException) {
      return new Failure(ExitCode.FAILED, "interrupted", cause);
    }
    if (cause instanceof AssemblyException || cause instanceof UncheckedIOException) {
      return new Failure(ExitCode.FAILED, text(cause), cause);
    }
    // Nobody wrote this message for users, so its type may be the better half of it.
    return new Failure(ExitCode.FAILED, cause + "\n  --stacktrace shows where", cause);
  }

  /** Tells the user and returns the exit code. */
  int report(Terminal terminal, boolean stacktrace) {
    terminal.say("dextwin: " + message);
    if (stacktrace) {
      StringWriter trace = new StringWriter();
      cause.printStackTrace(new PrintWriter(trace));
      terminal.say(trace.toString().stripTrailing());
    }
    return exitCode;
  }

  /** Threads hand on exceptions in wrappings that say nothing. */
  private static Throwable unwrapped(Throwable thrown) {
    Throwable inner = thrown;
    while (inner instanceof ExecutionException
        || inner instanceof CompletionException
        || inner instanceof InvocationTargetException) {
      Throwable cause = inner.getCause();
      if (cause == null) {
        break;
      }
      inner = cause;
    }
    return inner;
  }

  private static String text(Throwable cause) {
    String message = cause.getMessage();
    if (cause instanceof UncheckedIOException unchecked
        && unchecked.getCause() instanceof FileSystemException file
        && file.getFile() != null
        && file.toString().equals(message)) { // thrown on without a word
      return file.getFile() + ": " + IoReason.of(file);
    }
    return message == null ? cause.toString() : message;
  }
}
