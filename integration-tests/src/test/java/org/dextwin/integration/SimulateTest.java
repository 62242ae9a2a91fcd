package org.dextwin.integration;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.dextwin.testkit.Availability;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The experiment simulate and its examples, from the command line. */
class SimulateTest {

  private static final Path EXAMPLES = Dextwin.ROOT.resolve("examples/mujoco");
  private static final Path HAND = EXAMPLES.resolve("hand-with-object.conf");
  private static final Path OWN_MODEL = EXAMPLES.resolve("own-model.conf");

  @TempDir private Path temp;

  /** Runs a configuration; an engine that this machine lacks skips the test. */
  private JsonNode run(String... words) throws IOException {
    String[] command = new String[words.length + 3];
    command[0] = "run";
    System.arraycopy(words, 0, command, 1, words.length);
    command[words.length + 1] = "--out";
    command[words.length + 2] = "out";
    Dextwin.Outcome outcome = Dextwin.in(temp).run(command);
    if (outcome.exitCode() == 3) {
      throw Availability.missing(outcome.err());
    }
    outcome.exits(0);
    return Dextwin.result(temp.resolve("out"));
  }

  private static JsonNode item(JsonNode result, String key, String name) {
    for (JsonNode item : result.at("/items")) {
      if (item.at("/" + key).asText().equals(name)) {
        return item;
      }
    }
    throw new AssertionError("no " + key + " '" + name + "' in " + result);
  }

  @ParameterizedTest
  @ValueSource(strings = {"semi-implicit", "mujoco"})
  void theHandHoldsTheBox(String engine) throws IOException {
    JsonNode result = run(HAND.toString(), "--set", "simulator.type=" + engine);
    assertThat(result.at("/status").asText()).isEqualTo("done");
    JsonNode box = item(result, "object", "box");
    assertThat(box.at("/final_height_m").asDouble())
        .as(
            "height of the box: it lies on palm and fingers, or the fingers have lifted it a little")
        .isBetween(0.235, 0.26);
    assertThat(box.at("/final_speed_m_s").asDouble()).as("speed").isLessThan(0.02);
    assertThat(box.at("/touches").asText()).isEqualTo("hand");
    assertThat(box.at("/touches_links").asText()).contains("hand/middle-", "hand/thumb-");
    assertThat(box.at("/final_contact_force_n").asDouble())
        .as("what holds it, its weight of 1 N and a grip")
        .isBetween(1.5, 60.0);
    assertThat(result.at("/metrics/penetration_max_m").asDouble()).isBetween(1e-6, 3e-3);
    assertThat(result.at("/metrics/joint_speed_max_rad_s").asDouble())
        .as("joint speed, of motors that reach 9.5 rad/s")
        .isBetween(0.5, 9.5);
    assertThat(result.at("/metrics/steps_per_second").asDouble()).isPositive();
    JsonNode flexed = item(result, "joint", "hand/middle-distal-joint");
    assertThat(flexed.at("/final").asDouble())
        .as("a fingertip that nothing hinders")
        .isBetween(
            flexed.at("/final_target").asDouble() - 0.2,
            flexed.at("/final_target").asDouble() + 0.1);
    assertThat(temp.resolve("out/report.html"))
        .content()
        .contains("Height", "Sum of the normal forces", "hand/thumb-distal-joint", "<svg");
  }

  @Test
  void aModelFileIsRun() throws IOException {
    Path model = EXAMPLES.resolve("models/pendulum-and-ball.xml");
    JsonNode result = run(OWN_MODEL.toString(), "--set", "model=" + model);
    JsonNode ball = item(result, "object", "ball");
    assertThat(ball.at("/start_height_m").asDouble()).isEqualTo(0.2);
    assertThat(ball.at("/final_height_m").asDouble()).as("it lies").isBetween(0.028, 0.031);
    assertThat(result.at("/metrics/simulated_s").asDouble()).isEqualTo(2);
    JsonNode hinge = item(result, "joint", "pendulum/hinge");
    assertThat(hinge.at("/final").asDouble()).as("it hangs").isBetween(-1e-6, 1e-6);
  }

  @Test
  void aModelFileIsDrivenByName() throws IOException {
    Path model = EXAMPLES.resolve("models/pendulum-and-ball.xml");
    JsonNode result =
        run(
            OWN_MODEL.toString(),
            "--set",
            "model=" + model,
            "--set",
            "experiment.simulate.motion.type=sine");
    assertThat(item(result, "joint", "pendulum/hinge").at("/highest").asDouble())
        .as("swing of a target that swings by 0.3 rad, against the pendulum's weight")
        .isBetween(0.1, 0.3);
  }

  @Test
  void anEngineWithoutModelFilesNamesOneThatHasThem() {
    Path model = EXAMPLES.resolve("models/pendulum-and-ball.xml");
    Dextwin.Outcome outcome =
        Dextwin.in(temp)
            .run(
                "run",
                OWN_MODEL.toString(),
                "--set",
                "model=" + model,
                "--set",
                "simulator.type=semi-implicit",
                "--set",
                "simulator.semi-implicit.integrator.type=rk4",
                "--out",
                "out")
            .exits(2);
    assertThat(outcome.err())
        .contains("pendulum-and-ball.xml", "MODEL_FILES", "--set simulator.type=mujoco");
  }

  @Test
  void aMissingModelIsNamed() {
    Dextwin.Outcome outcome =
        Dextwin.in(temp)
            .run("validate", OWN_MODEL.toString(), "--set", "model=no-such.xml")
            .exits(2);
    assertThat(outcome.err()).contains("no-such.xml", "--set model=no-such.xml");
  }

  @Test
  void problemsOfASceneAreReportedTogether() throws IOException {
    Path config = temp.resolve("wrong.conf");
    Files.writeString(
        config,
        """
        experiment { type = simulate
          simulate {
            duration-s = 1
            scene {
              contact { friction = 0.5, stiffness-n-per-m = 1000, damping-n-s-per-m = 1 }
              objects = [
                { name = a, shape = cone, mass-kg = 0.1, position-m = [0, 0, 0] }
                { name = b, shape = sphere, radius-m = 0.1, mass-kg = -1, position-m = [0, 0, 0] }
              ]
              hand { position-m = [0, 0] }
            }
          }
        }
        simulator { type = semi-implicit, time-step-s = 0.001
          semi-implicit { integrator { type = rk4 } } }
        """);
    String errors = Dextwin.in(temp).run("validate", "wrong.conf").exits(2).err();
    assertThat(errors)
        .contains(
            "wrong.conf:7: ",
            "is \"cone\", but must be one of box, sphere, cylinder, capsule, mesh",
            "wrong.conf:8: ",
            "is -1, but must be greater than 0",
            "wrong.conf:10: ",
            "has 2 numbers, but must have 3: [x, y, z]");
    assertThat(errors).as("the hand that the scene places is configured nowhere").contains("hand");
  }
}
