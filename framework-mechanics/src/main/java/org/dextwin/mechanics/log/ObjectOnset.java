package org.dextwin.mechanics.log;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.dextwin.api.perception.PoseTrack;
import org.dextwin.api.perception.PoseTrack.Quality;
import org.dextwin.api.perception.PoseTrack.Sample;

/**
 * When an object starts to move.
 *
 * @param time the start: where a line through the first speeds meets the speed at rest [s]
 * @param uncertainty half the width of the interval that holds it [s]
 */
record ObjectOnset(double time, double uncertainty) {

  /** Turns are weighed against shifts as the path of a point this far from the axis [m]. */
  private static final double LEVER = 0.05;

  /** An object moves if it is faster than at rest by this many standard deviations. */
  private static final double SIGMAS = 5;

  /** Speeds that the line through the start of the motion is fitted to. */
  private static final int POINTS = 4;

  /** Finds the start of the fastest motion between two times. */
  static Optional<ObjectOnset> find(PoseTrack track, double from, double to) {
    List<Sample> samples =
        track.samples().stream().filter(s -> s.quality() != Quality.OUTLIER).toList();
    if (samples.size() < POINTS) {
      return Optional.empty();
    }
    double[] times = new double[samples.size() - 1];
    double[] raw = new double[times.length];
    for (int i = 0; i < times.length; i++) {
      Sample a = samples.get(i);
      Sample b = samples.get(i + 1);
      times[i] = (a.time() + b.time()) / 2;
      raw[i] = path(a, b) / (b.time() - a.time());
    }
    double[] speeds = Median.filter(raw, 1);
    double rest = Median.of(speeds);
    double moving = rest + SIGMAS * Median.sigma(speeds);
    return IntStream.range(0, times.length)
        .filter(i -> times[i] >= from && times[i] <= to && speeds[i] > moving)
        .boxed()
        .max((i, j) -> Double.compare(speeds[i], speeds[j]))
        .map(peak -> onset(times, speeds, peak, rest, moving));
  }

  private static double path(Sample a, Sample b) {
    return a.pose().position().distanceTo(b.pose().position())
        + LEVER * a.pose().rotation().angleTo(b.pose().rotation());
  }

  private static ObjectOnset onset(
      double[] times, double[] speeds, int peak, double rest, double moving) {
    int first = peak;
    // one slow interval in between is noise, two are a rest
    while (first > 0 && (speeds[first - 1] > moving || (first > 1 && speeds[first - 2] > moving))) {
      first--;
    }
    int to = Math.min(first + POINTS, times.length);
    int from = Math.max(0, to - POINTS);
    double seen = times[first];
    double[] sinceSeen = Arrays.stream(times, from, to).map(time -> time - seen).toArray();
    RobustLine line = RobustLine.fit(sinceSeen, Arrays.copyOfRange(speeds, from, to));
    double period = (times[to - 1] - times[from]) / (to - 1 - from);
    if (!(line.slope() > 0)) {
      return new ObjectOnset(seen, 2 * period);
    }
    // it is seen to move, so it started before, but not long before
    double start = Math.max(-2 * period, Math.min(0, line.crossing(rest)));
    // a slower start would have stayed below the threshold for this long
    double hidden = (moving - rest) / line.slope();
    return new ObjectOnset(seen + start, period + hidden);
  }
}
