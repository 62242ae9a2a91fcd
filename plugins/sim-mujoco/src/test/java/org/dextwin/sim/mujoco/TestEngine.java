package org.dextwin.sim.mujoco;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.dextwin.api.sim.SimulatorOptions;
import org.dextwin.api.spi.ComponentUnavailableException;
import org.dextwin.mechanics.mjcf.MjcfOptions.Cone;
import org.dextwin.mechanics.mjcf.MjcfOptions.Integrator;
import org.dextwin.sim.mujoco.internal.library.LibrarySearch;
import org.dextwin.sim.mujoco.internal.library.MujocoLibrary;
import org.dextwin.testkit.Availability;

/** The engine of this machine, and models for it. */
final class TestEngine {

  static final double TIME_STEP = 0.002;

  private TestEngine() {}

  static MujocoLibrary library() {
    try {
      return MujocoLibrary.open(LibrarySearch.ofThisProcess().find(Optional.empty()));
    } catch (ComponentUnavailableException e) {
      throw Availability.missing(e.getMessage() + "; " + e.remedy());
    }
  }

  static MujocoSimulator simulator() {
    return new MujocoSimulator(
        library(),
        new MujocoConfig(
            new SimulatorOptions(TIME_STEP),
            Optional.empty(),
            Integrator.IMPLICIT,
            Cone.ELLIPTIC,
            100,
            1e-8,
            10,
            0,
            500,
            Optional.empty(),
            MujocoConfig.TimeStepSource.FILE));
  }

  /** Writes a model file; the text is what its mujoco element holds. */
  static Path model(Path folder, String content) {
    return write(folder.resolve("model.xml"), "<mujoco>\n" + content + "\n</mujoco>\n");
  }

  static Path write(Path file, String text) {
    try {
      return Files.writeString(file, text);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
