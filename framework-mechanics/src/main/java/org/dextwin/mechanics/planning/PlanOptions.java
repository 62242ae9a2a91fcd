package org.dextwin.mechanics.planning;

/**
 * How a path is searched for.
 *
 * <p><i>Thread safety</i>: immutable.
 *
 * @param margin clearance that every tested configuration keeps [m]
 * @param step largest move of a joint between tested configurations [rad], where the clearance has
 *     no known slope
 * @param extension longest line that is added to a tree at once [rad]
 * @param extensions lines tried before the search is given up
 * @param shortcuts lines tried to shorten the path found
 * @param seed seed of the search
 */
public record PlanOptions(
    double margin, double step, double extension, int extensions, int shortcuts, long seed) {

  /** Five millimetres of margin, 0.02 rad between tests, lines of 0.6 rad. */
  public static final PlanOptions DEFAULT = new PlanOptions(0.005, 0.02, 0.6, 20_000, 200, 0);

  /**
   * Checks the ranges.
   *
   * @param margin clearance that every tested configuration keeps [m]
   * @param step largest move of a joint between tested configurations [rad]
   * @param extension longest line that is added to a tree at once [rad]
   * @param extensions lines tried before the search is given up
   * @param shortcuts lines tried to shorten the path found
   * @param seed seed of the search
   */
  public PlanOptions {
    if (!(margin > 0) || !(step > 0) || !(extension > 0) || extensions < 1 || shortcuts < 0) {
      throw new IllegalArgumentException(
          "margin "
              + margin
              + ", step "
              + step
              + ", extension "
              + extension
              + ", "
              + extensions
              + " extensions: all must be positive; shortcuts "
              + shortcuts
              + ": zero or more");
    }
  }

  /**
   * Changes the seed.
   *
   * @param newSeed seed of the search
   * @return changed options
   */
  public PlanOptions withSeed(long newSeed) {
    return new PlanOptions(margin, step, extension, extensions, shortcuts, newSeed);
  }
}
