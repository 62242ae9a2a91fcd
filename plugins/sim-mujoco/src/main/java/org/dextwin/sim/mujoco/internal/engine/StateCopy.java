package org.dextwin.sim.mujoco.internal.engine;

import java.nio.DoubleBuffer;
import java.util.ArrayList;
import java.util.List;
import org.dextwin.sim.mujoco.internal.library.StateCalls;

/**
 * Saves and restores what decides the future of data, besides time: q and v in MuJoCo's order come
 * first, then warm starts, activations, controls, mocap poses and what else the version has. A
 * library from 3.0 on knows itself what belongs to it; for older ones it is a list of arrays.
 *
 * <p><i>Thread safety</i>: confined.
 */
public final class StateCopy {

  private static final String ENGINE_STATE = "mjSTATE_INTEGRATION";
  private static final int MOCAP_POSITION = 3;
  private static final int MOCAP_ROTATION = 4;

  private final NativeData data;
  private final int leading;
  private final double[] engineState;
  private final List<DoubleBuffer> arrays = new ArrayList<>();
  private final int length;

  /**
   * Prepares copies.
   *
   * @param data the data
   */
  public StateCopy(NativeData data) {
    this.data = data;
    NativeModel model = data.model();
    this.leading = model.count("nq") + model.count("nv");
    boolean asksEngine = model.library().stateCalls().isPresent();
    if (asksEngine) {
      int[] size = new int[1];
      data.guarded(() -> size[0] = calls().mj_stateSize(model.address(), parts()));
      engineState = new double[size[0]];
    } else {
      engineState = new double[0];
      arrays.add(data.numbers("act", model.count("na")));
      arrays.add(data.numbers("qacc_warmstart", model.count("nv")));
      arrays.add(data.control());
      arrays.add(data.numbers("mocap_pos", MOCAP_POSITION * model.count("nmocap")));
      arrays.add(data.numbers("mocap_quat", MOCAP_ROTATION * model.count("nmocap")));
      arrays.add(data.numbers("userdata", model.count("nuserdata")));
    }
    this.length =
        leading + engineState.length + arrays.stream().mapToInt(DoubleBuffer::capacity).sum();
  }

  /**
   * Returns how many numbers a state takes.
   *
   * @return the length
   */
  public int length() {
    return length;
  }

  /**
   * Copies the state out.
   *
   * @return q, v and the rest, in MuJoCo's order
   */
  public double[] save() {
    double[] state = new double[length];
    int nq = data.position().capacity();
    data.position().get(0, state, 0, nq);
    data.velocity().get(0, state, nq, leading - nq);
    int at = leading;
    if (engineState.length > 0) {
      data.guarded(
          () -> calls().mj_getState(data.model().address(), data.address(), engineState, parts()));
      System.arraycopy(engineState, 0, state, at, engineState.length);
    }
    for (DoubleBuffer array : arrays) {
      array.get(0, state, at, array.capacity());
      at += array.capacity();
    }
    return state;
  }

  /**
   * Copies a state in; q and v are those at its beginning.
   *
   * @param state what {@link #save} returned, perhaps with other q and v
   */
  public void restore(double[] state) {
    int at = leading;
    if (engineState.length > 0) {
      System.arraycopy(state, at, engineState, 0, engineState.length);
      data.guarded(
          () -> calls().mj_setState(data.model().address(), data.address(), engineState, parts()));
    }
    for (DoubleBuffer array : arrays) {
      array.put(0, state, at, array.capacity());
      at += array.capacity();
    }
    int nq = data.position().capacity();
    data.position().put(0, state, 0, nq);
    data.velocity().put(0, state, nq, leading - nq);
  }

  private StateCalls calls() {
    return data.model().library().stateCalls().orElseThrow();
  }

  private int parts() {
    return data.model().layout().number(ENGINE_STATE);
  }
}
