package org.dextwin.sim.mujoco;

import java.nio.DoubleBuffer;
import org.dextwin.api.math.DimensionMismatchException;
import org.dextwin.api.math.Wrench;
import org.dextwin.api.sim.ConfigurationSpace;
import org.dextwin.api.sim.ControlSequence;
import org.dextwin.api.sim.SimulationException;
import org.dextwin.api.sim.SimulationState;
import org.dextwin.api.sim.Trajectory;
import org.dextwin.api.sim.WrenchSignal;
import org.dextwin.sim.mujoco.internal.engine.EngineWarnings;
import org.dextwin.sim.mujoco.internal.engine.NativeData;
import org.dextwin.sim.mujoco.internal.engine.NativeModel;
import org.dextwin.sim.mujoco.internal.engine.StateCopy;
import org.dextwin.sim.mujoco.internal.world.Controls;
import org.dextwin.sim.mujoco.internal.world.Observation;
import org.dextwin.sim.mujoco.internal.world.StateMap;
import org.dextwin.sim.mujoco.internal.world.Wrenches;
import org.jspecify.annotations.Nullable;

/**
 * One set of data that is stepped. All steps of a call run in one go on a thread of MuJoCo's.
 *
 * <p><i>Thread safety</i>: confined to one thread at a time. <i>Lifecycle</i>: close it before the
 * model.
 */
final class Engine implements AutoCloseable {

  private final MujocoWorld world;
  private final NativeData data;
  private final StateCopy copy;
  private final StateMap states;
  private final EngineWarnings warnings;
  private final StepGuard guard;
  private final Controls controls;

  /** What waits for the next step, and what acted during the last. */
  private final Wrenches pending;

  private final Wrenches acting;
  private final double[] q;
  private final double[] v;
  private long changes;
  private @Nullable SimulationException failure;

  Engine(MujocoWorld world) {
    NativeModel model = world.model();
    ConfigurationSpace space = world.map().layout().space();
    this.world = world;
    this.data = new NativeData(model);
    this.copy = new StateCopy(data);
    this.states = new StateMap(world.map());
    this.warnings = new EngineWarnings(data);
    this.guard = new StepGuard(world.map(), world.timeStep());
    this.controls = world.controls().apply(model);
    this.pending = new Wrenches(world.map(), model);
    this.acting = new Wrenches(world.map(), model);
    this.q = new double[space.nq()];
    this.v = new double[space.nv()];
    if (world.start()) {
      take(model, "key_qpos", data.position());
      take(model, "key_qvel", data.velocity());
      take(model, "key_ctrl", data.control());
    }
    read();
  }

  private static void take(NativeModel model, String keyframe, DoubleBuffer target) {
    int length = target.capacity();
    target.put(0, model.numbers(keyframe, length), 0, length);
  }

  Controls controls() {
    return controls;
  }

  /** Grows with every change of the state or the model. */
  long changes() {
    return changes;
  }

  void change() {
    changes++;
  }

  /** The configuration in the API's order, not a copy. */
  double[] position() {
    requireValid();
    return q;
  }

  /** The velocity in the API's order, not a copy. */
  double[] velocity() {
    requireValid();
    return v;
  }

  private void read() {
    states.read(data.position(), data.velocity(), q, 0, v, 0);
    changes++;
  }

  SimulationState state() {
    requireValid();
    return new SimulationState(data.time(), q, v, copy.save());
  }

  void restore(SimulationState state) {
    double[] newQ = state.q();
    double[] newV = state.v();
    double[] internal = state.internal();
    requireLength("configuration", q.length, newQ.length);
    requireLength("velocity", v.length, newV.length);
    requireLength("internal state", copy.length(), internal.length);
    requireFinite("configuration", newQ);
    requireFinite("velocity", newV);
    requireFinite("internal state", internal);
    requireFinite("time", new double[] {state.time()});
    int nq = data.position().capacity();
    int nv = data.velocity().capacity();
    states.write(
        newQ,
        newV,
        DoubleBuffer.wrap(internal, 0, nq),
        DoubleBuffer.wrap(internal, nq, nv).slice());
    copy.restore(internal);
    data.setTime(state.time());
    warnings.clear();
    pending.clear();
    acting.clear();
    failure = null;
    read();
  }

