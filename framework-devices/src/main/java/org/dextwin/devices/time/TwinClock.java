package org.dextwin.devices.time;

import java.util.concurrent.locks.LockSupport;

/**
 * The clock of this machine for twins, which waits for the program that drives them: while nobody
 * but their own alarms has looked at it for a fifth of a second, it stands still. So a machine that
 * is suspended or overloaded stops the twin with the program, and ends no run for which nobody is
 * to blame. A program that goes on to read and sends nothing is still found out.
 *
 * <p><i>Thread safety</i>: thread-safe.
 */
public final class TwinClock implements Clock {

  /** Says, in configurations, what a twin's key {@code waits} is for. */
  public static final String WAITS =
      "True for a twin whose time stands still while the program that drives it is late, and whose"
          + " watchdogs wait for two seconds at least, so that a busy machine ends no run; false for"
          + " one that is as strict as the device.";

  /** Period of the slowest control loop; the usual watchdog waits longer [ns]. */
  private static final long PATIENCE = 200_000_000L;

  private final Clock machine;
  private final ThreadLocal<Boolean> alarm = ThreadLocal.withInitial(() -> false);
  private long looked;
  private long lost;
  private long last;

  /** Starts with the time of the machine. */
  public TwinClock() {
    this(new SystemClock());
  }

  /**
   * Makes the clock of a twin.
   *
   * @param waits true for one that waits for the program, false for that of the machine
   * @return the clock
   */
  public static Clock of(boolean waits) {
    return waits ? new TwinClock() : new SystemClock();
  }

  TwinClock(Clock machine) {
    this.machine = machine;
    this.looked = machine.nanos();
    this.last = looked;
  }

  @Override
  public synchronized long nanos() {
    long now = machine.nanos();
    if (!alarm.get()) {
      lost += Math.max(0, now - looked - PATIENCE);
      looked = now;
    }
    last = Math.max(last, Math.min(now, looked + PATIENCE) - lost);
    return last;
  }

  @Override
  public long epochNanos() {
    return machine.epochNanos();
  }

  @Override
  public void sleepUntil(long nanos) {
    for (long left = nanos - nanos(); left > 0; left = nanos - nanos()) {
      LockSupport.parkNanos(this, Math.min(left, PATIENCE / 4)); // who sleeps looks as well
      if (Thread.currentThread().isInterrupted()) {
        return;
      }
    }
  }

  @Override
  public Alarm every(long periodNanos, Runnable task) {
    return machine.every(
        periodNanos,
        () -> {
          alarm.set(true);
          try {
            task.run();
          } finally {
            alarm.remove();
          }
        });
  }
}
