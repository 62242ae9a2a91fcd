package org.dextwin.mechanics.ik;

/**
 * How inverse kinematics searches.
 *
 * <p><i>Thread safety</i>: immutable.
 *
 * @param tolerance solved when the norm of all errors [m and rad] is at most this
 * @param starts searches from as many configurations before it gives up: the given one, then random
 *     ones
 * @param iterations steps of each search
 * @param seed seed of the random configurations
 * @param limitAvoidance share of the way to mid-range that a step takes joints where the targets
 *     leave them free; zero to leave them
 * @param postureGain the same for the way to the given start; zero to leave them
 * @param clearance distance to keep from anything that must not be touched [m]; counts only where
 *     there is such a thing
 */
public record IkOptions(
    double tolerance,
    int starts,
    int iterations,
    long seed,
    double limitAvoidance,
    double postureGain,
    double clearance) {

  /** Errors below 1e-6, forty starts of at most 100 steps, no preference among solutions. */
  public static final IkOptions DEFAULT = new IkOptions(1e-6, 40, 100, 0, 0, 0, 0);

  /**
   * Checks the ranges.
   *
   * @param tolerance solved when the norm of all errors [m and rad] is at most this
   * @param starts configurations to search from
   * @param iterations steps of each search
   * @param seed seed of the random configurations
   * @param limitAvoidance share of the way to mid-range
   * @param postureGain share of the way to the given start
   * @param clearance distance to keep [m]
   */
  public IkOptions {
    if (!(tolerance > 0) || starts < 1 || iterations < 1) {
      throw new IllegalArgumentException(
          "tolerance "
              + tolerance
              + ", "
              + starts
              + " starts, "
              + iterations
              + " iterations: all must be positive");
    }
    requireShare("limit avoidance", limitAvoidance);
    requireShare("posture gain", postureGain);
    if (!Double.isFinite(clearance)) {
      throw new IllegalArgumentException("clearance " + clearance + " must be finite");
    }
  }

  private static void requireShare(String what, double value) {
    if (!(value >= 0 && value <= 1)) {
      throw new IllegalArgumentException(what + " " + value + " must be between 0 and 1");
    }
  }

  /**
   * Changes the seed.
   *
   * @param newSeed seed of the random configurations
   * @return changed options
   */
  public IkOptions withSeed(long newSeed) {
    return new IkOptions(
        tolerance, starts, iterations, newSeed, limitAvoidance, postureGain, clearance);
  }

  /**
   * Changes what is preferred among solutions.
   *
   * @param newLimitAvoidance share of the way to mid-range
   * @param newPostureGain share of the way to the given start
   * @return changed options
   */
  public IkOptions withPreference(double newLimitAvoidance, double newPostureGain) {
    return new IkOptions(
        tolerance, starts, iterations, seed, newLimitAvoidance, newPostureGain, clearance);
  }

  /**
   * Changes the distance to keep.
   *
   * @param newClearance distance to keep [m]
   * @return changed options
   */
  public IkOptions withClearance(double newClearance) {
    return new IkOptions(
        tolerance, starts, iterations, seed, limitAvoidance, postureGain, newClearance);
  }
}
