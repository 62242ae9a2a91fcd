package org.dextwin.sim.mujoco;

import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Supplier;
import org.dextwin.api.math.Pose;
import org.dextwin.api.math.Quat;
import org.dextwin.api.math.Twist;
import org.dextwin.api.math.Vec3;
import org.dextwin.api.model.JointOrder;
import org.dextwin.api.model.JointVector;
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
import org.dextwin.api.sim.SimulationState;
import org.dextwin.api.sim.StateLayout;
import org.dextwin.api.sim.Trajectory;
import org.dextwin.sim.mujoco.internal.world.ModelParameters;
import org.dextwin.sim.mujoco.internal.world.Observation;
import org.jspecify.annotations.Nullable;

/**
 * A running world. It hands native memory to MuJoCo, so it refuses use after close and by two
 * threads at a time, which a Java object would survive.
 *
 * <p><i>Thread safety</i>: confined to one thread at a time.
 */
final class MujocoSimulation implements Simulation {

  private final MujocoWorld world;
  private final boolean ownsModel;
  private final Engine engine;
  private final ModelParameters parameters;
  private final AtomicReference<@Nullable Thread> user = new AtomicReference<>();
  private @Nullable Observation observation;
  private long observedAt = -1;
  private boolean closed;

  /**
   * Starts a world.
   *
   * @param ownsModel whether to release the model at the end
   */
  MujocoSimulation(MujocoWorld world, boolean ownsModel) {
    this.world = world;
    this.ownsModel = ownsModel;
    try {
      this.engine = new Engine(world);
    } catch (RuntimeException e) {
      if (ownsModel) {
        world.model().close();
      }
      throw e;
    }
    this.parameters = world.parameters().apply(engine.controls());
  }

  @Override
  public StateLayout layout() {
    return world.map().layout();
  }

  @Override
  public SimulationState state() {
    return exclusively(engine::state);
  }

  @Override
  public void restore(SimulationState state) {
    exclusively(
        () -> {
          engine.restore(state);
          return state;
        });
  }

  @Override
  public void step(Actuation actuation, int steps) {
    double[] targets = actuation.targets();
    exclusively(
        () -> {
          engine.requireActuators("actuation", targets.length);
          if (steps < 0) {
            throw new IllegalArgumentException("cannot advance by " + steps + " steps");
          }
          engine.step(targets, steps);
          return targets;
        });
  }

  @Override
  public Trajectory rollout(ControlSequence controls) {
    return exclusively(() -> engine.rollout(controls));
  }

  @Override
  public BodyStates bodies() {
    exclusively(() -> layout());
    return new Bodies();
  }

  @Override
  public JointStates joints() {
    exclusively(() -> layout());
    return new Joints();
  }

  @Override
  public ContactReport contacts() {
    return exclusively(() -> observe().contacts());
  }

  @Override
  public void apply(ExternalWrench external) {
    exclusively(
        () -> {
          engine.apply(external.wrench());
          return external;
        });
  }

  @Override
  public Parameters parameters() {
    exclusively(() -> layout());
    return new Settable();
  }

  @Override
  public void close() {
    if (closed) {
      return;
    }
    exclusively(
        () -> {
          closed = true;
          if (observation != null) {
            observation.close();
          }
          engine.close();
          if (ownsModel) {
            world.model().close();
          }
          return world;
        });
  }

  private Observation observe() {
    Observation looking = observation;
    if (looking == null) {
      looking = new Observation(world.map(), world.model());
      observation = looking;
    }
    if (observedAt != engine.changes()) {
      engine.showTo(looking);
      observedAt = engine.changes();
    }
    return looking;
  }

  /** Runs something while no other thread can. */
  private <T> T exclusively(Supplier<T> use) {
    Thread thread = Thread.currentThread();
    if (!user.compareAndSet(null, thread)) {
      Thread other = user.get();
      if (other != thread) {
        throw new IllegalStateException(
            "two threads use one simulation: '"
                + thread.getName()
                + "', while '"
                + (other == null ? "another" : other.getName())
                + "' is in it; open a simulation for each");
      }
      return use.get(); // a view that is used within a call
    }
    try {
      if (closed) {
        throw new IllegalStateException("the simulation is closed");
      }
      return use.get();
    } finally {
      user.set(null);
    }
  }

  /** Bodies and links; free bodies are read from the state, bit by bit. */
  private final class Bodies implements BodyStates {

    @Override
    public Pose pose(String body) {
      int index = layout().bodies().indexOf(body);
      return exclusively(
          () -> {
            if (index < 0) {
              return observe().pose(body);
            }
            double[] q = engine.position();
            int i = ConfigurationSpace.BODY_NQ * index;
            return Pose.inWorld(body, Vec3.of(q, i + 4), Quat.of(q, i));
          });
    }

    @Override
    public Twist twist(String body) {
      int index = layout().bodies().indexOf(body);
      return exclusively(
          () -> {
            if (index < 0) {
              return observe().twist(body);
            }
            double[] v = engine.velocity();
            int i = ConfigurationSpace.BODY_NV * index;
            return new Twist(Pose.WORLD, body, Vec3.of(v, i), Vec3.of(v, i + 3));
          });
    }
  }

  /** Joints of robots. */
  private final class Joints implements JointStates {

    @Override
    public JointVector positions(String robot) {
      int first = ConfigurationSpace.BODY_NQ * layout().bodies().size();
      return exclusively(() -> read(robot, engine.position(), first));
    }

    @Override
    public JointVector velocities(String robot) {
      int first = ConfigurationSpace.BODY_NV * layout().bodies().size();
      return exclusively(() -> read(robot, engine.velocity(), first));
    }

    private JointVector read(String robot, double[] values, int first) {
      Map<String, JointOrder> robots = world.map().robots();
      JointOrder order = robots.get(robot);
      if (order == null) {
        throw new IllegalArgumentException(
            "the scene has no robot '" + robot + "'; it has " + robots.keySet());
      }
      double[] own = new double[order.size()];
      for (int i = 0; i < own.length; i++) {
        own[i] = values[first + layout().joints().indexOf(robot + "/" + order.joints().get(i))];
      }
      return new JointVector(order, own);
    }
  }

  /** Parameters, guarded as the simulation is. */
  private final class Settable implements Parameters {

    @Override
    public List<Parameter> all() {
      return exclusively(parameters::all);
    }

    @Override
    public double get(String name) {
      return exclusively(() -> parameters.get(name));
    }

    @Override
    public void set(String name, double value) {
      exclusively(
          () -> {
            parameters.set(name, value);
            engine.change();
            return name;
          });
    }
  }
}
