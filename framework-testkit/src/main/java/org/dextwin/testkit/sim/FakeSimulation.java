package org.dextwin.testkit.sim;

import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.dextwin.api.math.DimensionMismatchException;
import org.dextwin.api.math.Vec3;
import org.dextwin.api.math.Wrench;
import org.dextwin.api.model.JointVector;
import org.dextwin.api.model.SceneBody;
import org.dextwin.api.model.SceneRobot;
import org.dextwin.api.sim.Actuation;
import org.dextwin.api.sim.BodyStates;
import org.dextwin.api.sim.ConfigurationSpace;
import org.dextwin.api.sim.ContactReport;
import org.dextwin.api.sim.ControlSequence;
import org.dextwin.api.sim.ExternalWrench;
import org.dextwin.api.sim.JointStates;
import org.dextwin.api.sim.Parameter;
import org.dextwin.api.sim.Parameters;
import org.dextwin.api.sim.Simulation;
import org.dextwin.api.sim.SimulationException;
import org.dextwin.api.sim.SimulationState;
import org.dextwin.api.sim.StateLayout;
import org.dextwin.api.sim.Trajectory;
import org.dextwin.api.sim.WrenchSignal;

/** One world of a {@link FakeSimulator}. */
class FakeSimulation implements Simulation {

  final FakeWorld world;
  final double dt;

  private final Map<String, Integer> parameterIndex = new HashMap<>();
  private final double[] values;
  private final double[] pendingWrench;
  private double time;
  private double[] q;
  private double[] v;
  private boolean closed;

  FakeSimulation(FakeWorld world, double dt) {
    this.world = world;
    this.dt = dt;
    this.values = world.values();
    this.pendingWrench = new double[layout().space().nv()];
    this.q = new double[layout().space().nq()];
    this.v = new double[layout().space().nv()];
    for (int i = 0; i < world.parameters().size(); i++) {
      parameterIndex.put(world.parameters().get(i).name(), i);
    }
    for (SceneBody body : world.free()) {
      body.pose().rotation().copyTo(q, layout().bodyPosition(body.name()));
      body.pose().position().copyTo(q, layout().bodyPosition(body.name()) + 4);
      body.twist().angular().copyTo(v, layout().bodyVelocity(body.name()));
      body.twist().linear().copyTo(v, layout().bodyVelocity(body.name()) + 3);
    }
    for (SceneRobot robot : world.scene().robots()) {
      for (String joint : robot.model().kinematicOrder().joints()) {
        q[layout().jointPosition(robot.name() + "/" + joint)] = robot.positions().get(joint);
      }
    }
  }

  private void requireOpen() {
    if (closed) {
      throw new IllegalStateException("the simulation of '" + world.scene().name() + "' is closed");
    }
  }

  @Override
  public final StateLayout layout() {
    return world.layout();
  }

  @Override
  public SimulationState state() {
    requireOpen();
    return new SimulationState(time, q, v, new double[0]);
  }

  @Override
  public void restore(SimulationState state) {
    requireOpen();
    requireFinite("configuration", q.length, state.q());
    requireFinite("velocity", v.length, state.v());
    requireFinite("internal state", 0, state.internal());
    time = state.time();
    q = state.q();
    v = state.v();
    Arrays.fill(pendingWrench, 0);
  }

  private static void requireFinite(String what, int length, double[] numbers) {
    if (numbers.length != length) {
      throw new DimensionMismatchException(what, length, numbers.length);
    }
    if (!Arrays.stream(numbers).allMatch(Double::isFinite)) {
      throw new IllegalArgumentException(what + " is " + Arrays.toString(numbers));
    }
  }

  @Override
  public void step(Actuation actuation, int steps) {
    requireOpen();
    double[] targets = actuation.targets();
    if (targets.length != layout().actuators().size()) {
      throw new DimensionMismatchException(
          "actuation", layout().actuators().size(), targets.length);
    }
    if (steps < 0) {
      throw new IllegalArgumentException(steps + " steps; use 0 or more");
    }
    Dual[] dualQ = constants(q);
    Dual[] dualV = constants(v);
    for (int i = 0; i < steps; i++) {
      world.step(dualQ, dualV, constants(targets), pendingWrench, constants(values), dt);
      requireValid(dualQ, dualV, i);
    }
    Arrays.fill(pendingWrench, 0);
    q = numbers(dualQ);
    v = numbers(dualV);
    time += steps * dt;
  }

  private void requireValid(Dual[] dualQ, Dual[] dualV, int step) {
    for (int i = 0; i < dualV.length; i++) {
      if (!Double.isFinite(dualV[i].value()) || !Double.isFinite(dualQ[i].value())) {
        int body = i / ConfigurationSpace.BODY_NV;
        String name =
            body < layout().bodies().size()
                ? layout().bodies().get(body)
                : layout().joints().get(i - ConfigurationSpace.BODY_NV * layout().bodies().size());
        throw new SimulationException(
            "'" + name + "' left the finite numbers at " + (time + (step + 1) * dt) + " s");
      }
    }
  }

