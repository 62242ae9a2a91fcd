package org.dextwin.learning.compute;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.IntConsumer;
import org.jspecify.annotations.Nullable;

/**
 * Does numbered tasks on several threads. What a task computes must not depend on the thread, so
 * that the number of threads changes nothing but the time.
 *
 * <p><i>Thread safety</i>: confined.
 */
public final class Workers implements AutoCloseable {

  private final int threads;
  private final ExecutorService executor;

  /**
   * Starts no thread before there is work for it.
   *
   * @param threads number of threads, the caller's included
   */
  public Workers(int threads) {
    if (threads < 1) {
      throw new IllegalArgumentException(threads + " threads cannot work");
    }
    this.threads = threads;
    AtomicInteger count = new AtomicInteger();
    executor =
        Executors.newCachedThreadPool(
            work -> {
              Thread thread = new Thread(work, "learning-" + count.incrementAndGet());
              thread.setDaemon(true);
              return thread;
            });
  }

  /**
   * Returns as many workers as the machine has processors.
   *
   * @return the workers
   */
  public static Workers ofThisMachine() {
    return new Workers(Runtime.getRuntime().availableProcessors());
  }

  /**
   * Returns how many tasks are done at a time.
   *
   * @return number of threads
   */
  public int threads() {
    return threads;
  }

  /**
   * Does the tasks 0 to count - 1 and returns when all are done. After a failure no further task is
   * begun, and the first failure is thrown when those under way have ended.
   *
   * @param count number of tasks
   * @param task does one of them
   */
  public void each(int count, IntConsumer task) {
    AtomicInteger next = new AtomicInteger();
    Runnable drain =
        () -> {
          try {
            for (int i = next.getAndIncrement(); i < count; i = next.getAndIncrement()) {
              task.accept(i);
            }
          } catch (RuntimeException | Error e) {
            next.set(count);
            throw e;
          }
        };
    List<Future<?>> others = new ArrayList<>();
    for (int i = 1; i < Math.min(threads, count); i++) {
      others.add(executor.submit(drain));
    }
    Throwable failure = null;
    try {
      drain.run();
    } catch (RuntimeException | Error e) {
      failure = e;
    }
    for (Future<?> other : others) {
      Throwable ended = failureOf(other);
      failure = failure == null ? ended : failure;
    }
    if (failure instanceof RuntimeException e) {
      throw e;
    }
    if (failure instanceof Error e) {
      throw e;
    }
  }

  private static @Nullable Throwable failureOf(Future<?> future) {
    boolean interrupted = false;
    try {
      while (true) {
        try {
          future.get();
          return null;
        } catch (ExecutionException e) {
          return e.getCause();
        } catch (InterruptedException e) {
          interrupted = true; // the task shares arrays with us, so it must end first
        }
      }
    } finally {
      if (interrupted) {
        Thread.currentThread().interrupt();
      }
    }
  }

  /** Ends the threads; idempotent. */
  @Override
  public void close() {
    executor.shutdownNow();
  }
}
