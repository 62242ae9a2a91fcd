package org.dextwin.testkit;

/**
 * Scales the tolerances of all numerical checks: {@code -Dtol.scale=0} makes each of them fail and
 * so print its residual.
 *
 * <p><i>Thread safety</i>: thread-safe.
 */
public final class Tolerance {

  /** System property with the factor. */
  public static final String PROPERTY = "tol.scale";

  private Tolerance() {}

  /**
   * Returns a tolerance, scaled.
   *
   * @param tolerance the tolerance as the contract states it
   * @return the tolerance times the factor of {@link #PROPERTY}
   */
  public static double of(double tolerance) {
    return tolerance * Double.parseDouble(System.getProperty(PROPERTY, "1"));
  }
}
