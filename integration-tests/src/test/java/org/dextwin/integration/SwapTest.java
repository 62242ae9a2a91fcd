package org.dextwin.integration;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.dextwin.testkit.Availability;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** One configuration for every hand, arm and engine: a swap is a change of keys. */
class SwapTest {

  private static final Path CONFIG = Dextwin.ROOT.resolve("examples/hands/any-hand.conf");
  private static final Path ROBOTS =
      Dextwin.ROOT.resolve("plugins/robot-urdf/src/test/resources/org/dextwin/robot/urdf");

  @TempDir private Path temp;

  @ParameterizedTest
  @CsvSource({
    "allegro, fer, semi-implicit, 16",
    "allegro, fr3, mujoco, 16",
    "leap, fr3, semi-implicit, 16",
    "leap, fer, mujoco, 16",
    "urdf, fer, semi-implicit, 9",
    "urdf, fr3, mujoco, 9"
  })
  void aHandOnAnArmFollowsItsTargets(String hand, String arm, String engine, int joints)
      throws IOException {
    Dextwin.Outcome outcome =
        Dextwin.in(temp)
            .run(
                "run",
                CONFIG.toString(),
                "--set",
                "hand.type=" + hand,
                "--set",
                "hand.urdf.model=" + ROBOTS.resolve("tripod.urdf"),
                "--set",
                "arm.franka.variant=" + arm,
                "--set",
                "simulator.type=" + engine,
                "--set",
                "experiment.simulate.duration-s=0.3",
                "--out",
                "out");
    if (outcome.exitCode() == 3) {
      throw Availability.missing(outcome.err());
    }
    outcome.exits(0);
    JsonNode items = Dextwin.result(temp.resolve("out")).at("/items");
    List<JsonNode> moved = items.findParents("joint");
    assertThat(moved).as("joints of arm and hand").hasSize(7 + joints);
    for (JsonNode joint : moved) {
      assertThat(joint.at("/highest").asDouble() - joint.at("/lowest").asDouble())
          .as("way of " + joint.at("/joint").asText())
          .isBetween(0.005, 0.3);
      assertThat(joint.at("/final").asDouble())
          .as(joint.at("/joint").asText() + ", which weak servos hold against its weight")
          .isCloseTo(joint.at("/final_target").asDouble(), within(0.15));
    }
  }

  /** The same file, on the emulation of the hand's bus instead of in a simulation. */
  @ParameterizedTest
  @ValueSource(strings = {"allegro", "leap"})
  void aHandOnItsTwinMovesThereAndBack(String hand) throws IOException {
    List<String> words = new ArrayList<>(List.of("run", CONFIG.toString(), "--out", "out"));
    words.addAll(List.of("--set", "hand.type=" + hand));
    words.addAll(List.of("--set", "experiment.type=hello-device"));
    words.addAll(HardwareTest.patient("hello-device"));
    Dextwin.in(temp).run(words.toArray(String[]::new)).exits(0);

    JsonNode metrics = Dextwin.result(temp.resolve("out")).at("/metrics");
    assertThat(metrics.at("/joints").asInt()).isEqualTo(16);
    assertThat(metrics.at("/joint_error_rms_real_time_rad").asDouble()).isBetween(1e-5, 0.1);
  }

  @Test
  void aLogBelongsToTheHandThatRecordedIt() {
    Dextwin.Outcome outcome =
        Dextwin.in(temp)
            .run(
                "run",
                Dextwin.EXAMPLES.resolve("identify-mass.conf").toString(),
                "--set",
                "hand.type=leap",
                "--set",
                "experiment.identify-mass.calibrated-force.objects=[]",
                "--out",
                "out");
    assertThat(outcome.exitCode()).as(outcome.err()).isEqualTo(2);
    assertThat(outcome.err())
        .contains("joints.csv: does not say in which order its joints are numbered")
        .contains("'leap-right' has several")
        .contains("# joint-order: motor");
  }
}
