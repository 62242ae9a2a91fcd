package org.dextwin.sim.mujoco;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collections;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.dextwin.api.model.Scene;
import org.dextwin.api.sim.BatchSimulation;
import org.dextwin.api.sim.ModelFileSimulator;
import org.dextwin.api.sim.ParallelRollouts;
import org.dextwin.api.sim.Simulation;
import org.dextwin.api.sim.SimulationException;
import org.dextwin.api.sim.SimulatorFeature;
import org.dextwin.mechanics.mjcf.MjcfDialect;
import org.dextwin.mechanics.mjcf.MjcfModel;
import org.dextwin.mechanics.mjcf.MjcfWriter;
import org.dextwin.sim.mujoco.internal.engine.ModelRefusedException;
import org.dextwin.sim.mujoco.internal.engine.NativeModel;
import org.dextwin.sim.mujoco.internal.library.MujocoLibrary;
import org.dextwin.sim.mujoco.internal.world.ContactPairs;
import org.dextwin.sim.mujoco.internal.world.Controls;
import org.dextwin.sim.mujoco.internal.world.ModelParameters;
import org.dextwin.sim.mujoco.internal.world.WorldMap;

/**
 * The engine: writes every scene as MJCF and lets MuJoCo compile it.
 *
 * <p><i>Thread safety</i>: thread-safe; each simulation is confined.
 */
final class MujocoSimulator implements ModelFileSimulator {

  /** The first version with arenas instead of separate buffers. */
  private static final int ARENAS = 3;

  /**
   * MuJoCo's own limit for two geoms. Room that no contact can need is not asked for: versions
   * before 3.0 clear a square of it for every simulation.
   */
  private static final int MOST_CONTACTS_OF_PAIR = 50;

  /** Versions before 3.0 size their stack by it, which other work needs as well. */
  private static final int LEAST_ROOM = 100;

  private final MujocoLibrary library;
  private final MujocoConfig config;

  MujocoSimulator(MujocoLibrary library, MujocoConfig config) {
    this.library = library;
    this.config = config;
  }

  @Override
  public Set<SimulatorFeature> features() {
    return Collections.unmodifiableSet(
        EnumSet.of(
            SimulatorFeature.FREE_BODIES,
            SimulatorFeature.ARTICULATED_ROBOTS,
            SimulatorFeature.CONTACT,
            SimulatorFeature.MODEL_FILES));
  }

  @Override
  public double timeStep() {
    return config.simulator().timeStepS();
  }

  @Override
  public Simulation open(Scene scene) {
    return new MujocoSimulation(world(scene), true);
  }

  @Override
  public Simulation open(Path model) {
    return new MujocoSimulation(new ModelFile(model).open(library, config), true);
  }

  @Override
  public BatchSimulation openBatch(Scene scene, int workers) {
    MujocoWorld shared = world(scene);
    if (!shared.isShareable()) {
      shared.model().close();
      return new ParallelRollouts(() -> open(scene), workers);
    }
    return new SharedModelBatch(shared, workers);
  }

  /** Compiles a scene. */
  private MujocoWorld world(Scene scene) {
    MjcfModel written = write(scene);
    NativeModel model = compile(scene, written);
    WorldMap map = WorldMap.of(model, scene, written.layout());
    ContactPairs pairs =
        new ContactPairs(model, written.pairs(), timeStep(), config.contactTimeConstantS());
    return new MujocoWorld(
        model,
        map,
        timeStep(),
        model.count("nkey") > 0,
        it -> new Controls(map, it, scene),
        controls -> {
          ModelParameters parameters = new ModelParameters(model);
          parameters.addBodies(map, pairs);
          parameters.addPairs(pairs);
          parameters.addJoints(map);
          parameters.addServos(map, controls, drivenJoints(scene));
          for (var robot : scene.robots()) {
            String root = robot.name() + "/" + robot.model().root();
            parameters.addBase(robot.name(), map.body(root));
          }
          return parameters;
        });
  }

  private MjcfModel write(Scene scene) {
    MjcfDialect dialect = library.version().major() >= ARENAS ? MjcfDialect.V3 : MjcfDialect.V2;
    try {
      MjcfModel written = MjcfWriter.write(scene, config.options(dialect, config.maxContacts()));
      long most = Math.max(LEAST_ROOM, (long) MOST_CONTACTS_OF_PAIR * written.pairs().size());
      return most < config.maxContacts()
          ? MjcfWriter.write(scene, config.options(dialect, (int) most))
          : written;
    } catch (IllegalArgumentException e) {
      throw new SimulationException("MuJoCo cannot represent the scene: " + e.getMessage());
    }
  }

  private NativeModel compile(Scene scene, MjcfModel written) {
    Path file = null;
    try {
      file = Files.createTempFile("dextwin-mujoco-", ".xml");
      Files.writeString(file, written.xml());
      return NativeModel.load(library, file);
    } catch (ModelRefusedException e) {
      throw new SimulationException(
          "MuJoCo "
              + library.version()
              + " does not take the scene '"
              + scene.name()
              + "': "
              + e.text());
    } catch (IOException e) {
      throw new UncheckedIOException("the model of a scene cannot be written for MuJoCo", e);
    } finally {
      if (file != null && !file.toFile().delete()) {
        file.toFile().deleteOnExit();
      }
    }
  }

  private static List<String> drivenJoints(Scene scene) {
    return scene.robots().stream()
        .flatMap(
            robot -> robot.model().actuators().stream().map(it -> robot.name() + "/" + it.joint()))
        .toList();
  }

  /** The library stays open, for it cannot be closed safely; it is opened once per JVM. */
  @Override
  public void close() {}
}
