package org.dextwin.sim.mujoco;

import java.nio.file.Path;
import java.util.Optional;
import org.dextwin.api.spi.InvalidInputException;
import org.dextwin.sim.mujoco.internal.engine.ModelRefusedException;
import org.dextwin.sim.mujoco.internal.engine.NativeModel;
import org.dextwin.sim.mujoco.internal.library.MujocoLibrary;
import org.dextwin.sim.mujoco.internal.modelfile.ModelFileCheck;
import org.dextwin.sim.mujoco.internal.world.Controls;
import org.dextwin.sim.mujoco.internal.world.WorldMap;

/**
 * A model file of the user.
 *
 * <p><i>Thread safety</i>: immutable.
 *
 * @param path the file
 */
record ModelFile(Path path) {

  /** Checks, compiles and explores the file. */
  MujocoWorld open(MujocoLibrary library, MujocoConfig config) {
    Optional<String> malformed = ModelFileCheck.check(path);
    NativeModel model;
    try {
      model = NativeModel.load(library, path.toAbsolutePath());
    } catch (ModelRefusedException e) {
      throw new InvalidInputException(
          malformed.orElse(path.toString())
              + ": MuJoCo "
              + library.version()
              + " does not take the model: "
              + e.text().replaceAll("\\s*\n\\s*", "; ")
              + ". Mend the file, or use a library of the version it was written for");
    }
    if (config.modelTimeStep() == MujocoConfig.TimeStepSource.ENGINE) {
      model.struct().setNumber("opt.timestep", config.simulator().timeStepS());
    }
    WorldMap map = WorldMap.of(model);
    return new MujocoWorld(
        model,
        map,
        model.struct().number("opt.timestep"),
        false,
        it -> new Controls(map, it),
        controls -> MujocoParameters.ofFile(model, map));
  }
}
