package org.dextwin.benchmarks;

import java.nio.file.Path;
import java.util.List;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.dextwin.api.model.Scene;
import org.dextwin.api.sim.DifferentiableSimulation;
import org.dextwin.api.sim.Simulator;
import org.dextwin.core.Assembly;
import org.dextwin.core.ConfigSource;
import org.dextwin.core.Framework;

/** The engine of {@code engine.conf}, from the plugins' jars. */
final class Engine implements AutoCloseable {

  private static final Path CONFIG =
      Path.of(System.getProperty("dextwin.benchmarks"), "engine.conf");

  /** Held, so that its level stays: that plugins start and stop is not worth a line here. */
  private static final Logger PLUGIN_LOG = Logger.getLogger("org.pf4j");

  private final Framework framework;
  private final Assembly assembly;

  Engine() {
    PLUGIN_LOG.setLevel(Level.WARNING);
    framework = Framework.open(Framework.pluginFolders(List.of()));
    assembly = framework.assemble(framework.validate(ConfigSource.of(CONFIG).withoutExperiment()));
  }

  DifferentiableSimulation open(Scene scene) {
    return (DifferentiableSimulation) assembly.get(Simulator.class, "simulator").open(scene);
  }

  @Override
  public void close() {
    assembly.close();
    framework.close();
  }
}
