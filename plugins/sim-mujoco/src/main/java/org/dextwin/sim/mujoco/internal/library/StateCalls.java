package org.dextwin.sim.mujoco.internal.library;

/**
 * The functions that save and restore the state, which libraries from 3.0 on have.
 *
 * <p><i>Thread safety</i>: as MuJoCo's: one thread at a time for one data.
 */
public interface StateCalls {

  /**
   * Returns how many numbers a state takes.
   *
   * @param model address of the model
   * @param parts which parts: a {@code mjSTATE_} constant
   * @return the length
   */
  int mj_stateSize(long model, int parts);

  /**
   * Copies a state out of data.
   *
   * @param model address of the model
   * @param data address of the data
   * @param state overwritten
   * @param parts which parts: a {@code mjSTATE_} constant
   */
  void mj_getState(long model, long data, double[] state, int parts);

  /**
   * Copies a state into data.
   *
   * @param model address of the model
   * @param data address of the data
   * @param state the state
   * @param parts which parts: a {@code mjSTATE_} constant
   */
  void mj_setState(long model, long data, double[] state, int parts);
}