  @Override
  public Trajectory rollout(ControlSequence controls) {
    Rollout rollout = rollOut(controls, constants(q), constants(v), constants(values), -1);
    SimulationState start = state();
    q = numbers(rollout.lastQ());
    v = numbers(rollout.lastV());
    time += controls.steps() * dt;
    return new Trajectory(
        layout(), controls, start, dt, numbers(rollout.allQ()), numbers(rollout.allV()));
  }

  /**
   * Rolls out along a direction.
   *
   * @param target index of the target whose slope is one, in the shape (steps, actuators); -1 if
   *     none
   */
  final Rollout rollOut(
      ControlSequence controls, Dual[] startQ, Dual[] startV, Dual[] theta, int target) {
    requireOpen();
    int actuators = layout().actuators().size();
    if (controls.actuators() != actuators) {
      throw new DimensionMismatchException("actuator targets", actuators, controls.actuators());
    }
    int nq = startQ.length;
    int nv = startV.length;
    Dual[] allQ = Arrays.copyOf(startQ, (controls.steps() + 1) * nq);
    Dual[] allV = Arrays.copyOf(startV, (controls.steps() + 1) * nv);
    Dual[] currentQ = startQ.clone();
    Dual[] currentV = startV.clone();
    for (int step = 0; step < controls.steps(); step++) {
      Dual[] targets = new Dual[actuators];
      for (int i = 0; i < actuators; i++) {
        targets[i] = new Dual(controls.target(step, i), step * actuators + i == target ? 1 : 0);
      }
      double[] wrench = new double[nv];
      for (WrenchSignal signal : controls.wrenches()) {
        int at = layout().bodyVelocity(signal.body());
        signal.torque(step).copyTo(wrench, at);
        signal.force(step).copyTo(wrench, at + 3);
      }
      world.step(currentQ, currentV, targets, wrench, theta, dt);
      requireValid(currentQ, currentV, step);
      System.arraycopy(currentQ, 0, allQ, (step + 1) * nq, nq);
      System.arraycopy(currentV, 0, allV, (step + 1) * nv, nv);
    }
    return new Rollout(allQ, allV, nq, nv);
  }

  @Override
  public BodyStates bodies() {
    requireOpen();
    return new FakeBodyStates(world, q, v);
  }

  @Override
  public JointStates joints() {
    requireOpen();
    return new JointStates() {
      @Override
      public JointVector positions(String robot) {
        return joints(robot, q, ConfigurationSpace.BODY_NQ);
      }

      @Override
      public JointVector velocities(String robot) {
        return joints(robot, v, ConfigurationSpace.BODY_NV);
      }
    };
  }

  private JointVector joints(String name, double[] numbers, int perBody) {
    SceneRobot robot =
        world.scene().robots().stream()
            .filter(candidate -> candidate.name().equals(name))
            .findFirst()
            .orElseThrow(() -> new IllegalArgumentException("no robot '" + name + "'"));
    int offset = perBody * world.free().size();
    double[] own =
        robot.model().kinematicOrder().joints().stream()
            .mapToDouble(joint -> numbers[offset + layout().joints().indexOf(name + "/" + joint)])
            .toArray();
    return new JointVector(robot.model().kinematicOrder(), own);
  }

  @Override
  public ContactReport contacts() {
    requireOpen();
    return new ContactReport(world.contacts(constants(q), constants(v), constants(values)));
  }

  @Override
  public void apply(ExternalWrench external) {
    requireOpen();
    Wrench wrench = external.wrench();
    int at = layout().bodyVelocity(wrench.body());
    Vec3.of(pendingWrench, at).plus(wrench.torque()).copyTo(pendingWrench, at);
    Vec3.of(pendingWrench, at + 3).plus(wrench.force()).copyTo(pendingWrench, at + 3);
  }

  @Override
  public Parameters parameters() {
    requireOpen();
    return new Parameters() {
      @Override
      public List<Parameter> all() {
        return world.parameters();
      }

      @Override
      public double get(String name) {
        return values[indexOf(name)];
      }

      @Override
      public void set(String name, double value) {
        Parameter parameter = world.parameters().get(indexOf(name));
        if (!(value >= parameter.lower() && value <= parameter.upper())) {
          throw new IllegalArgumentException(
              name
                  + " = "
                  + value
                  + " is not between "
                  + parameter.lower()
                  + " and "
                  + parameter.upper());
        }
        values[indexOf(name)] = value;
      }
    };
  }

  final int indexOf(String parameter) {
    Integer index = parameterIndex.get(parameter);
    if (index == null) {
      throw new IllegalArgumentException(
          "no parameter '"
              + parameter
              + "'; there are "
              + parameterIndex.keySet().stream().sorted().toList());
    }
    return index;
  }

  final Dual[] theta() {
    return constants(values);
  }

  @Override
  public void close() {
    closed = true;
  }

  static Dual[] constants(double[] numbers) {
    return Arrays.stream(numbers).mapToObj(Dual::of).toArray(Dual[]::new);
  }

  static double[] numbers(Dual[] duals) {
    return Arrays.stream(duals).mapToDouble(Dual::value).toArray();
  }
}
