package org.dextwin.devices.record;

import java.util.ArrayList;
import java.util.List;
import org.dextwin.mechanics.log.RobustLine;

/**
 * How a source's clock runs beside the recorder's: host = source + offset + drift (source -
 * origin). It is fitted to when frames arrived. A frame arrives late, never early, so in each of
 * some spans of time only the frame that was least late counts. The smallest delay there is cannot
 * be told from an offset: it stays in.
 *
 * <p><i>Thread safety</i>: immutable. <i>References</i>: Moon, Skelly and Towsley 1999, "Estimation
 * and removal of clock skew from network delay measurements" (lower envelope of the delays).
 *
 * @param originNanos a time by the source's clock [ns]
 * @param offsetNanos by how much the recorder's clock is ahead at the origin [ns]
 * @param drift by how much more it advances per unit of the source's time
 */
public record SourceClock(long originNanos, double offsetNanos, double drift) {

  /** Spans that a recording is cut into; RobustLine looks at all pairs. */
  private static final int SPANS = 40;

  /** Over a shorter time a drift is not told from late frames [ns]. */
  private static final double SHORTEST_NANOS = 2e9;

  /**
   * Estimates the clock of a source.
   *
   * @param frames frames of one source, at least one
   * @return the estimate
   * @throws IllegalArgumentException if there is no frame
   */
  public static SourceClock estimate(List<Frame> frames) {
    if (frames.isEmpty()) {
      throw new IllegalArgumentException("a clock is estimated from frames; there are none");
    }
    long origin = frames.get(0).sourceNanos();
    long first = frames.stream().mapToLong(Frame::sourceNanos).min().orElseThrow();
    long last = frames.stream().mapToLong(Frame::sourceNanos).max().orElseThrow();
    double least = frames.stream().mapToDouble(SourceClock::delay).min().orElseThrow();
    if (last - first < SHORTEST_NANOS) {
      return new SourceClock(origin, least, 0);
    }
    Frame[] earliest = new Frame[SPANS];
    for (Frame frame : frames) {
      int span = (int) ((frame.sourceNanos() - first) * (SPANS - 1.0) / (last - first));
      if (earliest[span] == null || delay(frame) < delay(earliest[span])) {
        earliest[span] = frame;
      }
    }
    List<Frame> envelope = new ArrayList<>();
    for (Frame frame : earliest) {
      if (frame != null) {
        envelope.add(frame);
      }
    }
    RobustLine line =
        RobustLine.fit(
            envelope.stream().mapToDouble(it -> it.sourceNanos() - origin).toArray(),
            envelope.stream().mapToDouble(SourceClock::delay).toArray());
    return new SourceClock(origin, line.intercept(), line.slope());
  }

  private static double delay(Frame frame) {
    return frame.hostNanos() - frame.sourceNanos();
  }

  /**
   * Tells a time of the source by the recorder's clock.
   *
   * @param sourceNanos time by the source's clock [ns]
   * @return time by the recorder's clock [ns since the epoch]
   */
  public long hostNanos(long sourceNanos) {
    return sourceNanos + Math.round(offsetNanos + drift * (sourceNanos - originNanos));
  }
}
