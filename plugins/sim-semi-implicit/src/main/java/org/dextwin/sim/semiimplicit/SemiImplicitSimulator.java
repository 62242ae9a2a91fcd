package org.dextwin.sim.semiimplicit;

import java.util.Collections;
import java.util.EnumSet;
import java.util.Set;
import org.dextwin.api.model.Scene;
import org.dextwin.api.sim.DifferentiableIntegrator;
import org.dextwin.api.sim.Integrator;
import org.dextwin.api.sim.Simulation;
import org.dextwin.api.sim.Simulator;
import org.dextwin.api.sim.SimulatorFeature;
import org.dextwin.sim.semiimplicit.internal.contact.ContactForces;
import org.dextwin.sim.semiimplicit.internal.dynamics.WorldField;

/**
 * The engine: opens a world for every scene. Its simulations have gradients if its integrator has.
 *
 * <p><i>Thread safety</i>: thread-safe; each simulation is confined.
 */
final class SemiImplicitSimulator implements Simulator {

  private final double timeStep;
  private final Integrator integrator;
  private final EngineOptions options;
  private final Set<SimulatorFeature> features;

  SemiImplicitSimulator(double timeStep, Integrator integrator, EngineOptions options) {
    this.timeStep = timeStep;
    this.integrator = integrator;
    this.options = options;
    Set<SimulatorFeature> abilities =
        EnumSet.of(
            SimulatorFeature.FREE_BODIES,
            SimulatorFeature.ARTICULATED_ROBOTS,
            SimulatorFeature.CONTACT);
    if (integrator instanceof DifferentiableIntegrator) {
      abilities.add(SimulatorFeature.GRADIENTS);
    }
    this.features = Collections.unmodifiableSet(abilities);
  }

  @Override
  public Set<SimulatorFeature> features() {
    return features;
  }

  @Override
  public double timeStep() {
    return timeStep;
  }

  @Override
  public Simulation open(Scene scene) {
    World world = new World(scene, options.joint());
    WorldField field =
        world.field(new ContactForces(world.meetings(), options.contact(), world.parameters()));
    return integrator instanceof DifferentiableIntegrator differentiable
        ? new DifferentiableWorldSimulation(world, field, differentiable.stepper(field), timeStep)
        : new WorldSimulation(world, field, integrator.stepper(field), timeStep);
  }

  @Override
  public void close() {}
}
