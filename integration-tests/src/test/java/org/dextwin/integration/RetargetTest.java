package org.dextwin.integration;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The example of human hands, on every robot hand. */
class RetargetTest {

  private static final Path CONFIG = Dextwin.EXAMPLES.resolve("retarget.conf");
  private static final Path URDF =
      Dextwin.ROOT.resolve(
          "plugins/robot-urdf/src/test/resources/org/dextwin/robot/urdf/tripod.urdf");

  @TempDir private Path temp;

  @ParameterizedTest
  // three fingers in a triangle come near to a human pinch, and no nearer
  @CsvSource({"allegro, 16, 0.005", "leap, 16, 0.005", "urdf, 9, 0.03"})
  void humanHandsBecomeTrajectories(String hand, int joints, double error) throws IOException {
    Dextwin.in(temp)
        .run(
            "run",
            CONFIG.toString(),
            "--set",
            "hand.type=" + hand,
            "--set",
            "hand.urdf.model=" + URDF,
            "--set",
            "experiment.retarget.filter-check.copies=24",
            "--out",
            "out")
        .exits(0);
    JsonNode result = Dextwin.result(temp.resolve("out"));
    assertThat(result.at("/metrics/tip_error_median_m").asDouble()).isBetween(0.0, error);
    assertThat(result.at("/items")).hasSize(3);
    JsonNode lost = result.at("/items/2");
    assertThat(lost.at("/verdict").asText()).isEqualTo("rejected");
    assertThat(lost.at("/reason").asText()).contains("out of sight");
    for (JsonNode item : result.at("/items")) {
      List<String> lines =
          Files.readAllLines(temp.resolve("out").resolve(item.at("/trajectory").asText()));
      assertThat(lines).hasSize(75 + 2);
      assertThat(lines.get(1).split(",", -1)).hasSize(1 + joints + 14);
    }
    if (!hand.equals("urdf")) {
      assertThat(result.at("/metrics/kept").asInt()).isEqualTo(2);
      assertThat(result.at("/metrics/filter_precision").asDouble()).isGreaterThan(0.9);
      assertThat(result.at("/metrics/filter_recall").asDouble()).isGreaterThan(0.8);
    }
  }
}
