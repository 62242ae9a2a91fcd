package org.dextwin.integration;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.dextwin.testkit.Availability;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Masses of pushes that happen in MuJoCo, identified in the differentiable engine: one of each
 * shape, of one finger, fitted half as finely as in the example.
 */
class IdentifyMassCrossEngineTest {

  private static final Path EXAMPLE =
      Dextwin.ROOT.resolve("examples/mujoco/identify-mass-recorded-forces.conf");

  private static final int RUNS = 3;

  /** The promised largest error with the friction known [%]. */
  private static final double LARGEST_PCT = 15;

  @TempDir private static Path temp;
  private static JsonNode result;

  @BeforeAll
  static void runExample() throws IOException {
    String synthetic = "experiment.identify-mass.synthetic.";
    List<String> words = new ArrayList<>(List.of("run", EXAMPLE.toString(), "--out", "out"));
    for (String setting :
        List.of(
            "engines.fit.time-step-s=0.0002",
            "engines.fit.semi-implicit.slip-speed-m-s=0.004",
            synthetic + "runs=" + RUNS,
            synthetic + "fingers=[1, 1]")) {
      words.addAll(List.of("--set", setting));
    }
    Dextwin.Outcome outcome = Dextwin.in(temp).optimising().run(words.toArray(String[]::new));
    if (outcome.exitCode() == 3) {
      throw Availability.missing(outcome.err());
    }
    outcome.exits(0);
    result = Dextwin.result(temp.resolve("out"));
  }

  @Test
  void theDifferentiableEngineFindsTheMassesOfMujoco() {
    assertThat(result.at("/items")).hasSize(RUNS);
    for (JsonNode item : result.at("/items")) {
      assertThat(item.at("/gap_unknown_error_pct").asDouble())
          .as("%s", item)
          .isLessThanOrEqualTo(LARGEST_PCT);
      assertThat(item.at("/gap_unknown_gradient").asText()).isEqualTo("engine");
    }
  }

  @Test
  void recordedContactForcesDriveTheObjectToItsMass() {
    for (JsonNode item : result.at("/items")) {
      assertThat(item.at("/recorded_forces_contacts").asInt()).as("%s", item).isPositive();
      assertThat(item.at("/recorded_forces_gradient").asText()).isEqualTo("engine");
    }
    assertThat(result.at("/metrics/recorded_forces_median_error_pct").asDouble())
        .isLessThanOrEqualTo(LARGEST_PCT);
  }

  @Test
  void metricsHaveTheirNames() {
    for (String metric :
        List.of(
            "median_error_pct",
            "max_error_pct",
            "interval_coverage",
            "gap_unknown_interval_coverage",
            "friction_fitted_median_error_pct",
            "recorded_forces_max_error_pct")) {
      assertThat(result.at("/metrics/" + metric).isNumber()).as(metric).isTrue();
    }
  }
}
