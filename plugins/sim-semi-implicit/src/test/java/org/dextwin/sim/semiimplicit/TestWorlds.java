package org.dextwin.sim.semiimplicit;

import java.util.List;
import org.dextwin.api.math.Pose;
import org.dextwin.api.math.Quat;
import org.dextwin.api.math.SymmetricMatrix3;
import org.dextwin.api.math.Twist;
import org.dextwin.api.math.Vec3;
import org.dextwin.api.model.MassProperties;
import org.dextwin.api.model.Material;
import org.dextwin.api.model.Scene;
import org.dextwin.api.model.SceneBody;
import org.dextwin.api.sim.ConfigurationSpace;
import org.dextwin.api.sim.DifferentiableSimulation;
import org.dextwin.api.sim.Integrator;
import org.dextwin.api.sim.SimulationState;
import org.dextwin.api.spi.ComponentContext;
import org.dextwin.api.spi.ComponentProvider;
import org.dextwin.sim.semiimplicit.internal.contact.ContactOptions;
import org.dextwin.sim.semiimplicit.internal.dynamics.JointOptions;

/** Scenes and engines of the tests. */
final class TestWorlds {

  static final Material RUBBER = new Material(0.5, 1e4, 10);

  private TestWorlds() {}

  static DifferentiableSimulation open(Scene scene, double timeStep, Integrator integrator) {
    return open(scene, timeStep, integrator, 10 * timeStep);
  }

  static DifferentiableSimulation open(
      Scene scene, double timeStep, Integrator integrator, double slipSpeed) {
    var options =
        new EngineOptions(
            new ContactOptions(slipSpeed, 1e-5), new JointOptions(0.1, timeStep, 100, 0.1));
    return (DifferentiableSimulation)
        new SemiImplicitSimulator(timeStep, integrator, options).open(scene);
  }

  /** The integrator of a provider without keys. */
  static <C> Integrator integrator(ComponentProvider<Integrator, C> provider) {
    return provider.create(null, (ComponentContext) null);
  }

  /** A body of full inertia whose origin is not its centre of mass. */
  static SceneBody asymmetricTop(String name, Vec3 position, Vec3 spin, Vec3 velocity) {
    return SceneBody.free(
        name,
        new MassProperties(
            0.4,
            new Vec3(0.02, -0.03, 0.05),
            new SymmetricMatrix3(4e-4, 6e-4, 9e-4, 3e-5, -5e-5, 2e-5)),
        List.of(),
        RUBBER,
        Pose.inWorld(name, position, Quat.fromRollPitchYaw(0.3, -0.8, 1.2)),
        new Twist(Pose.WORLD, name, spin, velocity));
  }

  /** A body at rest that touches nothing. */
  static SceneBody bead(String name, double mass, Vec3 position) {
    return SceneBody.free(
        name,
        new MassProperties(mass, Vec3.ZERO, SymmetricMatrix3.diagonal(1e-5, 1e-5, 1e-5)),
        List.of(),
        RUBBER,
        Pose.inWorld(name, position, Quat.IDENTITY),
        Twist.zero(Pose.WORLD, name));
  }

  static Scene scene(Vec3 gravity, SceneBody... bodies) {
    return new Scene("test", gravity, List.of(bodies), List.of(), List.of());
  }

  /** A state with one number of its tangent moved. */
  static SimulationState moved(
      SimulationState state, ConfigurationSpace space, int index, boolean velocity, double h) {
    double[] q = state.q();
    double[] v = state.v();
    if (velocity) {
      v[index] += h;
    } else {
      double[] tangent = new double[space.nv()];
      tangent[index] = h;
      space.displace(q, tangent, 1, q);
    }
    return new SimulationState(state.time(), q, v, state.internal());
  }
}
