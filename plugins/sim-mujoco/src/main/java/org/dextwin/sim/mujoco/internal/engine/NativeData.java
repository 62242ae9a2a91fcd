package org.dextwin.sim.mujoco.internal.engine;

import java.nio.DoubleBuffer;
import org.dextwin.api.sim.SimulationException;
import org.dextwin.sim.mujoco.internal.library.EngineError;
import org.dextwin.sim.mujoco.internal.library.NativeThread;
import org.dextwin.sim.mujoco.internal.library.StructView;

/**
 * The state and work space of a simulation in native memory.
 *
 * <p><i>Thread safety</i>: confined to one thread at a time.
 */
public final class NativeData implements AutoCloseable {

  /** Numbers of a wrench of MuJoCo: force, then torque. */
  public static final int WRENCH = 6;

  private final NativeModel model;
  private final StructView struct;
  private final DoubleBuffer time;
  private final DoubleBuffer position;
  private final DoubleBuffer velocity;
  private final DoubleBuffer control;
  private final DoubleBuffer appliedWrenches;
  private boolean lost;
  private boolean closed;

  /**
   * Makes data at the start of the model.
   *
   * @param model the model, which must stay open
   * @throws SimulationException if there is no memory for it
   */
  public NativeData(NativeModel model) {
    this.model = model;
    long address;
    try {
      address = NativeThread.call(() -> model.calls().mj_makeData(model.address()));
    } catch (EngineError e) {
      model.lose();
      throw new SimulationException("MuJoCo could not make room for a simulation: " + e.text());
    }
    if (address == 0) {
      throw new SimulationException("MuJoCo could not make room for a simulation");
    }
    this.struct = new StructView(model.layout(), "mjData", address);
    this.time = struct.inlineNumbers("time");
    this.position = numbers("qpos", model.count("nq"));
    this.velocity = numbers("qvel", model.count("nv"));
    this.control = numbers("ctrl", model.count("nu"));
    this.appliedWrenches = numbers("xfrc_applied", WRENCH * model.count("nbody"));
  }

  /**
   * Returns the model.
   *
   * @return the model
   */
  public NativeModel model() {
    return model;
  }

  /**
   * Returns the struct itself.
   *
   * @return the {@code mjData}
   */
  public StructView struct() {
    return struct;
  }

  long address() {
    return struct.address();
  }

  /**
   * Returns an array of numbers of the data.
   *
   * @param name its name in {@code mjData}
   * @param length how many
   * @return a view of them
   */
  public DoubleBuffer numbers(String name, int length) {
    return struct.numbers(name, length);
  }

  /**
   * Returns the configuration.
   *
   * @return a view of {@code qpos}
   */
  public DoubleBuffer position() {
    return position;
  }

  /**
   * Returns the velocity.
   *
   * @return a view of {@code qvel}
   */
  public DoubleBuffer velocity() {
    return velocity;
  }

  /**
   * Returns the controls.
   *
   * @return a view of {@code ctrl}
   */
  public DoubleBuffer control() {
    return control;
  }

  /**
   * Returns the wrenches from outside, on every body: force and torque at its centre of mass.
   *
   * @return a view of {@code xfrc_applied}
   */
  public DoubleBuffer appliedWrenches() {
    return appliedWrenches;
  }

  /**
   * Returns the simulated time.
   *
   * @return time [s]
   */
  public double time() {
    return time.get(0);
  }

  /**
   * Sets the simulated time.
   *
   * @param time time [s]
   */
  public void setTime(double time) {
    this.time.put(0, time);
  }

  /** Advances by one step. Call it within {@link #guarded} alone. */
  public void step() {
    model.calls().mj_step(model.address(), struct.address());
  }

  /** Evaluates everything at the present state. Call it within {@link #guarded} alone. */
  public void forward() {
    model.calls().mj_forward(model.address(), struct.address());
  }

  /**
   * Takes over everything from other data of the same model. Call it within {@link #guarded} alone.
   *
   * @param other the data to copy
   */
  public void copy(NativeData other) {
    model.calls().mj_copyData(address(), model.address(), other.address());
  }

  /**
   * Computes force and torque of a contact. Call it within {@link #guarded} alone.
   *
   * @param contact index of the contact
   * @param wrench force, then torque, in the frame of the contact; shape (6); overwritten
   */
  public void contactForce(int contact, double[] wrench) {
    model.calls().mj_contactForce(model.address(), address(), contact, wrench);
  }

  /**
   * Runs calls of MuJoCo on a thread of their own. After an engine error, this data and its model
   * are lost to a parked thread: they are never touched or released again.
   *
   * @param work the calls
   * @throws SimulationException with MuJoCo's words, if it gave up
   */
  public void guarded(Runnable work) {
    if (lost) {
      throw new SimulationException("the simulation ended with an error of MuJoCo; open a new one");
    }
    double before = time();
    try {
      NativeThread.run(work);
    } catch (EngineError e) {
      lost = true;
      model.lose();
      throw new SimulationException(
          "MuJoCo "
              + model.library().version()
              + " gave up in a call that began at t = "
              + before
              + " s: "
              + e.text()
              + ". The simulation cannot go on; open a new one");
    }
  }

  @Override
  public void close() {
    if (!closed && !lost) {
      NativeThread.run(() -> model.calls().mj_deleteData(address()));
    }
    closed = true;
  }
}
