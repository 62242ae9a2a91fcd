package org.dextwin.experiments.simulate;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.dextwin.api.experiment.Experiment;
import org.dextwin.api.robot.Hand;
import org.dextwin.api.sim.Simulator;
import org.dextwin.testkit.MapSettings;
import org.dextwin.testkit.TestComponentContext;
import org.dextwin.testkit.robot.OneJointHand;

/** Blocks of configurations, and what is made of them. */
final class Blocks {

  static final Map<String, Object> CONTACT =
      Map.of("friction", 0.5, "stiffness-n-per-m", 2000.0, "damping-n-s-per-m", 5.0);

  static final Map<String, Object> BALL =
      Map.of(
          "name",
          "ball",
          "shape",
          "sphere",
          "radius-m",
          0.03,
          "mass-kg",
          0.1,
          "position-m",
          List.of(0.0, 0.0, 0.05));

  static final Map<String, Object> HAND = Map.of("position-m", List.of(0.0, 0.0, 0.5));

  private Blocks() {}

  /** A block with further keys, or with other values of the same keys. */
  static Map<String, Object> with(Map<String, Object> block, Object... more) {
    Map<String, Object> extended = new LinkedHashMap<>(block);
    for (int i = 0; i < more.length; i += 2) {
      extended.put(String.valueOf(more[i]), more[i + 1]);
    }
    return extended;
  }

  static Map<String, Object> without(Map<String, Object> block, String key) {
    Map<String, Object> shortened = new LinkedHashMap<>(block);
    shortened.remove(key);
    return shortened;
  }

  /** A scene of objects on the ground. */
  static Map<String, Object> scene(Map<?, ?>... objects) {
    return with(
        Map.of("contact", CONTACT), "ground", Map.of(), "objects", List.of((Object[]) objects));
  }

  /** Half a second of a scene. */
  static Map<String, Object> simulate(Map<String, Object> scene, Object... more) {
    return with(with(Map.of(), "duration-s", 0.5, "scene", scene), more);
  }

  /** Problems that reading a block records. */
  static List<String> problems(Map<String, Object> block) {
    MapSettings settings = settings(block);
    try {
      new SimulateProvider().configure(settings);
    } catch (IllegalArgumentException e) {
      settings.reject("simulate", String.valueOf(e.getMessage()));
    }
    return settings.problems();
  }

  private static MapSettings settings(Map<String, Object> block) {
    return MapSettings.ofProvider("experiment", Map.of("seed", 1), "simulate", block);
  }

  /** Makes the experiment of a block in an engine. */
  static Experiment make(Map<String, Object> block, Simulator simulator) {
    MapSettings settings = settings(block);
    SimulateProvider provider = new SimulateProvider();
    SimulateConfig config = provider.configure(settings);
    if (!settings.problems().isEmpty()) {
      throw new AssertionError(settings.problems());
    }
    TestComponentContext context =
        new TestComponentContext(settings, 1)
            .with(Simulator.class, simulator)
            .with(Hand.class, new OneJointHand());
    return provider.create(config, context);
  }
}
