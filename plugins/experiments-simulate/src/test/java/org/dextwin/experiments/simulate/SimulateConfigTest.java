package org.dextwin.experiments.simulate;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Wrong configurations are refused with what was found, what was expected and where. */
class SimulateConfigTest {

  private static final String OBJECT = "experiment.simulate.scene.objects.0";

  private static Map<String, Object> ball(Object... more) {
    return Blocks.simulate(Blocks.scene(Blocks.with(Blocks.BALL, more)));
  }

  private static Map<String, Object> moving(Map<String, Object> motion) {
    return Blocks.simulate(Blocks.scene(Blocks.BALL), "motion", motion);
  }

  @Test
  void theUsualOneIsAccepted() {
    assertThat(Blocks.problems(ball())).isEmpty();
  }

  static Stream<Arguments> wrong() {
    Map<String, Object> box = Blocks.with(Blocks.without(Blocks.BALL, "radius-m"), "shape", "box");
    return Stream.of(
        Arguments.of(
            "unknown shape",
            ball("shape", "cone"),
            OBJECT
                + ".shape: is \"cone\", but must be one of box, sphere, cylinder, capsule, mesh"),
        Arguments.of(
            "negative mass",
            ball("mass-kg", -0.1),
            OBJECT + ".mass-kg: is -0.1, but must be greater than 0"),
        Arguments.of(
            "box without size",
            Blocks.simulate(Blocks.scene(box)),
            OBJECT + ": object 'ball' is a box, which needs size-m"),
        Arguments.of(
            "sphere with a length",
            ball("length-m", 0.1),
            OBJECT + ": object 'ball' is a sphere, which has no length-m"),
        Arguments.of(
            "cylinder without length",
            ball("shape", "cylinder"),
            OBJECT + ": object 'ball' is a cylinder, which needs radius-m and length-m"),
        Arguments.of(
            "capsule of no length",
            ball("shape", "capsule", "length-m", 0.06),
            OBJECT
                + ": object 'ball' is a capsule no longer than its two round ends; use a sphere"),
        Arguments.of(
            "neither mass nor fixed",
            Blocks.simulate(Blocks.scene(Blocks.without(Blocks.BALL, "mass-kg"))),
            OBJECT + ": object 'ball' needs either mass-kg or fixed = true"),
        Arguments.of(
            "mass and fixed",
            ball("fixed", true),
            OBJECT + ": object 'ball' needs either mass-kg or fixed = true, not both"),
        Arguments.of(
            "name with a slash",
            ball("name", "a/b"),
            OBJECT + ": object name 'a/b' has characters other than letters, digits, - _ and ."),
        Arguments.of(
            "name of the ground",
            ball("name", "ground"),
            "experiment.simulate.scene: object name 'ground' is taken; ground, hand and arm are names as"
                + " well"),
        Arguments.of(
            "two objects of one name",
            Blocks.simulate(Blocks.scene(Blocks.BALL, Blocks.BALL)),
            "experiment.simulate.scene: object name 'ball' is taken; ground, hand and arm are names as"
                + " well"),
        Arguments.of(
            "nothing that moves",
            Blocks.simulate(Blocks.scene()),
            "experiment.simulate.scene: nothing in the scene can move; add an object or a hand"),
        Arguments.of(
            "no contact numbers",
            Blocks.simulate(Blocks.without(Blocks.scene(Blocks.BALL), "contact")),
            "experiment.simulate.scene.contact: required key is missing; expected a block"),
        Arguments.of(
            "neither scene nor model",
            Map.of("duration-s", 1.0),
            "experiment.simulate.simulate: simulate needs either a scene block or model = FILE"),
        Arguments.of(
            "scene and model",
            Blocks.with(ball(), "model", "a.xml"),
            "experiment.simulate.simulate: simulate needs either a scene block or model = FILE, not"
                + " both"),
        Arguments.of(
            "close without a hand",
            moving(Map.of("type", "close", "close", Map.of("time-s", 1.0, "fraction", 0.5))),
            "experiment.simulate.simulate: motion close needs a hand; add scene.hand or scene.arm,"
                + " or use motion.type = hold"),
        Arguments.of(
            "hand and arm",
            Blocks.simulate(
                Blocks.with(Blocks.scene(Blocks.BALL), "hand", Blocks.HAND, "arm", Map.of())),
            "experiment.simulate.scene: the scene places a hand and an arm; keep one: the hand on an"
                + " arm is the arm's tool, as in arm { tool = hand }"),
        Arguments.of(
            "close without its block",
            moving(Map.of("type", "close")),
            "experiment.simulate.motion: motion close needs a block close"),
        Arguments.of(
            "unknown motion",
            moving(Map.of("type", "wave")),
            "experiment.simulate.motion.type: is \"wave\", but must be one of hold, close, sine,"
                + " log"),
        Arguments.of(
            "log of a model",
            Map.of(
                "duration-s",
                1.0,
                "model",
                "a.xml",
                "motion",
                Map.of("type", "log", "log", Map.of("file", "joints.csv"))),
            "experiment.simulate.simulate: motion log drives a hand of a scene; a model takes hold"
                + " or sine"));
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("wrong")
  void isRefused(String what, Map<String, Object> block, String problem) {
    assertThat(Blocks.problems(block)).as(what).contains(problem);
  }

  @Test
  void blocksOfOtherMotionsMayStay() {
    Map<String, Object> motion =
        Map.of(
            "type",
            "hold",
            "sine",
            Map.of("amplitude-rad", 0.1, "frequency-hz", 1.0),
            "close",
            Map.of("time-s", 1.0, "fraction", 0.5));
    assertThat(Blocks.problems(moving(motion))).isEmpty();
  }

  @Test
  void aHandAloneIsAScene() {
    Map<String, Object> scene = Map.of("contact", Blocks.CONTACT, "hand", Blocks.HAND);
    assertThat(Blocks.problems(Blocks.simulate(scene))).isEqualTo(List.of());
  }
}
