package org.dextwin.api.sim;

/**
 * Configuration and velocity of a system at one time, open to kernels.
 *
 * <p><i>Thread safety</i>: confined; the arrays are shared on purpose, so that no step allocates.
 */
public final class MotionState {

  private final ConfigurationSpace space;
  private final double[] q;
  private final double[] v;

  /**
   * Makes a state of zeros with unit quaternions.
   *
   * @param space layout of q and v
   */
  public MotionState(ConfigurationSpace space) {
    this.space = space;
    this.q = new double[space.nq()];
    this.v = new double[space.nv()];
    for (int body = 0; body < space.bodies(); body++) {
      q[ConfigurationSpace.BODY_NQ * body] = 1;
    }
  }

  /**
   * Returns the layout.
   *
   * @return the space of q and v
   */
  public ConfigurationSpace space() {
    return space;
  }

  /**
   * Returns the configuration itself, not a copy.
   *
   * @return q, shape (nq)
   */
  public double[] q() {
    return q;
  }

  /**
   * Returns the velocity itself, not a copy.
   *
   * @return v, shape (nv)
   */
  public double[] v() {
    return v;
  }

  /**
   * Takes over the numbers of another state.
   *
   * @param other a state of the same space
   */
  public void set(MotionState other) {
    System.arraycopy(other.q, 0, q, 0, q.length);
    System.arraycopy(other.v, 0, v, 0, v.length);
  }
}
