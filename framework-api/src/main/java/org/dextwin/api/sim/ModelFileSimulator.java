package org.dextwin.api.sim;

import java.nio.file.Path;

/**
 * An engine that also opens model files in a format of its own, such as MJCF: a laboratory's own
 * model then runs as it is, without a {@link org.dextwin.api.model.Scene}.
 *
 * <p>The {@link StateLayout} of such a simulation names what the file holds: every body with a free
 * joint is a free body, every hinge or slide a joint {@code robot/joint}, where the robot is the
 * body below the world that carries it. Joints that the layout cannot express (ball joints) are
 * part of {@link SimulationState} and show in the poses of the bodies.
 *
 * <p><i>Thread safety</i>: thread-safe; each simulation is confined.
 */
public interface ModelFileSimulator extends Simulator {

  /**
   * Builds a simulation of a model file at its start. The time step is that of the file, which its
   * contacts and servos are tuned for, unless the engine's configuration says otherwise; {@link
   * Trajectory#timeStep} tells.
   *
   * @param model the file; assets are found relative to it
   * @return the simulation; the caller closes it
   * @throws org.dextwin.api.spi.InvalidInputException if the file cannot be read; it names file,
   *     line where known, what is wrong and what to do
   * @throws SimulationException if the engine cannot represent the model
   */
  Simulation open(Path model);
}
