package org.dextwin.integration;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.dextwin.testkit.Availability;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

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
}
