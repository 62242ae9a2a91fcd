package org.dextwin.devices.time;

/**
 * The time that a driver, its twin and its control loop go by.
 *
 * <p><i>Thread safety</i>: thread-safe.
 */
public interface Clock {

  /**
   * Returns the time on a clock that never jumps.
   *
   * @return time since an arbitrary origin [ns]
   */
  long nanos();

  /**
   * Returns the date, for time stamps.
   *
   * @return time since the epoch, UTC [ns]
   */
  long epochNanos();

  /**
   * Waits; returns early if the thread is interrupted.
   *
   * @param nanos when to go on, in the time of {@link #nanos}
   */
  void sleepUntil(long nanos);

  /**
   * Does something again and again, on a thread of its own. What it throws ends it.
   *
   * @param periodNanos time between two runs [ns]
   * @param task what to do
   * @return what ends it
   */
  Alarm every(long periodNanos, Runnable task);

  /** A task that is done again and again. */
  interface Alarm extends AutoCloseable {

    /** Ends it; a run that is under way is not waited for. */
    @Override
    void close();
  }
}
