package org.dextwin.experiments.simulate;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.dextwin.api.model.MassProperties;
import org.dextwin.api.sim.Simulation;
import org.dextwin.api.sim.Simulator;

/** What can be simulated: a scene or a model file. */
interface World {

  /**
   * Reads what files it needs and opens it in an engine.
   *
   * @throws org.dextwin.api.spi.InvalidInputException if a file or a name in the configuration is
   *     wrong, or the engine cannot represent it
   */
  Opened open(Simulator simulator);

  /** What to do when the engine loses it, as a clause. */
  String remedy();

  /**
   * A world that is open in an engine.
   *
   * @param name its name in the report, such as that of the file
   * @param simulation the simulation
   * @param drives what the actuators drive, in the order of the simulation's actuators
   * @param motion what the actuators do
   * @param masses mass properties of free bodies, where they are known
   * @param gravity size of the acceleration of free fall, along -z [m/s^2]
   * @param notes what the reader of the report should know
   */
  record Opened(
      String name,
      Simulation simulation,
      List<Drive> drives,
      Motion motion,
      Map<String, MassProperties> masses,
      double gravity,
      List<String> notes)
      implements AutoCloseable {

    @Override
    public void close() {
      simulation.close();
    }

    /** The place of the actuator that is known to drive a joint, if there is one. */
    Optional<Integer> drive(String joint) {
      for (int i = 0; i < drives.size(); i++) {
        if (drives.get(i).joint().equals(joint)) {
          return Optional.of(i);
        }
      }
      return Optional.empty();
    }
  }
}
