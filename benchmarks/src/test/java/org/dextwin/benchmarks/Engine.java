package org.dextwin.benchmarks;

import java.nio.file.Path;
import java.util.List;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.dextwin.api.learning.MotionPlanner;
import org.dextwin.api.learning.Retargeter;
import org.dextwin.api.robot.Arm;
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
    this(config, List.of());
  }

  /**
   * Assembles them.
   *
   * @param config name of the file
   * @param sets changes of its keys, as after --set
   */
  Engine(String config, List<String> sets) {
    PLUGIN_LOG.setLevel(Level.WARNING);
    framework = Framework.open(Framework.pluginFolders(List.of()));
    try {
      ConfigSource source =
          ConfigSource.of(FOLDER.resolve(config)).withSets(sets).withoutExperiment();
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

  Arm arm() {
    return assembly.get(Arm.class, "arm");
  }

  Retargeter retargeter() {
    return assembly.get(Retargeter.class, "retargeter");
  }

  MotionPlanner planner() {
    return assembly.get(MotionPlanner.class, "motion-planner");
  }

  @Override
  public void close() {
    assembly.close();
    framework.close();
  }
}
