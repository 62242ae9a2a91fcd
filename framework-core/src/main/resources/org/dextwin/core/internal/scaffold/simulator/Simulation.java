package @package@;

import java.util.Arrays;
import java.util.List;
import org.dextwin.api.math.DimensionMismatchException;
import org.dextwin.api.math.Pose;
import org.dextwin.api.math.Quat;
import org.dextwin.api.math.SymmetricMatrix3;
import org.dextwin.api.math.Twist;
import org.dextwin.api.math.Vec3;
import org.dextwin.api.model.JointVector;
import org.dextwin.api.model.MassProperties;
import org.dextwin.api.model.Scene;
import org.dextwin.api.model.SceneBody;
import org.dextwin.api.sim.Actuation;
import org.dextwin.api.sim.BodyStates;
import org.dextwin.api.sim.ContactReport;
import org.dextwin.api.sim.ControlSequence;
import org.dextwin.api.sim.ExternalWrench;
import org.dextwin.api.sim.JointStates;
import org.dextwin.api.sim.MotionState;
import org.dextwin.api.sim.Parameters;
import org.dextwin.api.sim.Simulation;
import org.dextwin.api.sim.SimulationException;
import org.dextwin.api.sim.SimulationState;
import org.dextwin.api.sim.StateLayout;
import org.dextwin.api.sim.Trajectory;
import org.dextwin.api.sim.WrenchSignal;

/**
 * Free rigid bodies, stepped by the semi-implicit Euler method: v' = v + dt a(q, v), then q' = q
 * (+) dt v'.
 *
 * <p><i>Thread safety</i>: confined to one thread.
 */
final class @Class@Simulation implements Simulation {

  private final Scene scene;
  private final double timeStep;
  private final double airDrag;
  private final List<SceneBody> bodies;
  private final StateLayout layout;
  private final @Class@Masses masses;
  private final MotionState state;
  private final MotionState next;

  /** Torque and force on each body until the end of the next call of step. */
  private final double[] wrenches;

  private double time;
  private boolean closed;

  @Class@Simulation(Scene scene, double timeStep, double airDrag) {
    this.scene = scene;
    this.timeStep = timeStep;
    this.airDrag = airDrag;
    bodies = scene.bodies().stream().filter(body -> body.mass().isPresent()).toList();
    long touchable = scene.bodies().stream().filter(body -> !body.colliders().isEmpty()).count();
    if (!scene.robots().isEmpty() || (touchable > 1 && !bodies.isEmpty())) {
      throw new SimulationException(
          "scene '"
              + scene.name()
              + "' has robots, or bodies that may touch, which the simulator '@name@' does not know;"
              + " use another simulator");
    }
    layout = new StateLayout(bodies.stream().map(SceneBody::name).toList(), List.of(), List.of());
    masses = new @Class@Masses(bodies);
    state = new MotionState(layout.space());
    next = new MotionState(layout.space());
    wrenches = new double[layout.space().nv()];
    for (SceneBody body : bodies) {
      int iq = layout.bodyPosition(body.name());
      int iv = layout.bodyVelocity(body.name());
      body.pose().rotation().copyTo(state.q(), iq);
      body.pose().position().copyTo(state.q(), iq + 4);
      body.twist().angular().copyTo(state.v(), iv);
      body.twist().linear().copyTo(state.v(), iv + 3);
    }
  }

  private void requireOpen() {
    if (closed) {
      throw new IllegalStateException("the simulation of '" + scene.name() + "' is closed");
    }
  }

  @Override
  public StateLayout layout() {
    return layout;
  }

  @Override
  public SimulationState state() {
    requireOpen();
    return new SimulationState(time, state.q(), state.v(), new double[0]);
  }

  @Override
  public void restore(SimulationState saved) {
    requireOpen();
    double[] q = saved.q();
    double[] v = saved.v();
    require("configuration", state.q().length, q);
    require("velocity", state.v().length, v);
    require("internal state", 0, saved.internal());
    System.arraycopy(q, 0, state.q(), 0, q.length);
    System.arraycopy(v, 0, state.v(), 0, v.length);
    Arrays.fill(wrenches, 0);
    time = saved.time();
  }

  private static void require(String what, int length, double[] numbers) {
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
    require("actuation", 0, actuation.targets());
    if (steps < 0) {
      throw new IllegalArgumentException(steps + " steps; use 0 or more");
    }
    for (int i = 0; i < steps; i++) {
      step();
    }
    Arrays.fill(wrenches, 0);
  }

