package org.dextwin.experiments.hardware;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;
import org.dextwin.api.experiment.Item;
import org.dextwin.devices.record.EpisodeWriter;
import org.dextwin.devices.time.Clock;
import org.jspecify.annotations.Nullable;

/**
 * Sensors that write to a log, each on a thread of its own: a slow one holds up neither the others
 * nor the control loop. What goes wrong on a thread is thrown by {@link #requireSound}.
 *
 * <p><i>Thread safety</i>: confined. <i>Lifecycle</i>: the log is closed after this.
 */
final class Gauges implements AutoCloseable {

  private final List<Gauge> gauges;
  private final List<Thread> threads = new ArrayList<>();
  private final AtomicReference<@Nullable RuntimeException> failure = new AtomicReference<>();
  private final long[] frames;
  private volatile boolean ended;

  /**
   * Begins to record.
   *
   * @param gauges connected sensors
   * @param first index of the first one in the log
   */
  Gauges(List<Gauge> gauges, int first, EpisodeWriter log, Clock clock) {
    this.gauges = gauges;
    this.frames = new long[gauges.size()];
    for (int i = 0; i < frames.length; i++) {
      int place = i;
      Thread thread =
          new Thread(
              () -> record(place, first + place, log, clock),
              "dextwin-" + gauges.get(i).source().name());
      thread.setDaemon(true);
      threads.add(thread);
    }
    threads.forEach(Thread::start);
  }

  private void record(int place, int index, EpisodeWriter log, Clock clock) {
    try {
      while (!ended) {
        gauges
            .get(place)
            .next(index, clock)
            .ifPresent(
                frame -> {
                  log.append(frame);
                  frames[place]++;
                });
      }
    } catch (RuntimeException e) {
      if (!ended) { // else it was told to stop
        failure.compareAndSet(null, e);
      }
    }
  }

  /** Throws what ended the recording of a sensor. */
  void requireSound() {
    RuntimeException found = failure.get();
    if (found != null) {
      throw found;
    }
  }

  @Override
  public void close() {
    ended = true;
    gauges.forEach(gauge -> gauge.sensor.stop());
    for (Thread thread : threads) {
      try {
        thread.join();
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
        return;
      }
    }
  }

  /** Adds how many frames each sensor gave; after {@link #close}. */
  Item reported(Item item) {
    Item more = item;
    for (int i = 0; i < frames.length; i++) {
      more = more.with(gauges.get(i).source().name() + "_frames_real_time", frames[i]);
    }
    return more;
  }
}
