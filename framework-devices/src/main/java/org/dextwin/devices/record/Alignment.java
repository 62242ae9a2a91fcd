package org.dextwin.devices.record;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * An episode as rows at a steady rate, each with the nearest frame of every source by the
 * recorder's clock. A frame stands no farther from its row than half its source's period; rows for
 * which some source has none as near are left out and counted. Where the rows lie within a period
 * is chosen so that most are kept: a first frame that came early or late does not decide it.
 *
 * <p><i>Thread safety</i>: immutable.
 *
 * @param rows the rows, in order of time
 * @param leftOut how many rows a silent source cost
 */
public record Alignment(List<Row> rows, int leftOut) {

  /** A source's own frames come a little early or late; so much of half a period is let pass. */
  private static final double JITTER = 0.05;

  /** Places within a period that are tried for the first row. */
  private static final int PHASES = 16;

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
   * @param lateNanos by how much each frame was taken after that time; negative if before [ns]
   */
  public record Row(long tick, long hostNanos, List<Frame> frames, List<Long> lateNanos) {

    /**
     * Copies the lists.
     *
     * @param tick its number at the steady rate, from 0
     * @param hostNanos its time by the recorder's clock [ns since the epoch]
     * @param frames a frame for each source, in the order of the sources
     * @param lateNanos by how much each frame was taken after that time; negative if before [ns]
     */
    public Row {
      frames = List.copyOf(frames);
      lateNanos = List.copyOf(lateNanos);
    }
  }

  /**
   * Cuts the rows where some were left out.
   *
   * @return runs of rows whose ticks follow each other
   */
  public List<List<Row>> unbroken() {
    List<List<Row>> runs = new ArrayList<>();
    int start = 0;
    for (int i = 1; i <= rows.size(); i++) {
      if (i == rows.size() || rows.get(i).tick() != rows.get(i - 1).tick() + 1) {
        runs.add(rows.subList(start, i));
        start = i;
      }
    }
    return runs;
  }

  /** Frames of a source, in order of their times by the recorder's clock [ns]. */
  private static final class Track {

    final List<Frame> frames;
    final long[] nanos;

    /** How far a frame may stand from its row [ns]. */
    final double reach;

    Track(Episode episode, int source) {
      List<Frame> arrived = episode.framesOf(source);
      SourceClock clock = SourceClock.estimate(arrived);
      frames =
          arrived.stream()
              .sorted(Comparator.comparingLong(frame -> clock.hostNanos(frame.sourceNanos())))
              .toList();
      nanos = frames.stream().mapToLong(frame -> clock.hostNanos(frame.sourceNanos())).toArray();
      reach = episode.header().sources().get(source).periodNanos() / 2 * (1 + JITTER);
    }

    /** Returns the frame that is nearest to a time, from one that is not after the nearest. */
    int nearest(long time, int from) {
      int index = from;
      while (index + 1 < nanos.length
          && Math.abs(nanos[index + 1] - time) <= Math.abs(nanos[index] - time)) {
        index++;
      }
      return index;
    }
  }

  /** Times of rows. */
  private record Grid(long begin, long end, double periodNanos) {

    long time(long tick) {
      return begin + Math.round(tick * periodNanos);
    }
  }

  /** What is done with the frames that are nearest to a row. */
  private interface Visit {
    void row(long tick, int[] nearest, boolean complete);
  }

  /**
   * Aligns an episode, from when all sources have begun to when the first ends.
   *
   * @param episode the episode
   * @param rateHz rows per second [Hz]
   * @return the rows; none if a source has no frame
   */
  public static Alignment of(Episode episode, double rateHz) {
    List<Track> tracks = new ArrayList<>();
    long begin = Long.MIN_VALUE;
    long end = Long.MAX_VALUE;
    for (int source = 0; source < episode.header().sources().size(); source++) {
      if (episode.framesOf(source).isEmpty()) {
        return new Alignment(List.of(), 0);
      }
      Track track = new Track(episode, source);
      begin = Math.max(begin, track.nanos[0]);
      end = Math.min(end, track.nanos[track.nanos.length - 1]);
      tracks.add(track);
    }
    Grid grid = best(tracks, begin, end, 1e9 / rateHz);
    List<Row> rows = new ArrayList<>();
    int[] leftOut = {0};
    walk(
        tracks,
        grid,
        (tick, nearest, complete) -> {
          if (complete) {
            rows.add(row(tracks, grid, tick, nearest));
          } else {
            leftOut[0]++;
          }
        });
    return new Alignment(rows, leftOut[0]);
  }

  /** Chooses the grid that keeps most rows; of such, the one whose frames are nearest. */
  private static Grid best(List<Track> tracks, long begin, long end, double periodNanos) {
    Grid best = new Grid(begin, end, periodNanos);
    long mostKept = -1;
    double leastApart = 0;
    for (int phase = 0; phase < PHASES; phase++) {
      Grid grid = new Grid(begin + Math.round(phase * periodNanos / PHASES), end, periodNanos);
      long[] kept = {0};
      double[] apart = {0};
      walk(
          tracks,
          grid,
          (tick, nearest, complete) -> {
            kept[0] += complete ? 1 : 0;
            for (int source = 0; source < nearest.length; source++) {
              Track track = tracks.get(source);
              apart[0] += Math.abs(track.nanos[nearest[source]] - grid.time(tick)) / track.reach;
            }
          });
      if (kept[0] > mostKept || (kept[0] == mostKept && apart[0] < leastApart)) {
        best = grid;
        mostKept = kept[0];
        leastApart = apart[0];
      }
    }
    return best;
  }

  private static void walk(List<Track> tracks, Grid grid, Visit visit) {
    int[] nearest = new int[tracks.size()];
    for (long tick = 0; grid.time(tick) <= grid.end(); tick++) {
      boolean complete = true;
      for (int source = 0; source < nearest.length; source++) {
        Track track = tracks.get(source);
        nearest[source] = track.nearest(grid.time(tick), nearest[source]);
        complete &= Math.abs(track.nanos[nearest[source]] - grid.time(tick)) <= track.reach;
      }
      visit.row(tick, nearest, complete);
    }
  }

  private static Row row(List<Track> tracks, Grid grid, long tick, int[] nearest) {
    List<Frame> frames = new ArrayList<>();
    List<Long> late = new ArrayList<>();
    for (int source = 0; source < nearest.length; source++) {
      frames.add(tracks.get(source).frames.get(nearest[source]));
      late.add(tracks.get(source).nanos[nearest[source]] - grid.time(tick));
    }
    return new Row(tick, grid.time(tick), frames, late);
  }
}