  @Override
  public Trajectory rollout(ControlSequence controls) {
    requireOpen();
    if (controls.actuators() != 0) {
      throw new DimensionMismatchException("actuator targets", 0, controls.actuators());
    }
    SimulationState start = state();
    int nq = state.q().length;
    int nv = state.v().length;
    double[] q = Arrays.copyOf(state.q(), (controls.steps() + 1) * nq);
    double[] v = Arrays.copyOf(state.v(), (controls.steps() + 1) * nv);
    for (int i = 0; i < controls.steps(); i++) {
      Arrays.fill(wrenches, 0);
      for (WrenchSignal signal : controls.wrenches()) {
        add(signal.body(), signal.torque(i), signal.force(i));
      }
      step();
      System.arraycopy(state.q(), 0, q, (i + 1) * nq, nq);
      System.arraycopy(state.v(), 0, v, (i + 1) * nv, nv);
    }
    Arrays.fill(wrenches, 0);
    return new Trajectory(layout, controls, start, timeStep, q, v);
  }

  private void step() {
    for (int i = 0; i < bodies.size(); i++) {
      accelerate(i);
    }
    layout.space().displace(state.q(), next.v(), timeStep, next.q());
    for (int i = 0; i < next.q().length; i++) {
      if (!Double.isFinite(next.q()[i])) {
        throw new SimulationException(
            "'"
                + layout.bodies().get(i / 7)
                + "' left the finite numbers at "
                + (time + timeStep)
                + " s");
      }
    }
    state.set(next);
    time += timeStep;
  }

  /** Newton and Euler about the centre of mass; velocities are those of the body's origin. */
  private void accelerate(int body) {
    MassProperties mass = masses.of(body);
    int iv = 6 * body;
    Quat R_WB = Quat.of(state.q(), 7 * body);
    Vec3 omega = Vec3.of(state.v(), iv);
    Vec3 velocity = Vec3.of(state.v(), iv + 3);
    Vec3 arm = R_WB.rotate(mass.centerOfMass());
    Vec3 force = Vec3.of(wrenches, iv + 3).minus(velocity.times(airDrag));
    Vec3 torque = Vec3.of(wrenches, iv).minus(arm.cross(force));
    SymmetricMatrix3 inertia = mass.inertia().rotated(R_WB);
    // I omega' = tau - omega x (I omega)
    Vec3 angular =
        inertia.inverse().times(torque.minus(omega.cross(inertia.times(omega))));
    // m c'' = F + m g, and the origin moves about the centre of mass
    Vec3 linear =
        force
            .times(1 / mass.mass())
            .plus(scene.gravity())
            .minus(angular.cross(arm))
            .minus(omega.cross(omega.cross(arm)));
    omega.plus(angular.times(timeStep)).copyTo(next.v(), iv);
    velocity.plus(linear.times(timeStep)).copyTo(next.v(), iv + 3);
  }

  @Override
  public BodyStates bodies() {
    requireOpen();
    return new BodyStates() {
      @Override
      public Pose pose(String body) {
        if (!layout.bodies().contains(body)) {
          return scene.body(body).pose(); // a fixed one, or none
        }
        int iq = layout.bodyPosition(body);
        return Pose.inWorld(body, Vec3.of(state.q(), iq + 4), Quat.of(state.q(), iq));
      }

      @Override
      public Twist twist(String body) {
        if (!layout.bodies().contains(body)) {
          return scene.body(body).twist();
        }
        int iv = layout.bodyVelocity(body);
        return new Twist(
            Pose.WORLD, body, Vec3.of(state.v(), iv), Vec3.of(state.v(), iv + 3));
      }
    };
  }

  @Override
  public JointStates joints() {
    requireOpen();
    return new JointStates() {
      @Override
      public JointVector positions(String robot) {
        throw new IllegalArgumentException("the scene has no robot '" + robot + "'");
      }

      @Override
      public JointVector velocities(String robot) {
        return positions(robot);
      }
    };
  }

  @Override
  public ContactReport contacts() {
    requireOpen();
    return new ContactReport(List.of());
  }

  @Override
  public void apply(ExternalWrench external) {
    requireOpen();
    add(external.wrench().body(), external.wrench().torque(), external.wrench().force());
  }

  private void add(String body, Vec3 torque, Vec3 force) {
    int iv = layout.bodyVelocity(body);
    Vec3.of(wrenches, iv).plus(torque).copyTo(wrenches, iv);
    Vec3.of(wrenches, iv + 3).plus(force).copyTo(wrenches, iv + 3);
  }

  @Override
  public Parameters parameters() {
    requireOpen();
    return masses;
  }

  @Override
  public void close() {
    closed = true;
  }
}
