package org.dextwin.core.internal.plugin;

import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/**
 * Calls code of plugins that has to come back soon. The system property {@code
 * dextwin.plugin.limit-s} changes the limit, for machines that are very slow.
 */
public final class TimeLimit {

  /** How long a plugin may take to read its configuration [s]. */
  public static final long SECONDS = Long.getLong("dextwin.plugin.limit-s", 10);

  private TimeLimit() {}

  /** Thrown if a plugin does not come back. */
  public static final class ExceededException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    ExceededException() {
      super("it did not come back within " + SECONDS + " s");
    }
  }

  /**
   * Calls something on a thread of its own, which is left behind if it does not come back.
   *
   * @throws ExceededException if it does not come back in time
   */
  public static <T> T call(Callable<T> call) {
    FutureTask<T> task = new FutureTask<>(call);
    Thread thread = new Thread(task, "plugin");
    thread.setDaemon(true);
    thread.setContextClassLoader(Thread.currentThread().getContextClassLoader());
    thread.start();
    try {
      return task.get(SECONDS, TimeUnit.SECONDS);
    } catch (TimeoutException e) {
      task.cancel(true);
      throw new ExceededException();
    } catch (InterruptedException e) {
      task.cancel(true);
      Thread.currentThread().interrupt();
      throw new ExceededException();
    } catch (ExecutionException e) {
      if (e.getCause() instanceof RuntimeException runtime) {
        throw runtime;
      } else if (e.getCause() instanceof Error error) {
        throw error;
      }
      throw new IllegalStateException(e.getCause());
    }
  }
}
