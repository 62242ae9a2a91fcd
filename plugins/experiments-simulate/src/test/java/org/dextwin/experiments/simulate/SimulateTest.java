package org.dextwin.experiments.simulate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import org.dextwin.api.experiment.Item;
import org.dextwin.api.experiment.Plot;
import org.dextwin.api.math.Vec3;
import org.dextwin.api.model.Scene;
import org.dextwin.api.robot.Hand;
import org.dextwin.api.robot.JointLog;
import org.dextwin.api.sim.Simulator;
import org.dextwin.api.spi.ComponentRef;
import org.dextwin.api.spi.InvalidInputException;
import org.dextwin.mechanics.log.JointColumns;
import org.dextwin.mechanics.log.JointLogWriter;
import org.dextwin.testkit.experiment.TestExperimentContext;
import org.dextwin.testkit.robot.OneJointHand;
import org.dextwin.testkit.sim.FakeSimulator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What happens in the world is what the report says. */
class SimulateTest {

  private static final double STEP = 0.002;
  private static final double G = Scene.EARTH_GRAVITY.norm();

  @TempDir private Path temp;

  private TestExperimentContext run(Map<String, Object> block) {
    return run(block, new FakeSimulator(STEP));
  }

  private TestExperimentContext run(Map<String, Object> block, Simulator simulator) {
    TestExperimentContext context = new TestExperimentContext(temp);
    Blocks.make(block, simulator).run(context);
    return context;
  }

  private static Item item(TestExperimentContext context, String key, String name) {
    return context.items().stream()
        .filter(item -> name.equals(item.values().get(key)))
        .findFirst()
        .orElseThrow();
  }

  private static double number(Item item, String name) {
    return item.number(name).orElseThrow();
  }

  private static Map<String, Object> falling() {
    Map<String, Object> ball =
        Blocks.with(
            Blocks.BALL,
            "position-m",
            List.of(0.0, 0.0, 5.0),
            "velocity-m-per-s",
            List.of(0.3, 0.0, 0.4));
    return Blocks.simulate(Blocks.scene(ball));
  }

  @Test
  void aFallingBallFalls() {
    TestExperimentContext context = run(falling());
    double time = 0.5;
    // semi-implicit Euler: the sum of the speeds after every step
    double height = 5 + 0.4 * time - G * time * (time + STEP) / 2;
    Item ball = item(context, "object", "ball");
    assertThat(number(ball, "final_height_m")).isCloseTo(height, within(1e-9));
    assertThat(number(ball, "final_speed_m_s"))
        .isCloseTo(Math.hypot(0.3, 0.4 - G * time), within(1e-9));
    assertThat(context.metric("ball_final_height_m")).isEqualTo(number(ball, "final_height_m"));
    assertThat(context.metric("steps")).isEqualTo(250);
    assertThat(context.metric("contacts_max")).isZero();
    assertThat(context.metric("penetration_max_m")).isZero();
    assertThat(context.metric("objects_energy_start_j"))
        .isCloseTo(0.1 * (G * 5 + 0.25 / 2), within(1e-9));
    assertThat(context.metric("objects_energy_final_j"))
        .as("energy is kept, up to the first order of the engine")
        .isCloseTo(context.metric("objects_energy_start_j"), within(0.1 * G * G * time * STEP));
  }

  @Test
  void aRestingBallIsCarried() {
    TestExperimentContext context =
        run(Blocks.simulate(Blocks.scene(Blocks.BALL), "duration-s", 3.0));
    Item ball = item(context, "object", "ball");
    assertThat(number(ball, "final_contact_force_n")).isCloseTo(0.1 * G, within(1e-6));
    assertThat(number(ball, "final_height_m")).isCloseTo(0.03 - 0.1 * G / 2000, within(1e-6));
    assertThat(ball.text("touches")).isEqualTo("ground");
    assertThat(context.metric("contacts_max")).isEqualTo(1);
    assertThat(context.metric("penetration_max_m")).isGreaterThan(0.1 * G / 2000);
  }

