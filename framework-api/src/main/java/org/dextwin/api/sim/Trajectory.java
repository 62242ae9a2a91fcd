package org.dextwin.api.sim;

import org.dextwin.api.math.DimensionMismatchException;
import org.dextwin.api.math.Pose;
import org.dextwin.api.math.Quat;
import org.dextwin.api.math.Vec3;

/**
 * The states of a rollout: before the first and after every step.
 *
 * <p><i>Thread safety</i>: immutable.
 */
public final class Trajectory {

  private final StateLayout layout;
  private final ControlSequence controls;
  private final SimulationState start;
  private final double timeStep;
  private final double[] q;
  private final double[] v;

  /**
   * Takes over the states without copying; the caller no longer touches the arrays.
   *
   * @param layout layout of the states
   * @param controls what drove the rollout
   * @param start the state it started from
   * @param timeStep fixed time step [s]
   * @param q configurations, row-major, shape (steps + 1, nq)
   * @param v velocities, row-major, shape (steps + 1, nv)
   * @throws DimensionMismatchException if a length differs
   */
  public Trajectory(
      StateLayout layout,
      ControlSequence controls,
      SimulationState start,
      double timeStep,
      double[] q,
      double[] v) {
    int samples = controls.steps() + 1;
    ConfigurationSpace space = layout.space();
    if (q.length != samples * space.nq()) {
      throw new DimensionMismatchException("configurations", samples * space.nq(), q.length);
    }
    if (v.length != samples * space.nv()) {
      throw new DimensionMismatchException("velocities", samples * space.nv(), v.length);
    }
    this.layout = layout;
    this.controls = controls;
    this.start = start;
    this.timeStep = timeStep;
    this.q = q;
    this.v = v;
  }

  /**
   * Returns the layout of the states.
   *
   * @return the layout
   */
  public StateLayout layout() {
    return layout;
  }

  /**
   * Returns what drove the rollout.
   *
   * @return the controls
   */
  public ControlSequence controls() {
    return controls;
  }

  /**
   * Returns the state the rollout started from.
   *
   * @return the state, with the engine's own numbers
   */
  public SimulationState start() {
    return start;
  }

  /**
   * Returns how many states there are.
   *
   * @return steps + 1
   */
  public int samples() {
    return controls.steps() + 1;
  }

  /**
   * Returns the time of a state.
   *
   * @param sample index of the state
   * @return time [s]
   */
  public double time(int sample) {
    return start.time() + sample * timeStep;
  }

  /**
   * Returns the fixed time step.
   *
   * @return the step [s]
   */
  public double timeStep() {
    return timeStep;
  }

  /**
   * Copies one state.
   *
   * @param sample index of the state
   * @param out overwritten
   */
  public void read(int sample, MotionState out) {
    System.arraycopy(q, sample * out.q().length, out.q(), 0, out.q().length);
    System.arraycopy(v, sample * out.v().length, out.v(), 0, out.v().length);
  }

  /**
   * Returns one number of a configuration.
   *
   * @param sample index of the state
   * @param index index in q
   * @return the number
   */
  public double position(int sample, int index) {
    return q[sample * layout.space().nq() + index];
  }

  /**
   * Returns one number of a velocity.
   *
   * @param sample index of the state
   * @param index index in v
   * @return the number
   */
  public double velocity(int sample, int index) {
    return v[sample * layout.space().nv() + index];
  }

  /**
   * Returns the pose of a free body.
   *
   * @param sample index of the state
   * @param body name of the body
   * @return X_WB
   */
  public Pose pose(int sample, String body) {
    int offset = sample * layout.space().nq() + layout.bodyPosition(body);
    return Pose.inWorld(body, Vec3.of(q, offset + 4), Quat.of(q, offset));
  }
}
