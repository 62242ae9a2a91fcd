package org.dextwin.sim.mujoco.internal.library;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ConcurrentLinkedDeque;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A thread in which MuJoCo runs on behalf of a caller who waits. MuJoCo's error handler must not
 * return, and must not throw through frames of C; so the thread of a failed call is parked for
 * ever, and only the caller goes on. Idle threads are used again.
 */
public final class NativeThread extends Thread {

  private static final Logger LOG = LoggerFactory.getLogger(NativeThread.class);

  /** Looks at the other side before sleeping: some microseconds, less than a wake-up costs. */
  private static final int SPINS = 200;

  /** Enough for collision and constraint code, which works on stacks of its own. */
  private static final long STACK_BYTES = 8L << 20;

  private static final ConcurrentLinkedDeque<NativeThread> IDLE = new ConcurrentLinkedDeque<>();
  private static final AtomicInteger MADE = new AtomicInteger();
  private static final AtomicInteger LOST = new AtomicInteger();

  private volatile @Nullable Job next;
  private @Nullable Job current;

  private NativeThread() {
    super(null, null, "mujoco-" + MADE.incrementAndGet(), STACK_BYTES);
    setDaemon(true);
  }

  /**
   * Runs work on such a thread and waits for it; an interrupt of the caller is kept for later.
   *
   * @param work calls of MuJoCo
   * @throws EngineError if MuJoCo gave up
   */
  public static void run(Runnable work) {
    NativeThread idle = IDLE.pollFirst();
    NativeThread thread = idle != null ? idle : new NativeThread();
    Job job = new Job(work, Thread.currentThread());
    thread.next = job;
    if (idle == null) {
      thread.start();
    } else {
      LockSupport.unpark(thread);
    }
    job.await();
    if (!job.lost) {
      IDLE.addFirst(thread); // the one whose stack is still in the caches
    }
    job.rethrow();
  }

  /**
   * Runs work on such a thread and waits for its result.
   *
   * @param work calls of MuJoCo
   * @param <T> what they give
   * @return what they gave
   * @throws EngineError if MuJoCo gave up
   */
  public static <T> T call(Supplier<T> work) {
    List<T> result = new ArrayList<>(1);
    run(() -> result.add(work.get()));
    return result.get(0);
  }

  /**
   * Returns how many threads are parked for ever since the JVM started.
   *
   * @return the number of engine errors
   */
  public static int lost() {
    return LOST.get();
  }

  /** Called by MuJoCo's error handler, in the thread of the error. Never returns. */
  static void abandon(String message) {
    int lost = LOST.incrementAndGet();
    LOG.warn(
        "MuJoCo gave up: {}. Its thread, model and data stay in memory until the JVM ends ({} so"
            + " far)",
        message,
        lost);
    Thread thread = Thread.currentThread();
    if (thread instanceof NativeThread own && own.current != null) {
      own.current.lose(new EngineError(message));
    }
    while (true) {
      LockSupport.park(thread);
    }
  }

  @Override
  public void run() {
    int spins = 0;
    while (true) {
      Job job = next;
      if (job != null) {
        next = null;
        current = job;
        job.execute();
        spins = 0;
      } else if (spins < SPINS) {
        spins++;
        Thread.onSpinWait();
      } else {
        LockSupport.park(this);
      }
    }
  }

  /** Work of one caller. */
  private static final class Job {

    private final Runnable work;
    private final Thread caller;
    private @Nullable Throwable failure;
    private boolean lost;
    private volatile boolean done;

    Job(Runnable work, Thread caller) {
      this.work = work;
      this.caller = caller;
    }

    void execute() {
      try {
        work.run();
      } catch (Throwable e) { // handed to the caller, whatever it is
        failure = e;
      }
      finish();
    }

    void lose(EngineError error) {
      failure = error;
      lost = true;
      finish();
    }

    private void finish() {
      done = true;
      LockSupport.unpark(caller);
    }

    void await() {
      int spins = 0;
      boolean interrupted = false;
      while (!done) {
        if (spins < SPINS) {
          spins++;
          Thread.onSpinWait();
        } else {
          LockSupport.park(this);
          interrupted |= Thread.interrupted();
        }
      }
      if (interrupted) {
        caller.interrupt();
      }
    }

    void rethrow() {
      if (failure instanceof RuntimeException e) {
        throw e;
      } else if (failure instanceof Error e) {
        throw e;
      }
    }
  }
}
