package org.dextwin.devices.time;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * A clock that stands still until somebody waits, and then is there at once: twins run as fast as
 * they can be computed, and the same way every time. Alarms ring on the thread that waits.
 *
 * <p><i>Thread safety</i>: thread-safe.
 */
public final class VirtualClock implements Clock {

  private final long epoch;
  private final List<Ringing> alarms = new ArrayList<>();
  private long now;
  private boolean ringing;

  /**
   * Starts at zero.
   *
   * @param epochNanos the date at the start [ns since the epoch]
   */
  public VirtualClock(long epochNanos) {
    this.epoch = epochNanos;
  }

  /** Starts at the epoch. */
  public VirtualClock() {
    this(0);
  }

  @Override
  public synchronized long nanos() {
    return now;
  }

  @Override
  public synchronized long epochNanos() {
    return epoch + now;
  }

  /** Lets all alarms ring that are due until then, each at its time. */
  @Override
  public synchronized void sleepUntil(long nanos) {
    if (!ringing) { // an alarm that itself waits only makes time pass
      ringing = true;
      try {
        for (Optional<Ringing> next = due(nanos); next.isPresent(); next = due(nanos)) {
          now = Math.max(now, next.get().due);
          next.get().ring();
        }
      } finally {
        ringing = false;
      }
    }
    now = Math.max(now, nanos);
  }

  private Optional<Ringing> due(long until) {
    return alarms.stream()
        .filter(alarm -> alarm.due <= until)
        .min(Comparator.comparingLong(alarm -> alarm.due));
  }

  @Override
  public synchronized Alarm every(long periodNanos, Runnable task) {
    if (periodNanos <= 0) {
      throw new IllegalArgumentException("period is " + periodNanos + " ns; it must be positive");
    }
    Ringing alarm = new Ringing(periodNanos, task);
    alarms.add(alarm);
    return alarm;
  }

  private final class Ringing implements Alarm {

    private final long period;
    private final Runnable task;
    private long due;

    Ringing(long period, Runnable task) {
      this.period = period;
      this.task = task;
      this.due = now + period;
    }

    void ring() {
      due += period;
      task.run();
    }

    @Override
    public void close() {
      synchronized (VirtualClock.this) {
        alarms.remove(this);
      }
    }
  }
}
