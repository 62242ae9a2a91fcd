package org.dextwin.api.sim;

import java.util.Arrays;

/**
 * Everything that decides the future of a simulation.
 *
 * <p><i>Thread safety</i>: immutable.
 */
public final class SimulationState {

  private final double time;
  private final double[] q;
  private final double[] v;
  private final double[] internal;

  /**
   * Copies the numbers.
   *
   * @param time simulated time [s]
   * @param q configuration, shape (nq)
   * @param v velocity, shape (nv)
   * @param internal what else the engine needs, such as warm starts; its own layout
   */
  public SimulationState(double time, double[] q, double[] v, double[] internal) {
    this.time = time;
    this.q = q.clone();
    this.v = v.clone();
    this.internal = internal.clone();
  }

  /**
   * Returns the simulated time.
   *
   * @return time [s]
   */
  public double time() {
    return time;
  }

  /**
   * Returns the configuration.
   *
   * @return a copy of q, shape (nq)
   */
  public double[] q() {
    return q.clone();
  }

  /**
   * Returns the velocity.
   *
   * @return a copy of v, shape (nv)
   */
  public double[] v() {
    return v.clone();
  }

  /**
   * Returns the engine's own numbers.
   *
   * @return a copy of them
   */
  public double[] internal() {
    return internal.clone();
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof SimulationState state
        && time == state.time
        && Arrays.equals(q, state.q)
        && Arrays.equals(v, state.v)
        && Arrays.equals(internal, state.internal);
  }

  @Override
  public int hashCode() {
    return Arrays.hashCode(q) + 31 * Arrays.hashCode(v);
  }

  @Override
  public String toString() {
    return "SimulationState[t=" + time + " s, q=" + Arrays.toString(q) + "]";
  }
}
