package org.dextwin.integration;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.dextwin.testkit.Availability;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Robots of which there is only a URDF file, with what such files usually lack. */
class OwnRobotTest {

  private static final Path ROBOTS =
      Dextwin.ROOT.resolve("plugins/robot-urdf/src/test/resources/org/dextwin/robot/urdf");

  @TempDir private Path temp;

  @ParameterizedTest
  @CsvSource({
    "five-fingers, semi-implicit, 12",
    "five-fingers, mujoco, 12",
    "three-fingers, semi-implicit, 8",
    "three-fingers, mujoco, 8"
  })
  void aFileAloneIsAHandInEveryEngine(String robot, String engine, int joints) throws IOException {
    Dextwin.Outcome outcome =
        Dextwin.in(temp)
            .run(
                "run",
                Dextwin.ROOT.resolve("examples/hands/any-hand.conf").toString(),
                "--set",
                "hand.type=urdf",
                "--set",
                "hand.urdf.model=" + ROBOTS.resolve(robot + ".urdf"),
                "--set",
                "simulator.type=" + engine,
                "--set",
                "experiment.simulate.duration-s=0.2",
                "--out",
                "out");
    if (outcome.exitCode() == 3) {
      throw Availability.missing(outcome.err());
    }
    outcome.exits(0);
    assertThat(outcome.err()).contains(robot + ".urdf:", "a collision mesh is not there");
    JsonNode items = Dextwin.result(temp.resolve("out")).at("/items");
    List<JsonNode> moved = items.findParents("joint");
    assertThat(moved).as("joints of arm and hand").hasSize(7 + joints);
    assertThat(moved).allMatch(joint -> Double.isFinite(joint.at("/final").asDouble(Double.NaN)));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"five-fingers", "three-fingers", "tripod", "six-axis", "frames-arm", "mobile-arm"})
  void aFileIsConvertedThereAndBack(String robot) {
    Path file = ROBOTS.resolve(robot + ".urdf");
    Dextwin.in(temp).run("convert", file.toString(), "there.xml").exits(0);
    Dextwin.in(temp).run("convert", "there.xml", "back.urdf").exits(0);
    assertThat(temp.resolve("back.urdf")).content().contains("<robot", "<limit");
  }
}
