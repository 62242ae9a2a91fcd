package @package@;

import java.util.Set;
import org.dextwin.api.model.Scene;
import org.dextwin.api.sim.Simulation;
import org.dextwin.api.sim.Simulator;
import org.dextwin.api.sim.SimulatorFeature;

/**
 * Moves free rigid bodies. What it cannot do, it does not claim: scenes that need contact or robots
 * are refused.
 *
 * <p><i>Thread safety</i>: thread-safe; each simulation is confined.
 */
final class @Class@Simulator implements Simulator {

  private final @Class@Config config;

  @Class@Simulator(@Class@Config config) {
    this.config = config;
  }

  @Override
  public Set<SimulatorFeature> features() {
    return Set.of(SimulatorFeature.FREE_BODIES);
  }

  @Override
  public double timeStep() {
    return config.options().timeStepS();
  }

  @Override
  public Simulation open(Scene scene) {
    return new @Class@Simulation(scene, timeStep(), config.airDragNSPerM());
  }

  @Override
  public void close() {}
}