  @Test
  void theRecordRateChangesWhatIsSeenAlone() {
    TestExperimentContext fine = run(Blocks.with(falling(), "record-rate-hz", 500.0));
    TestExperimentContext coarse = run(Blocks.with(falling(), "record-rate-hz", 7.0));
    assertThat(fine.series("motion")).hasSize(251);
    assertThat(coarse.series("motion")).as("0, 71, 142, 213 and 250 steps").hasSize(5);
    for (String name : List.of("final_height_m", "displacement_m", "final_speed_m_s")) {
      assertThat(number(coarse.items().get(0), name))
          .as(name)
          .isEqualTo(number(fine.items().get(0), name));
    }
    assertThat(fine.series("motion").get(250).number("time_s")).isEqualTo(OptionalDouble.of(0.5));
  }

  private static Map<String, Object> hand(Map<String, Object> motion) {
    Map<String, Object> scene =
        Map.of(
            "contact",
            Blocks.CONTACT,
            "hand",
            Blocks.with(Blocks.HAND, "joints-rad", Map.of(OneJointHand.JOINT, 0.3)));
    return Blocks.simulate(scene, "duration-s", 2.0, "motion", motion);
  }

  @Test
  void aHandCloses() {
    TestExperimentContext context =
        run(hand(Map.of("type", "close", "close", Map.of("time-s", 0.5, "fraction", 0.5))));
    Item joint = item(context, "joint", "hand/knuckle");
    double target = (OneJointHand.LOWER + OneJointHand.UPPER) / 2;
    assertThat(number(joint, "start")).isEqualTo(0.3);
    assertThat(number(joint, "final_target")).isCloseTo(target, within(1e-12));
    // kp (target - q) = - m g l sin q
    double q = number(joint, "final");
    assertThat(0.5 * (q - target)).isCloseTo(0.05 * G * 0.03 * Math.sin(q), within(1e-6));
    assertThat(number(joint, "final_error")).isCloseTo(q - target, within(1e-12));
    // a minimum-jerk path is fastest half way: 15/8 of its mean speed
    double fastest = 15.0 / 8 * (target - 0.3) / 0.5;
    assertThat(number(joint, "speed_max")).isBetween(0.7 * fastest, 1.2 * fastest);
    assertThat(context.metric("joint_speed_max_rad_s")).isEqualTo(number(joint, "speed_max"));
    Plot plot =
        context.plots().stream()
            .filter(it -> it.name().equals("joints-1"))
            .findFirst()
            .orElseThrow();
    assertThat(plot.series())
        .extracting(Plot.Series::label)
        .containsExactly("hand/knuckle", "hand/knuckle target");
    double[] targets = plot.series().get(1).y();
    assertThat(targets).startsWith(0.3);
    assertThat(targets[targets.length - 1]).isCloseTo(target, within(1e-12));
  }

  @Test
  void aHandFollowsALog() {
    Path file = temp.resolve("joints.csv");
    double[] times = {1000, 1001, 1002};
    JointLog log =
        new JointLog(
            new OneJointHand().model().robot().motorOrder(),
            times,
            new double[] {0.5, 0.5, 0.9},
            new double[3],
            new double[3]);
    new JointLogWriter(JointColumns.DREX).write(file, log);
    Map<String, Object> scene = Map.of("contact", Blocks.CONTACT, "hand", Blocks.HAND);
    TestExperimentContext context =
        run(
            Blocks.simulate(
                scene,
                "duration-s",
                3.0,
                "motion",
                Map.of("type", "log", "log", Map.of("file", file))));
    Item joint = item(context, "joint", "hand/knuckle");
    assertThat(number(joint, "start")).as("where the log begins").isEqualTo(0.5);
    assertThat(number(joint, "final_target")).isEqualTo(0.9);
  }

  @Test
  void aMissingLogIsNamed() {
    Map<String, Object> block =
        hand(Map.of("type", "log", "log", Map.of("file", temp.resolve("no.csv"))));
    assertThatThrownBy(() -> run(block))
        .isInstanceOf(InvalidInputException.class)
        .hasMessageContaining("no.csv");
  }

  @Test
  void jointsThatDoNotExistAreNamed() {
    Map<String, Object> scene =
        Map.of(
            "contact",
            Blocks.CONTACT,
            "hand",
            Blocks.with(Blocks.HAND, "joints-rad", Map.of("elbow", 0.3)));
    assertThatThrownBy(() -> run(Blocks.simulate(scene)))
        .isInstanceOf(InvalidInputException.class)
        .hasMessage(
            "scene.hand.joints-rad names 'elbow', which is no joint of the hand; it has [knuckle]");
  }

