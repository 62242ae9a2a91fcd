package org.dextwin.experiments.simulate;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.dextwin.api.model.Scene;
import org.dextwin.api.sim.ModelFileSimulator;
import org.dextwin.api.sim.Simulation;
import org.dextwin.api.sim.SimulationException;
import org.dextwin.api.sim.Simulator;
import org.dextwin.api.spi.InvalidInputException;

/**
 * A model file in the engine's own format.
 *
 * @param file the file
 * @param config what its actuators do: hold or sine
 */
record ModelWorld(Path file, MotionConfig config) implements World {

  @Override
  public Opened open(Simulator simulator) {
    Simulation simulation = opened((ModelFileSimulator) simulator);
    // as the engine's own viewer starts: all controls zero, which the file's gains interpret
    List<Drive> drives =
        simulation.layout().actuators().stream()
            .map(name -> new Drive(name, "", 0, Double.NEGATIVE_INFINITY, Double.POSITIVE_INFINITY))
            .toList();
    try {
      Motion motion =
          config.type() == MotionConfig.Type.SINE
              ? Motion.sine(drives, config.sine().orElseThrow())
              : Motion.hold(drives);
      return new Opened(
          String.valueOf(file.getFileName()),
          simulation,
          drives,
          motion,
          Map.of(),
          Scene.EARTH_GRAVITY.norm(),
          List.of());
    } catch (InvalidInputException e) {
      simulation.close();
      throw e;
    }
  }

  private Simulation opened(ModelFileSimulator simulator) {
    try {
      return simulator.open(file);
    } catch (SimulationException e) {
      throw new InvalidInputException(
          "the engine cannot represent " + file + ": " + e.getMessage(), e);
    }
  }

  @Override
  public String remedy() {
    return "give it a smaller time step, or look at the model in the engine's own viewer";
  }
}
