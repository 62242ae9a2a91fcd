package org.dextwin.experiments.simulate;

import org.dextwin.api.experiment.Experiment;
import org.dextwin.api.experiment.ExperimentContext;
import org.dextwin.api.sim.Simulator;

/** Runs a world in an engine and reports it. */
final class Simulate implements Experiment {

  private final SimulateConfig config;
  private final Simulator simulator;
  private final World world;

  Simulate(SimulateConfig config, Simulator simulator, World world) {
    this.config = config;
    this.simulator = simulator;
    this.world = world;
  }

  @Override
  public void run(ExperimentContext context) {
    try (World.Opened opened = world.open(simulator)) {
      Recording recording =
          new Recorder(opened, world.remedy())
              .record(config.durationS(), config.recordRateHz(), context);
      new Report(opened, recording).write(context);
    }
  }

  @Override
  public void close() {
    // Engine and hand belong to the assembly.
  }
}
