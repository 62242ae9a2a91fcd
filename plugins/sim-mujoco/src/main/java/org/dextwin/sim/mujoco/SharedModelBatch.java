package org.dextwin.sim.mujoco;

import java.util.List;
import org.dextwin.api.sim.BatchSimulation;
import org.dextwin.api.sim.ParallelRollouts;
import org.dextwin.api.sim.SimulationState;
import org.dextwin.api.sim.StateLayout;
import org.dextwin.api.sim.Trajectory;

/**
 * Rollouts that share one compiled model, with data of their own.
 *
 * <p><i>Thread safety</i>: confined to one thread.
 */
final class SharedModelBatch implements BatchSimulation {

  private final MujocoWorld world;
  private final ParallelRollouts rollouts;

  SharedModelBatch(MujocoWorld world, int workers) {
    this.world = world;
    try {
      this.rollouts = new ParallelRollouts(() -> new MujocoSimulation(world, false), workers);
    } catch (RuntimeException e) {
      world.model().close();
      throw e;
    }
  }

  @Override
  public StateLayout layout() {
    return rollouts.layout();
  }

  @Override
  public SimulationState start() {
    return rollouts.start();
  }

  @Override
  public List<Trajectory> run(List<Rollout> all) {
    return rollouts.run(all);
  }

  @Override
  public void close() {
    rollouts.close();
    world.model().close();
  }
}
