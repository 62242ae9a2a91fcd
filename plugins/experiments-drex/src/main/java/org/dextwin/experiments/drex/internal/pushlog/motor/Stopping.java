package org.dextwin.experiments.drex.internal.pushlog.motor;

/**
 * When an iteration ends: by convergence, never by an epoch count; the limit is a guard against
 * problems that do not converge.
 *
 * @param relativeFall converged when the cost falls by less than this part of itself
 * @param limit largest number of iterations
 */
public record Stopping(double relativeFall, int limit) {

  /** To nine digits of the cost. */
  public static final Stopping CONVERGED = new Stopping(1e-9, 1000);
}
