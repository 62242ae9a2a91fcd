package org.dextwin.devices.record;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * An episode as rows at a steady rate, each with the nearest frame of every source by the
 * recorder's clock. A frame stands no farther from its row than half its source's period; rows for
 * which some source has none as near are left out and counted.
 *
 * <p><i>Thread safety</i>: immutable.
 *
 * @param rows the rows, in order of time
 * @param leftOut how many rows a silent source cost
 */
public record Alignment(List<Row> rows, int leftOut) {

  /** A source's own frames come a little early or late; so much of half a period is let pass. */
  private static final double JITTER = 0.05;

  /**
   * Copies the rows.
   *
   * @param rows the rows, in order of time
   * @param leftOut how many rows a silent source cost
   */
  public Alignment {
    rows = List.copyOf(rows);
  }

  /**
   * Frames of one time.
   *
   * @param tick its number at the steady rate, from 0; ticks that were left out are missing
   * @param hostNanos its time by the recorder's clock [ns since the epoch]
   * @param frames a frame for each source, in the order of the sources
   */
  public record Row(long tick, long hostNanos, List<Frame> frames) {

    /**
     * Copies the frames.
     *
     * @param tick its number at the steady rate, from 0
     * @param hostNanos its time by the recorder's clock [ns since the epoch]
     * @param frames a frame for each source, in the order of the sources
     */
    public Row {
      frames = List.copyOf(frames);
    }
  }

  private record Stamped(long nanos, Frame frame) {}

  /**
   * Aligns an episode, from when all sources have begun to when the first ends.
   *
   * @param episode the episode
   * @param rateHz rows per second [Hz]
   * @return the rows; none if a source has no frame
   */
  public static Alignment of(Episode episode, double rateHz) {
    List<List<Stamped>> sources = new ArrayList<>();
    long begin = Long.MIN_VALUE;
    long end = Long.MAX_VALUE;
    for (int source = 0; source < episode.header().sources().size(); source++) {
      List<Stamped> stamped = stamped(episode.framesOf(source));
      if (stamped.isEmpty()) {
        return new Alignment(List.of(), 0);
      }
      begin = Math.max(begin, stamped.get(0).nanos());
      end = Math.min(end, stamped.get(stamped.size() - 1).nanos());
      sources.add(stamped);
    }
    List<Row> rows = new ArrayList<>();
    int leftOut = 0;
    int[] next = new int[sources.size()];
    long time = begin;
    for (long tick = 0; time <= end; time = begin + Math.round(++tick * 1e9 / rateHz)) {
      List<Frame> frames = new ArrayList<>();
      for (int source = 0; source < next.length; source++) {
        next[source] = nearest(sources.get(source), time, next[source]);
        Stamped found = sources.get(source).get(next[source]);
        double reach = episode.header().sources().get(source).periodNanos() / 2 * (1 + JITTER);
        if (Math.abs(found.nanos() - time) <= reach) {
          frames.add(found.frame());
        }
      }
      if (frames.size() == next.length) {
        rows.add(new Row(tick, time, frames));
      } else {
        leftOut++;
      }
    }
    return new Alignment(rows, leftOut);
  }

  private static List<Stamped> stamped(List<Frame> frames) {
    if (frames.isEmpty()) {
      return List.of();
    }
    SourceClock clock = SourceClock.estimate(frames);
    return frames.stream()
        .map(frame -> new Stamped(clock.hostNanos(frame.sourceNanos()), frame))
        .sorted(Comparator.comparingLong(Stamped::nanos))
        .toList();
  }

  private static int nearest(List<Stamped> frames, long time, int from) {
    int index = from;
    while (index + 1 < frames.size()
        && Math.abs(frames.get(index + 1).nanos() - time)
            <= Math.abs(frames.get(index).nanos() - time)) {
      index++;
    }
    return index;
  }
}
