package org.dextwin.integration;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.dextwin.api.robot.Hand;
import org.dextwin.api.sim.Simulator;
import org.dextwin.api.spi.ComponentUnavailableException;
import org.dextwin.core.Assembly;
import org.dextwin.core.ConfigSource;
import org.dextwin.core.Framework;
import org.dextwin.testkit.Availability;

/** One engine of the built plugins, and an Allegro hand, assembled as a configuration says. */
final class EngineHost implements AutoCloseable {

  private final String name;
  private final Framework framework;
  private final Assembly assembly;

  private EngineHost(String name, Framework framework, Assembly assembly) {
    this.name = name;
    this.framework = framework;
    this.assembly = assembly;
  }

  /** Opens an engine; the test is skipped if this machine lacks it. */
  static EngineHost open(String engine, double timeStep, Path folder) throws IOException {
    Path config =
        Files.writeString(
            folder.resolve(engine + ".conf"),
            """
            simulator { type = %s, time-step-s = %s
              semi-implicit { integrator { type = semi-implicit-euler } } }
            hand { type = allegro }
            """
                .formatted(engine, timeStep));
    Framework framework = Framework.open(List.of(Dextwin.PLUGINS));
    try {
      ConfigSource source = ConfigSource.of(config).withoutExperiment();
      return new EngineHost(engine, framework, framework.assemble(framework.validate(source)));
    } catch (ComponentUnavailableException e) {
      framework.close();
      throw Availability.missing(e.getMessage() + "; " + e.remedy());
    }
  }

  Simulator simulator() {
    return assembly.get(Simulator.class, "simulator");
  }

  Hand hand() {
    return assembly.get(Hand.class, "hand");
  }

  @Override
  public String toString() {
    return name;
  }

  @Override
  public void close() {
    assembly.close();
    framework.close();
  }
}
