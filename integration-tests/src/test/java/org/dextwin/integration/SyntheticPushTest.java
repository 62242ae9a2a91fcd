package org.dextwin.integration;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Synthetic pushes of the example, a few of them, fitted from three starts. */
class SyntheticPushTest {

  private static final int RUNS = 2;

  /** The promised largest error with the friction known [%]. */
  private static final double LARGEST_PCT = 15;

  @TempDir private static Path temp;
  private static JsonNode usual;
  private static JsonNode light;
  private static JsonNode heavy;

  @BeforeAll
  static void runExample() throws IOException {
    usual = run("usual", 1);
    light = run("light", 0.3);
    heavy = run("heavy", 3);
  }

  private static JsonNode run(String name, double startFactor) throws IOException {
    Path config = Dextwin.EXAMPLES.resolve("synthetic-accuracy.conf");
    String block = "experiment.identify-mass.synthetic.";
    Dextwin.in(temp)
        .run(
            "run",
            config.toString(),
            "--set",
            block + "runs=" + RUNS,
            "--set",
            block + "start-factor=" + startFactor,
            "--out",
            name)
        .exits(0);
    return Dextwin.result(temp.resolve(name));
  }

  @Test
  void massesAreFound() {
    assertThat(usual.at("/items")).hasSize(RUNS);
    for (JsonNode item : usual.at("/items")) {
      assertThat(item.at("/gap_unknown_error_pct").asDouble())
          .as("%s", item)
          .isLessThanOrEqualTo(LARGEST_PCT);
      assertThat(item.at("/friction_fitted_correlation").asDouble())
          .as("a heavier object on a smoother table: %s", item)
          .isBetween(-1.0, 0.0);
      assertThat(item.at("/gap_unknown_gradient").asText()).isEqualTo("engine");
    }
  }

  @Test
  void metricsHaveTheirNames() {
    for (String metric :
        List.of(
            "gap_unknown_median_error_pct",
            "gap_unknown_max_error_pct",
            "friction_fitted_median_error_pct",
            "interval_coverage",
            "interval_median_halfwidth_pct")) {
      assertThat(usual.at("/metrics/" + metric).isNumber()).as(metric).isTrue();
    }
  }

  @Test
  void theStartDoesNotMatter() {
    for (int run = 0; run < RUNS; run++) {
      double mass = usual.at("/items/" + run + "/gap_unknown_kg").asDouble();
      for (JsonNode other : List.of(light, heavy)) {
        assertThat(other.at("/items/" + run + "/gap_unknown_kg").asDouble() / mass)
            .as("push %d from another start", run)
            .isCloseTo(1, within(0.01));
      }
    }
  }
}
