package org.dextwin.api.sim;

import java.util.Set;
import org.dextwin.api.model.Scene;
import org.dextwin.api.spi.Component;
import org.dextwin.api.spi.Role;

/**
 * A physics engine.
 *
 * <p><i>Thread safety</i>: thread-safe; each simulation is confined.
 */
@Role(value = "simulator", options = SimulatorOptions.class)
public interface Simulator extends Component {

  /**
   * Returns what the engine can do.
   *
   * @return its abilities
   */
  Set<SimulatorFeature> features();

  /**
   * Returns the fixed time step.
   *
   * @return the step [s]
   */
  double timeStep();

  /**
   * Builds a simulation of a scene at its start.
   *
   * @param scene the world
   * @return the simulation; the caller closes it
   * @throws SimulationException if the engine cannot represent the scene
   */
  Simulation open(Scene scene);

  /**
   * Opens a scene for many rollouts, which run on several threads at a time.
   *
   * @param scene the world
   * @param workers how many run at a time, 1 or more
   * @return the batch; the caller closes it
   * @throws SimulationException if the engine cannot represent the scene
   */
  default BatchSimulation openBatch(Scene scene, int workers) {
    return new ParallelRollouts(() -> open(scene), workers);
  }
}
