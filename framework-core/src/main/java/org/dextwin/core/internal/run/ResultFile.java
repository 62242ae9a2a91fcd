package org.dextwin.core.internal.run;

import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.ReentrantLock;
import org.dextwin.api.experiment.Item;
import org.dextwin.api.spi.ComponentUnavailableException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Keeps {@code result.json} up to date. What is reported while the run is under way is written in
 * the background, as soon as possible but at most a tenth of the time, so that an experiment that
 * reports often is not slowed down. The file holds no times: the same run gives the same bytes.
 *
 * <p><i>Thread safety</i>: thread-safe.
 */
final class ResultFile implements AutoCloseable {

  private static final Logger LOG = LoggerFactory.getLogger(ResultFile.class);

  /** Time left alone after a write, in units of the time the write took. */
  private static final int REST = 9;

  private final Path path;
  private final String experiment;
  private final long seed;
  private final Map<String, @Nullable Object> metrics = new LinkedHashMap<>();
  private final List<Item> items = new ArrayList<>();
  private final ScheduledExecutorService writer;
  private final ReentrantLock writing = new ReentrantLock();
  private Status status = Status.RUNNING;
  private @Nullable Item error;
  private boolean scheduled;
  private boolean closed;
  private long earliest = System.nanoTime();

  ResultFile(Path path, String experiment, long seed) {
    this.path = path;
    this.experiment = experiment;
    this.seed = seed;
    this.writer =
        Executors.newSingleThreadScheduledExecutor(
            task -> {
              Thread thread = new Thread(task, "result-writer");
              thread.setDaemon(true);
              return thread;
            });
    write();
  }

  void metric(String name, double value) {
    synchronized (this) {
      metrics.put(name, Double.isFinite(value) ? value : null);
    }
    writeSoon();
  }

  void item(Item item) {
    synchronized (this) {
      items.add(item);
    }
    writeSoon();
  }

  /** Records how the run ended; the file is complete when this returns. */
  void finish(Status end, @Nullable Throwable cause) {
    synchronized (this) {
      status = end;
      error = cause == null ? null : describe(cause);
    }
    write();
  }

  @Override
  public void close() {
    synchronized (this) {
      closed = true;
    }
    writer.shutdownNow();
    try {
      // The folder is handed on only when a write under way has ended.
      if (!writer.awaitTermination(1, TimeUnit.MINUTES)) {
        LOG.warn("{} is still being written", path);
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private synchronized void writeSoon() {
    if (!scheduled && !closed) {
      scheduled = true;
      long wait = Math.max(0, earliest - System.nanoTime());
      ScheduledFuture<?> unused =
          writer.schedule(this::writeInBackground, wait, TimeUnit.NANOSECONDS);
    }
  }

  private void writeInBackground() {
    synchronized (this) {
      scheduled = false;
    }
    long start = System.nanoTime();
    try {
      write();
    } catch (UncheckedIOException e) {
      // The write at the end of the run fails likewise, and is the one that is reported.
      LOG.warn("{}", e.getMessage());
    }
    synchronized (this) {
      long end = System.nanoTime();
      earliest = end + REST * (end - start);
    }
  }

  private void write() {
    writing.lock();
    try {
      AtomicFile.write(path, Json.pretty(snapshot()));
    } finally {
      writing.unlock();
    }
  }

  private synchronized Item snapshot() {
    return Item.empty()
        .with("schema", 1)
        .with("experiment", experiment)
        .with("status", status.word())
        .with("seed", seed)
        .with("metrics", metrics)
        .with("items", items)
        .with("error", error);
  }

  private static Item describe(Throwable cause) {
    String message = cause.getMessage();
    Item item =
        Item.empty()
            .with("type", cause.getClass().getName())
            .with("message", message == null ? cause.toString() : message);
    return cause instanceof ComponentUnavailableException unavailable
        ? item.with("remedy", unavailable.remedy())
        : item;
  }
}
