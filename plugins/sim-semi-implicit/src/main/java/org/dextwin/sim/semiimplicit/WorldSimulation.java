package org.dextwin.sim.semiimplicit;

import java.util.Arrays;
import java.util.List;
import org.dextwin.api.math.DimensionMismatchException;
import org.dextwin.api.math.Vec3;
import org.dextwin.api.math.Wrench;
import org.dextwin.api.sim.Actuation;
import org.dextwin.api.sim.BodyStates;
import org.dextwin.api.sim.ConfigurationSpace;
import org.dextwin.api.sim.ContactReport;
import org.dextwin.api.sim.ControlSequence;
import org.dextwin.api.sim.ExternalWrench;
import org.dextwin.api.sim.JointStates;
import org.dextwin.api.sim.MotionState;
import org.dextwin.api.sim.Parameters;
import org.dextwin.api.sim.Simulation;
import org.dextwin.api.sim.SimulationState;
import org.dextwin.api.sim.StateLayout;
import org.dextwin.api.sim.Stepper;
import org.dextwin.api.sim.Trajectory;
import org.dextwin.api.sim.WrenchSignal;
import org.dextwin.sim.semiimplicit.internal.dynamics.WorldField;

/**
 * A running world. The state between steps is that of the bodies' origins, so it alone decides the
 * future, bit by bit.
 *
 * <p><i>Thread safety</i>: confined to one thread.
 */
class WorldSimulation implements Simulation {

  final World world;
  final double timeStep;

  /** State of the origins. */
  final MotionState current;

  /** States of the centres of mass at the start and end of the last step. */
  final MotionState stepStart;

  private final MotionState stepEnd;
  private final WorldField field;
  private final Stepper stepper;
  private final StateGuard guard;
  private final double[] pendingWrenches;
  private final double[] scratch;
  private double time;
  private boolean closed;

  WorldSimulation(World world, WorldField field, Stepper stepper, double timeStep) {
    ConfigurationSpace space = world.layout().space();
    this.world = world;
    this.field = field;
    this.stepper = stepper;
    this.timeStep = timeStep;
    this.guard = new StateGuard(world.layout(), timeStep);
    this.current = world.start();
    this.stepStart = new MotionState(space);
    this.stepEnd = new MotionState(space);
    this.pendingWrenches = new double[ConfigurationSpace.BODY_NV * space.bodies()];
    this.scratch = new double[space.nv()];
  }

  @Override
  public final StateLayout layout() {
    return world.layout();
  }

  @Override
  public final SimulationState state() {
    requireOpen();
    return new SimulationState(time, current.q(), current.v(), new double[0]);
  }

  @Override
  public final void restore(SimulationState state) {
    requireOpen();
    ConfigurationSpace space = layout().space();
    double[] q = state.q();
    double[] v = state.v();
    requireLength("configuration", space.nq(), q.length);
    requireLength("velocity", space.nv(), v.length);
    requireLength("internal state", 0, state.internal().length);
    requireFinite("configuration", q);
    requireFinite("velocity", v);
    System.arraycopy(q, 0, current.q(), 0, q.length);
    System.arraycopy(v, 0, current.v(), 0, v.length);
    time = state.time();
    Arrays.fill(pendingWrenches, 0);
  }

  @Override
  public final void step(Actuation actuation, int steps) {
    requireOpen();
    double[] targets = actuation.targets();
    requireLength("actuation", layout().actuators().size(), targets.length);
    if (steps < 0) {
      throw new IllegalArgumentException("cannot advance by " + steps + " steps");
    }
    System.arraycopy(targets, 0, world.targets().values, 0, targets.length);
    world.wrenches().clear();
    for (int i = 0; i < pendingWrenches.length; i++) {
      world.wrenches().add(i, pendingWrenches[i]);
      pendingWrenches[i] = 0;
    }
    field.invalidate();
    for (int i = 0; i < steps; i++) {
      advance();
    }
  }

  @Override
  public final Trajectory rollout(ControlSequence controls) {
    requireOpen();
    Recording recording = new Recording(controls);
    for (int step = 0; step < controls.steps(); step++) {
      control(controls, step);
      advance();
      recording.add();
    }
    return recording.trajectory();
  }

