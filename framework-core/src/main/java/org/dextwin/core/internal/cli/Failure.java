package org.dextwin.core.internal.cli;

import java.io.UncheckedIOException;
import java.lang.reflect.InvocationTargetException;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutionException;
import org.dextwin.api.spi.ComponentUnavailableException;
import org.dextwin.api.spi.InvalidInputException;
import org.dextwin.core.AssemblyException;
import org.dextwin.core.ConfigException;
import org.dextwin.core.PluginException;
import org.dextwin.core.internal.run.RunFolderException;

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
        || cause instanceof RunFolderException
        || cause instanceof InvalidInputException) {
      return new Failure(ExitCode.USAGE, text(cause), cause);
    }
    if (cause instanceof ComponentUnavailableException unavailable) {
      String message = text(cause) + "\n  remedy: " + unavailable.remedy();
      return new Failure(ExitCode.UNAVAILABLE, message, cause);
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
  int report(Environment environment, boolean stacktrace) {
    environment.err().println("dextwin: " + message);
    if (stacktrace) {
      cause.printStackTrace(environment.err());
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
    return message == null ? cause.toString() : message;
  }
}
