package org.dextwin.testkit.sim;

import java.util.EnumSet;
import java.util.Set;
import org.dextwin.api.model.Scene;
import org.dextwin.api.sim.Simulation;
import org.dextwin.api.sim.Simulator;
import org.dextwin.api.sim.SimulatorFeature;

/**
 * A small simulator for tests of what uses simulators: it keeps the whole contract, gradients
 * included, for simple scenes. It knows free bodies, balls that touch balls, balls and boxes on
 * horizontal planes (boxes do not tip), and robots with one revolute joint; what else a scene holds
 * it refuses.
 *
 * <p><i>Thread safety</i>: thread-safe; each simulation is confined.
 */
public final class FakeSimulator implements Simulator {

  private final double timeStep;
  private final Set<SimulatorFeature> features;

  /**
   * Makes a simulator with all features but files of its own.
   *
   * @param timeStep fixed time step [s]
   */
  public FakeSimulator(double timeStep) {
    this(timeStep, EnumSet.complementOf(EnumSet.of(SimulatorFeature.MODEL_FILES)));
  }

  /**
   * Makes a simulator with some features.
   *
   * @param timeStep fixed time step [s]
   * @param features what it can do; scenes that need more are refused
   */
  public FakeSimulator(double timeStep, Set<SimulatorFeature> features) {
    this.timeStep = timeStep;
    this.features = Set.copyOf(features);
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
    FakeWorld world = new FakeWorld(scene, features);
    return features.contains(SimulatorFeature.GRADIENTS)
        ? new DifferentiableFakeSimulation(world, timeStep)
        : new FakeSimulation(world, timeStep);
  }

  @Override
  public void close() {}
}