  /** Sets the controls of one step. */
  final void control(ControlSequence controls, int step) {
    for (int i = 0; i < controls.actuators(); i++) {
      world.targets().values[i] = controls.target(step, i);
    }
    world.wrenches().clear();
    List<WrenchSignal> signals = controls.wrenches();
    for (int i = 0; i < signals.size(); i++) {
      WrenchSignal signal = signals.get(i);
      int index = layout().bodyVelocity(signal.body());
      add(signal.torque(step), index);
      add(signal.force(step), index + 3);
    }
    field.invalidate();
  }

  private void add(Vec3 vector, int index) {
    world.wrenches().add(index, vector.x());
    world.wrenches().add(index + 1, vector.y());
    world.wrenches().add(index + 2, vector.z());
  }

  /** Advances by one step with the controls that are set. */
  final void advance() {
    world.shift().toCenter(current, stepStart);
    stepper.advance(stepStart, timeStep, stepEnd);
    world.shift().toOrigin(stepEnd, current);
    time += timeStep;
    guard.check(current, time);
    int pair = world.meetings().tooDeep();
    if (pair >= 0) {
      throw guard.tooDeep(world.meetings().describe(pair), time);
    }
  }

  @Override
  public final BodyStates bodies() {
    requireOpen();
    placeFrames();
    return new CurrentBodies(world, current);
  }

  @Override
  public final JointStates joints() {
    requireOpen();
    return new CurrentJoints(world, current);
  }

  @Override
  public final ContactReport contacts() {
    requireOpen();
    touch();
    return world.meetings().report(world.frames());
  }

  /** Looks for contacts and their forces at the current state. */
  void touch() {
    placeFrames();
  }

  /** Evaluates the equations of motion at the current state. */
  private void placeFrames() {
    world.shift().toCenter(current, stepStart);
    field.evaluate(stepStart, scratch);
  }

  @Override
  public final void apply(ExternalWrench external) {
    requireOpen();
    Wrench wrench = external.wrench();
    int index = layout().bodyVelocity(wrench.body());
    double[] values = new double[6];
    wrench.torque().copyTo(values, 0);
    wrench.force().copyTo(values, 3);
    for (int i = 0; i < values.length; i++) {
      if (!Double.isFinite(values[i])) {
        throw new IllegalArgumentException(
            "the wrench on '" + wrench.body() + "' is not finite: " + wrench);
      }
      pendingWrenches[index + i] += values[i];
    }
  }

  @Override
  public final Parameters parameters() {
    requireOpen();
    return world.parameters();
  }

  @Override
  public final void close() {
    closed = true;
  }

  final void requireOpen() {
    if (closed) {
      throw new IllegalStateException("the simulation is closed");
    }
  }

  static void requireLength(String what, int expected, int found) {
    if (found != expected) {
      throw new DimensionMismatchException(what, expected, found);
    }
  }

  private static void requireFinite(String what, double[] values) {
    for (int i = 0; i < values.length; i++) {
      if (!Double.isFinite(values[i])) {
        throw new IllegalArgumentException(
            "number " + i + " of the " + what + " is " + values[i] + "; it must be finite");
      }
    }
  }

  /** The states of a rollout, from the current one on. */
  final class Recording {

    private final ControlSequence controls;
    private final SimulationState start = state();
    private final double[] q;
    private final double[] v;
    private int samples;

    Recording(ControlSequence controls) {
      requireLength("controls", layout().actuators().size(), controls.actuators());
      for (WrenchSignal signal : controls.wrenches()) {
        layout().bodyVelocity(signal.body());
      }
      this.controls = controls;
      this.q = new double[(controls.steps() + 1) * current.q().length];
      this.v = new double[(controls.steps() + 1) * current.v().length];
      add();
    }

    /** Records the current state. */
    void add() {
      System.arraycopy(current.q(), 0, q, samples * current.q().length, current.q().length);
      System.arraycopy(current.v(), 0, v, samples * current.v().length, current.v().length);
      samples++;
    }

    Trajectory trajectory() {
      return new Trajectory(layout(), controls, start, timeStep, q, v);
    }
  }
}
