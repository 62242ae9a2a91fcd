package org.dextwin.api.experiment;

/**
 * The progress of a piece of work.
 *
 * <p><i>Thread safety</i>: thread-safe.
 */
public interface Progress extends AutoCloseable {

  /**
   * Reports that units of work were done.
   *
   * @param units how many since the last report
   */
  void advance(long units);

  /** Ends the display. */
  @Override
  void close();
}
