package org.dextwin.sim.semiimplicit;

import java.util.Set;
import org.dextwin.api.model.Scene;
import org.dextwin.api.model.SceneRobot;
import org.dextwin.api.sim.Simulation;
import org.dextwin.api.sim.SimulationException;
import org.dextwin.api.sim.Simulator;
import org.dextwin.api.sim.SimulatorFeature;
import org.dextwin.sim.semiimplicit.internal.dynamics.JointOptions;

/**
 * The position-based engine: free bodies in contact, at steps that may be too large for stiff
 * forces. It has neither robots nor gradients.
 *
 * <p><i>Thread safety</i>: thread-safe; each simulation is confined.
 */
final class PositionBasedSimulator implements Simulator {

  private static final Set<SimulatorFeature> FEATURES =
      Set.of(SimulatorFeature.FREE_BODIES, SimulatorFeature.CONTACT);

  /** A world without robots never asks for them. */
  private static final JointOptions NO_JOINTS = new JointOptions(1, 0);

  private final double timeStep;
  private final int iterations;

  PositionBasedSimulator(double timeStep, int iterations) {
    this.timeStep = timeStep;
    this.iterations = iterations;
  }

  @Override
  public Set<SimulatorFeature> features() {
    return FEATURES;
  }

  @Override
  public double timeStep() {
    return timeStep;
  }

  @Override
  public Simulation open(Scene scene) {
    if (!scene.robots().isEmpty()) {
      throw new SimulationException(
          "the simulator 'position-based' moves free bodies only, and the scene has the robots "
              + scene.robots().stream().map(SceneRobot::name).toList()
              + "; choose simulator.type = semi-implicit");
    }
    World world = new World(scene, NO_JOINTS);
    return new PositionBasedSimulation(world, world.field(), iterations, timeStep);
  }

  @Override
  public void close() {}
}
