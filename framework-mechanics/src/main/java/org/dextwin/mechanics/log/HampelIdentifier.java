package org.dextwin.mechanics.log;

/**
 * Tells a wild sample from a moving one: Hampel's identifier. A sample is wild if it is farther
 * from the centre of its window than a physical threshold <i>and</i> than a multiple of the spread
 * of the whole window. At rest the threshold decides; while the object moves, the spread does, and
 * honest motion passes.
 *
 * <p><i>Thread safety</i>: immutable. <i>References</i>: Davies and Gather 1993, "The
 * identification of multiple outliers"; Pearson 2002, "Outliers in process modeling and
 * identification".
 *
 * @param halfWidth number of neighbours on either side; up to this many wild samples in a row are
 *     found
 * @param sigmas the multiple of the window's robust standard deviation
 */
public record HampelIdentifier(int halfWidth, double sigmas) {

  /**
   * Checks the numbers.
   *
   * @param halfWidth number of neighbours on either side
   * @param sigmas the multiple of the window's robust standard deviation
   */
  public HampelIdentifier {
    if (halfWidth < 1) {
      throw new IllegalArgumentException(
          "half width " + halfWidth + " leaves a sample without neighbours; use at least 1");
    }
  }

  /**
   * Returns where the window of a sample starts: around the sample, or shifted to fit the signal.
   *
   * @param sample index of the sample
   * @param length length of the signal
   * @return index of the window's first sample
   */
  public int windowStart(int sample, int length) {
    return Math.max(0, Math.min(sample - halfWidth, length - width()));
  }

  /**
   * Returns where the window of a sample ends.
   *
   * @param sample index of the sample
   * @param length length of the signal
   * @return index after the window's last sample
   */
  public int windowEnd(int sample, int length) {
    return Math.min(length, windowStart(sample, length) + width());
  }

  /**
   * Says whether a sample is wild.
   *
   * @param distances distance of every sample of the window from the window's centre
   * @param sample index of the sample in the window
   * @param threshold distance up to which a sample is never wild, in the unit of the distances
   * @return true if it is wild
   */
  public boolean isWild(double[] distances, int sample, double threshold) {
    double spread = Median.DEVIATION_TO_SIGMA * Median.of(distances);
    return distances[sample] > threshold && distances[sample] > sigmas * spread;
  }

  private int width() {
    return 2 * halfWidth + 1;
  }
}
