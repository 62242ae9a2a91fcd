package org.dextwin.sim.mujoco.internal.library;

/** The functions for states, bound by JNA's direct mapping; see {@link DirectEngineCalls}. */
final class DirectStateCalls implements StateCalls {

  DirectStateCalls() {}

  @Override
  public native int mj_stateSize(long model, int parts);

  @Override
  public native void mj_getState(long model, long data, double[] state, int parts);

  @Override
  public native void mj_setState(long model, long data, double[] state, int parts);
}
