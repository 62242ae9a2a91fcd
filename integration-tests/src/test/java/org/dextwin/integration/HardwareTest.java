package org.dextwin.integration;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * The examples of real devices on the devices' twins, from the command line. They run in real time
 * on machines that may be busy with other tests, so nothing is asserted that depends on how often
 * the machine looked.
 */
class HardwareTest {

  private static final Path EXAMPLES = Dextwin.ROOT.resolve("examples/hardware");
  private static final String FINGERTIPS =
      "experiment.teleoperate.stream=" + EXAMPLES.resolve("fingertips.csv");

  @TempDir private Path temp;

  /**
   * For a machine that may leave a program alone for seconds; twins have patience by themselves.
   */
  static List<String> patient(String experiment) {
    return List.of("--set", "experiment." + experiment + ".loop.tolerated-misses=100");
  }

  private JsonNode run(String config, String experiment, String... settings) throws IOException {
    List<String> words =
        new ArrayList<>(List.of("run", EXAMPLES.resolve(config).toString(), "--out", "out"));
    for (String setting : settings) {
      words.addAll(List.of("--set", setting));
    }
    words.addAll(patient(experiment));
    Dextwin.Outcome outcome = Dextwin.in(temp).run(words.toArray(String[]::new)).exits(0);
    assertThat(outcome.err()).as("what was said").doesNotContain("stopped:");
    JsonNode result = Dextwin.result(temp.resolve("out"));
    assertThat(result.at("/status").asText()).isEqualTo("done");
    assertThat(temp.resolve("out/episode.dxlog")).isNotEmptyFile();
    assertThat(temp.resolve("out/report.html")).isNotEmptyFile();
    JsonNode metrics = result.at("/metrics");
    assertThat(metrics.at("/steps_real_time").asInt()).as("steps").isGreaterThan(5);
    assertThat(metrics.at("/joint_error_rms_real_time_rad").asDouble())
        .as("mean distance of the joints from their targets [rad]")
        .isBetween(1e-5, 0.2);
    return metrics;
  }

  @ParameterizedTest
  @CsvSource({"leap, 16", "allegro, 16", "franka, 7"})
  void theFirstMotionOfEveryDevice(String robot, int joints) throws IOException {
    JsonNode metrics = run("hello-" + robot + ".conf", "hello-device");
    assertThat(metrics.at("/joints").asInt()).isEqualTo(joints);
  }

  @ParameterizedTest
  @ValueSource(strings = {"leap", "allegro"})
  void aRecordedLogIsReplayedOnTheHandOfTheKey(String hand) throws IOException {
    JsonNode metrics = run("replay.conf", "replay", "hand.type=" + hand);
    assertThat(metrics.at("/duration_s").asDouble()).isGreaterThan(2);
  }

  @ParameterizedTest
  @ValueSource(strings = {"leap", "allegro"})
  void theHandOfTheKeyFollowsAnOperatorsJoints(String hand) throws IOException {
    JsonNode metrics = run("teleoperate.conf", "teleoperate", "hand.type=" + hand);
    assertThat(metrics.at("/slowed_commands_real_time").asInt())
        .as("commands that the glitch of the tracker made too fast")
        .isPositive();
  }

  @ParameterizedTest
  @ValueSource(strings = {"leap", "allegro"})
  void theHandOfTheKeyFollowsAnOperatorsFingertips(String hand) throws IOException {
    JsonNode metrics = run("teleoperate.conf", "teleoperate", "hand.type=" + hand, FINGERTIPS);
    assertThat(metrics.at("/unreached_commands_real_time").asInt()).isZero();
  }

  @Test
  void theArmReachesForAPoseRoundABox() throws IOException {
    JsonNode metrics = run("reach.conf", "reach");
    assertThat(metrics.at("/distance_from_goal_real_time_m").asDouble()).isLessThan(0.01);
    assertThat(metrics.at("/angle_from_goal_real_time_rad").asDouble()).isLessThan(0.03);
    assertThat(metrics.at("/planned_duration_s").asDouble()).isBetween(0.2, 10.0);
  }

  @Test
  void aPoseOutOfReachIsSaidBeforeTheArmMoves() {
    Dextwin.Outcome outcome =
        Dextwin.in(temp)
            .run(
                "run",
                EXAMPLES.resolve("reach.conf").toString(),
                "--set",
                "experiment.reach.position-m=[2, 0, 0.5]",
                "--out",
                "out")
            .exits(2);
    assertThat(outcome.err())
        .contains("the arm cannot reach", "link 'flange'", "position-m")
        .doesNotContain("Exception");
  }

  /** A pedal that nobody holds: the run has to say what happened and what to do. */
  @Test
  void aFaultEndsTheRunWithItsRemedy() {
    Dextwin.Outcome outcome =
        Dextwin.in(temp)
            .run(
                "run",
                EXAMPLES.resolve("hello-allegro.conf").toString(),
                "--set",
                "hand.allegro.driver.safety.dead-man.file=pedal",
                "--out",
                "out")
            .exits(1);
    assertThat(outcome.err())
        .contains("dextwin: the dead man's switch is not held")
        .contains("remedy: hold it")
        .doesNotContain("Exception");
  }

  @Test
  void aPortThatIsNotThereIsNamed() {
    Dextwin.Outcome outcome =
        Dextwin.in(temp)
            .run(
                "run",
                EXAMPLES.resolve("hello-leap.conf").toString(),
                "--set",
                "hand.leap.driver.type=dynamixel",
                "--set",
                "hand.leap.driver.dynamixel.port=ttyNONE",
                "--out",
                "out")
            .exits(3);
    assertThat(outcome.err()).contains("there is no port").contains("remedy: plug in");
  }
}
