package org.dextwin.experiments.simulate;

import java.nio.file.Path;
import java.util.Optional;
import org.dextwin.api.sim.Simulator;
import org.dextwin.api.spi.ComponentRef;
import org.dextwin.api.spi.Key;
import org.dextwin.api.spi.PathKind;

/**
 * Settings of the experiment: a scene or a model file, what its motors do, and for how long.
 *
 * <p><i>Thread safety</i>: immutable.
 *
 * @param simulator the engine
 * @param durationS simulated time [s]
 * @param recordRateHz records per simulated second [Hz]
 * @param scene a scene for any engine
 * @param model a model in the engine's own format
 * @param motion what the motors do
 */
record SimulateConfig(
    @Key(doc = "The engine.") ComponentRef<Simulator> simulator,
    @Key(doc = "Simulated time.", above = 0, atMost = 3600) double durationS,
    @Key(
            doc =
                "Records per simulated second, of poses, joints and contacts; what happens does not"
                    + " depend on it.",
            byDefault = "100",
            atLeast = 1,
            atMost = 100_000)
        double recordRateHz,
    @Key(doc = "A scene, for any engine; give either it or a model.") Optional<SceneConfig> scene,
    @Key(
            doc =
                "A model file in the engine's own format, such as MJCF; give either it or a scene.",
            path = PathKind.FILE)
        Optional<Path> model,
    @Key(doc = "What the motors do.", byDefault = "{}") MotionConfig motion) {

  /** Checks that there is one world, and something for the motion to drive. */
  SimulateConfig {
    if (scene.isPresent() == model.isPresent()) {
      throw new IllegalArgumentException(
          "simulate needs either a scene block or model = FILE"
              + (scene.isPresent() ? ", not both" : ""));
    }
    MotionConfig.Type type = motion.type();
    boolean robot = scene.flatMap(SceneConfig::robot).isPresent();
    if (scene.isPresent() && !robot && type != MotionConfig.Type.HOLD) {
      throw new IllegalArgumentException(
          "motion "
              + type.word()
              + " needs a hand; add scene.hand or scene.arm, or use motion.type = hold");
    }
    if (model.isPresent() && (type == MotionConfig.Type.CLOSE || type == MotionConfig.Type.LOG)) {
      throw new IllegalArgumentException(
          "motion " + type.word() + " drives a hand of a scene; a model takes hold or sine");
    }
  }
}
