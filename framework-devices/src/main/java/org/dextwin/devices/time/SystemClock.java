package org.dextwin.devices.time;

import java.time.Instant;
import java.util.concurrent.locks.LockSupport;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The clock of this machine.
 *
 * <p><i>Thread safety</i>: thread-safe.
 */
public final class SystemClock implements Clock {

  private static final Logger LOG = LoggerFactory.getLogger(SystemClock.class);

  /** Makes the clock. */
  public SystemClock() {}

  @Override
  public long nanos() {
    return System.nanoTime();
  }

  @Override
  public long epochNanos() {
    Instant now = Instant.now();
    return now.getEpochSecond() * 1_000_000_000L + now.getNano();
  }

  @Override
  public void sleepUntil(long nanos) {
    for (long left = nanos - nanos(); left > 0; left = nanos - nanos()) {
      LockSupport.parkNanos(this, left);
      if (Thread.currentThread().isInterrupted()) {
        return;
      }
    }
  }

  @Override
  public Alarm every(long periodNanos, Runnable task) {
    Bell bell = new Bell(periodNanos, task);
    Thread thread = new Thread(bell, "dextwin-alarm");
    thread.setDaemon(true);
    thread.start();
    return bell;
  }

  private final class Bell implements Alarm, Runnable {

    private final long period;
    private final Runnable task;
    private volatile boolean closed;

    Bell(long period, Runnable task) {
      this.period = period;
      this.task = task;
    }

    @Override
    public void run() {
      long due = nanos() + period;
      for (sleepUntil(due); !closed; sleepUntil(due)) {
        try {
          task.run();
        } catch (RuntimeException e) {
          LOG.error("a periodic task of a device failed and is not run again", e);
          return;
        }
        due = Math.max(due + period, nanos()); // what was missed is not caught up with
      }
    }

    @Override
    public void close() {
      closed = true;
    }
  }
}
