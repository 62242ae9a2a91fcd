package org.dextwin.learning.evolution;

/**
 * What is to be made small. The value depends on the arguments alone.
 *
 * <p><i>Thread safety</i>: confined; the search has one for each thread.
 */
@FunctionalInterface
public interface Objective {

  /**
   * Evaluates a candidate.
   *
   * @param x the candidate, within the box; not modified
   * @param generation number of the generation over all restarts, for objectives that draw new
   *     random conditions in each
   * @return the value; NaN counts as worse than any number
   */
  double value(double[] x, long generation);
}
