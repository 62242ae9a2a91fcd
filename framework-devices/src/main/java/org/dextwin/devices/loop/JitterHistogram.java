package org.dextwin.devices.loop;

import java.util.ArrayList;
import java.util.List;

/**
 * How late the steps of a loop began, in bins that double: below 1 us, 2 us, 4 us and so on.
 *
 * <p><i>Thread safety</i>: confined.
 */
public final class JitterHistogram {

  private static final int BINS = 40;

  private final long[] counts = new long[BINS];
  private long total;
  private long worst;

  /** Starts empty. */
  public JitterHistogram() {}

  /**
   * A bin.
   *
   * @param belowNanos upper bound of the delays in it, exclusive [ns]
   * @param count how many there are
   */
  public record Bin(long belowNanos, long count) {}

  /**
   * Counts a delay.
   *
   * @param delayNanos how late a step began [ns]; early counts as in time
   */
  public void add(long delayNanos) {
    long delay = Math.max(0, delayNanos);
    int bin = Math.min(BINS - 1, Long.SIZE - Long.numberOfLeadingZeros(delay / 1000));
    counts[bin]++;
    total++;
    worst = Math.max(worst, delay);
  }

  /**
   * Returns how many delays were counted.
   *
   * @return the number of steps
   */
  public long count() {
    return total;
  }

  /**
   * Returns the largest delay.
   *
   * @return delay [ns]; 0 if none was counted
   */
  public long worstNanos() {
    return worst;
  }

  /**
   * Returns a bound that a share of all delays stays below.
   *
   * @param share such as 0.99
   * @return upper bound of the bin that holds this quantile, but no more than the worst [ns]
   */
  public long quantileNanos(double share) {
    long needed = (long) Math.ceil(share * total);
    long seen = 0;
    for (int bin = 0; bin < BINS; bin++) {
      seen += counts[bin];
      if (seen >= needed) {
        return Math.min(bound(bin), worst);
      }
    }
    return worst;
  }

  /**
   * Returns the bins up to the last that is not empty.
   *
   * @return the bins, from short to long delays
   */
  public List<Bin> bins() {
    List<Bin> bins = new ArrayList<>();
    long left = total;
    for (int bin = 0; bin < BINS && left > 0; bin++) {
      bins.add(new Bin(bound(bin), counts[bin]));
      left -= counts[bin];
    }
    return bins;
  }

  private static long bound(int bin) {
    return 1000L << bin;
  }
}