  void apply(Wrench wrench) {
    requireValid();
    requireFinite("torque", wrench.torque().x(), wrench.torque().y(), wrench.torque().z());
    requireFinite("force", wrench.force().x(), wrench.force().y(), wrench.force().z());
    pending.add(wrench.body(), wrench.torque(), wrench.force());
  }

  void requireActuators(String what, int found) {
    requireLength(what, controls.count(), found);
  }

  /** Advances with the same targets and the pending wrenches. */
  void step(double[] targets, int steps) {
    requireValid();
    for (int i = 0; i < targets.length; i++) {
      controls.setTarget(i, targets[i]);
    }
    acting.set(pending);
    pending.clear();
    if (steps > 0) {
      run(() -> advance(steps));
    }
  }

  private void advance(int steps) {
    for (int i = 0; i < steps; i++) {
      advance();
    }
  }

  private void advance() {
    double before = data.time();
    controls.apply(data);
    acting.apply(data);
    data.step();
    if (warnings.any()) {
      throw guard.explain(warnings.first(), before);
    }
  }

  Trajectory rollout(ControlSequence sequence) {
    requireValid();
    requireActuators("controls", sequence.actuators());
    for (WrenchSignal signal : sequence.wrenches()) {
      world.map().layout().bodyVelocity(signal.body());
    }
    SimulationState start = state();
    double[] allQ = new double[(sequence.steps() + 1) * q.length];
    double[] allV = new double[(sequence.steps() + 1) * v.length];
    System.arraycopy(q, 0, allQ, 0, q.length);
    System.arraycopy(v, 0, allV, 0, v.length);
    if (sequence.steps() > 0) {
      pending.clear();
      run(() -> record(sequence, allQ, allV));
    }
    return new Trajectory(world.map().layout(), sequence, start, world.timeStep(), allQ, allV);
  }

  private void record(ControlSequence sequence, double[] allQ, double[] allV) {
    for (int step = 0; step < sequence.steps(); step++) {
      for (int i = 0; i < sequence.actuators(); i++) {
        controls.setTarget(i, sequence.target(step, i));
      }
      acting.remove(data);
      acting.clear();
      for (WrenchSignal signal : sequence.wrenches()) {
        acting.add(signal, step);
      }
      advance();
      int to = step + 1;
      states.read(data.position(), data.velocity(), allQ, to * q.length, allV, to * v.length);
    }
  }

  /** Runs steps; whatever ends them early leaves no state to go on from. */
  private void run(Runnable steps) {
    try {
      data.guarded(steps);
      read();
      guard.requireFinite(data.position(), data.velocity(), data.time());
    } catch (SimulationException e) {
      failure = e;
      throw e;
    } finally {
      acting.remove(data);
    }
  }

  /** Lets an observation look at the present state under the controls of the last step. */
  void showTo(Observation observation) {
    requireValid();
    observation.observe(data, acting);
  }

  private void requireValid() {
    if (failure != null) {
      throw new SimulationException(
          "the simulation has ended: " + failure.getMessage() + "; restore a state to go on");
    }
  }

  private static void requireLength(String what, int expected, int found) {
    if (found != expected) {
      throw new DimensionMismatchException(what, expected, found);
    }
  }

  private static void requireFinite(String what, double... values) {
    for (int i = 0; i < values.length; i++) {
      if (!Double.isFinite(values[i])) {
        throw new IllegalArgumentException(
            "number " + i + " of the " + what + " is " + values[i] + "; it must be finite");
      }
    }
  }

  @Override
  public void close() {
    data.close();
  }
}