  @Test
  void jointsBeyondTheirLimitsAreRefused() {
    Map<String, Object> scene =
        Map.of(
            "contact",
            Blocks.CONTACT,
            "hand",
            Blocks.with(Blocks.HAND, "joints-rad", Map.of("knuckle", 2.0)));
    assertThatThrownBy(() -> run(Blocks.simulate(scene)))
        .isInstanceOf(InvalidInputException.class)
        .hasMessage(
            "scene.hand.joints-rad puts 'knuckle' at 2.0 rad; its limits are 0.1 to 1.5 rad");
  }

  @Test
  void anEngineThatCannotSaysSo() {
    Map<String, Object> ball = Blocks.with(Blocks.BALL, "shape", "capsule", "length-m", 0.1);
    assertThatThrownBy(() -> run(Blocks.simulate(Blocks.scene(ball))))
        .isInstanceOf(InvalidInputException.class)
        .hasMessageStartingWith("the engine cannot represent the scene: body 'ball' has a Capsule");
  }

  @Test
  void anEngineThatLosesTheSceneSaysWhatToDo() {
    // the first touch throws a light ball out of the range of numbers
    Map<String, Object> light = Blocks.with(Blocks.BALL, "mass-kg", 1e-6);
    Map<String, Object> stiff =
        Map.of("friction", 0.5, "stiffness-n-per-m", 1e308, "damping-n-s-per-m", 0.0);
    assertThatThrownBy(
            () -> run(Blocks.simulate(Blocks.with(Blocks.scene(light), "contact", stiff))))
        .isInstanceOf(InvalidInputException.class)
        .hasMessageStartingWith("the engine lost scene: ")
        .hasMessageEndingWith(
            "; give the engine a smaller time-step-s, or the contacts less stiffness-n-per-m");
  }

  @Test
  void aModelFileIsRunByName() throws IOException {
    Path file = Files.writeString(temp.resolve("lab.xml"), "<model/>");
    SceneConfig scene =
        new SceneConfig(
            new SceneConfig.Contact(0.5, 2000, 5),
            Optional.of(new SceneConfig.Ground(0, Optional.empty())),
            List.of(),
            Optional.of(
                new SceneConfig.HandPlacement(
                    new ComponentRef<>(Hand.class, "hand"),
                    Vec3.Z,
                    Vec3.ZERO,
                    Map.of(),
                    Optional.empty())),
            Optional.empty());
    Scene content =
        new SceneBuilder(scene, List.of())
            .build(Optional.of(new OneJointHand().model().robot()), Map.of("knuckle", 0.1));
    Map<String, Object> block =
        Map.of(
            "duration-s",
            1.0,
            "model",
            file,
            "motion",
            Map.of(
                "type",
                "sine",
                "sine",
                Map.of("amplitude-rad", 0.2, "frequency-hz", 1.25, "joints", List.of("servo"))));
    TestExperimentContext context = run(block, new ModelFileFake(() -> content));
    assertThat(number(item(context, "joint", "hand/knuckle"), "highest")).isBetween(0.1, 0.3);
    assertThat(context.metrics()).doesNotContainKey("objects_energy_start_j");
    assertThat(context.works()).extracting(it -> it.what()).containsExactly("simulating lab.xml");
  }

  @Test
  void modelFilesNeedAnEngineThatOpensThem() {
    Path file = temp.resolve("lab.xml");
    Map<String, Object> block = Map.of("duration-s", 1.0, "model", file);
    assertThatThrownBy(() -> run(block))
        .isInstanceOf(InvalidInputException.class)
        .hasMessage(
            "model = "
                + file
                + " needs an engine that opens model files (feature MODEL_FILES), such as mujoco;"
                + " the one at 'simulator' has "
                + new FakeSimulator(STEP).features()
                + ". Add --set simulator.type=mujoco");
  }

  @Test
  void modelFilesThatTheEngineCannotRepresentAreNamed() throws IOException {
    Path file = Files.writeString(temp.resolve("lab.xml"), "<model/>");
    assertThatThrownBy(
            () ->
                run(
                    Map.of("duration-s", 1.0, "model", file),
                    ModelFileFake.refusing("body 'soft' is a cloth")))
        .isInstanceOf(InvalidInputException.class)
        .hasMessage("the engine cannot represent " + file + ": body 'soft' is a cloth");
  }
}
