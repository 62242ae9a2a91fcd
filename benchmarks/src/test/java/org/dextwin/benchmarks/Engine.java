package org.dextwin.benchmarks;

import java.nio.file.Path;
import java.util.List;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.dextwin.api.robot.Hand;
import org.dextwin.api.sim.Simulator;
import org.dextwin.core.Assembly;
import org.dextwin.core.ConfigSource;
import org.dextwin.core.Framework;

/** The components of a configuration of this module, from the plugins' jars. */
final class Engine implements AutoCloseable {

  private static final Path FOLDER = Path.of(System.getProperty("dextwin.benchmarks"));

  /** Held, so that its level stays: that plugins start and stop is not worth a line here. */
  private static final Logger PLUGIN_LOG = Logger.getLogger("org.pf4j");

  private final Framework framework;
  private final Assembly assembly;

  /**
   * Assembles them.
   *
   * @param config name of the file
   */
  Engine(String config) {
    PLUGIN_LOG.setLevel(Level.WARNING);
    framework = Framework.open(Framework.pluginFolders(List.of()));
    try {
      ConfigSource source = ConfigSource.of(FOLDER.resolve(config)).withoutExperiment();
      assembly = framework.assemble(framework.validate(source));
    } catch (RuntimeException e) {
      framework.close();
      throw e;
    }
  }

  Simulator simulator() {
    return assembly.get(Simulator.class, "simulator");
  }

  Hand hand() {
    return assembly.get(Hand.class, "hand");
  }

  @Override
  public void close() {
    assembly.close();
    framework.close();
  }
}
