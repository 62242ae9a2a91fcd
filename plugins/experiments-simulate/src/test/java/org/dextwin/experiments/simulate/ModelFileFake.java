package org.dextwin.experiments.simulate;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.EnumSet;
import java.util.Set;
import java.util.function.Supplier;
import org.dextwin.api.model.Scene;
import org.dextwin.api.sim.ModelFileSimulator;
import org.dextwin.api.sim.Simulation;
import org.dextwin.api.sim.SimulationException;
import org.dextwin.api.sim.SimulatorFeature;
import org.dextwin.api.spi.InvalidInputException;
import org.dextwin.testkit.sim.FakeSimulator;

/** An engine with a format of its own: every existing file holds the same scene. */
final class ModelFileFake implements ModelFileSimulator {

  private final FakeSimulator engine = new FakeSimulator(0.002);
  private final Supplier<Scene> content;

  ModelFileFake(Supplier<Scene> content) {
    this.content = content;
  }

  @Override
  public Simulation open(Path model) {
    if (!Files.exists(model)) {
      throw new InvalidInputException(model + " does not exist");
    }
    return engine.open(content.get());
  }

  /** An engine that cannot represent what its files hold. */
  static ModelFileFake refusing(String reason) {
    return new ModelFileFake(
        () -> {
          throw new SimulationException(reason);
        });
  }

  @Override
  public Set<SimulatorFeature> features() {
    return EnumSet.allOf(SimulatorFeature.class);
  }

  @Override
  public double timeStep() {
    return engine.timeStep();
  }

  @Override
  public Simulation open(Scene scene) {
    return engine.open(scene);
  }

  @Override
  public void close() {
    engine.close();
  }
}
