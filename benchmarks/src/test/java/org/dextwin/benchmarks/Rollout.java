package org.dextwin.benchmarks;

import java.util.List;
import org.dextwin.api.model.Scene;
import org.dextwin.api.sim.Actuation;
import org.dextwin.api.sim.ControlSequence;
import org.dextwin.api.sim.DifferentiableSimulation;
import org.dextwin.api.sim.ParameterGradient;
import org.dextwin.api.sim.Sensitivities;
import org.dextwin.api.sim.SimulationState;
import org.dextwin.api.sim.StateCotangents;
import org.dextwin.api.sim.Trajectory;

/** A scene without actuators that is simulated from its start again and again. */
final class Rollout implements AutoCloseable {

  private final Engine engine = new Engine("engine.conf");
  private final DifferentiableSimulation simulation;
  private final SimulationState start;
  private final int steps;
  private final ControlSequence controls;

  Rollout(Scene scene, int steps) {
    this.simulation = (DifferentiableSimulation) engine.simulator().open(scene);
    this.start = simulation.state();
    this.steps = steps;
    this.controls = ControlSequence.idle(steps);
  }

  /** Mean number of points of contact over all steps. */
  double meanContacts() {
    simulation.restore(start);
    long sum = 0;
    for (int i = 0; i < steps; i++) {
      simulation.step(Actuation.NONE, 1);
      sum += simulation.contacts().contacts().size();
    }
    return (double) sum / steps;
  }

  /** All steps, and no record of them. */
  SimulationState advance() {
    simulation.restore(start);
    simulation.step(Actuation.NONE, steps);
    return simulation.state();
  }

  /** All steps, recorded. */
  Trajectory forward() {
    simulation.restore(start);
    return simulation.rollout(controls);
  }

  /**
   * All steps, and the derivatives of a loss of all positions and velocities with respect to all
   * parameters and the start.
   */
  ParameterGradient forwardAndGradient() {
    Trajectory trajectory = forward();
    int nv = trajectory.layout().space().nv();
    StateCotangents cotangents = new StateCotangents(trajectory);
    for (int sample = 0; sample < trajectory.samples(); sample++) {
      for (int i = 0; i < nv; i++) {
        cotangents.addPosition(sample, i, 1);
        cotangents.addVelocity(sample, i, 0.1);
      }
    }
    return simulation.backward(trajectory, cotangents);
  }

  /** All steps, and the derivatives of all states with respect to the first of the parameters. */
  Sensitivities sensitivities(int parameters) {
    simulation.restore(start);
    return simulation.sensitivities(controls, parameters().subList(0, parameters));
  }

  List<String> parameters() {
    return simulation.parameters().all().stream().map(it -> it.name()).toList();
  }

  @Override
  public void close() {
    simulation.close();
    engine.close();
  }
}
