package org.dextwin.integration;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Synthetic pushes of the example, a few of them with one finger: what they tell, and what their
 * result must not depend on.
 */
class SyntheticPushTest {

  private static final int RUNS = 2;

  /** The promised largest error with the friction known [%]. */
  private static final double LARGEST_PCT = 15;

  /** Promised agreement of starts, and of three times the iterations. */
  private static final double SAME = 0.01;

  @TempDir private static Path temp;
  private static JsonNode usual;

  @BeforeAll
  static void runExample() throws IOException {
    usual = run("usual", RUNS, "guards=1");
  }

  /**
   * Runs the example with a fit engine that is a quarter as fine, as the search is, which saves
   * most of the time.
   */
  private static JsonNode run(String name, int runs, String... settings) throws IOException {
    Path config = Dextwin.EXAMPLES.resolve("synthetic-accuracy.conf");
    String block = "experiment.identify-mass.synthetic.";
    List<String> arguments = new ArrayList<>(List.of("run", config.toString(), "--out", name));
    Stream.concat(
            Stream.of(
                "engines.fit.time-step-s=0.0004",
                "engines.fit.semi-implicit.slip-speed-m-s=0.006",
                block + "runs=" + runs,
                block + "fingers=[1, 1]"),
            Stream.of(settings).map(block::concat))
        .forEach(setting -> arguments.addAll(List.of("--set", setting)));
    Dextwin.in(temp).optimising().run(arguments.toArray(new String[0])).exits(0);
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
      assertThat(item.at("/gap_unknown_ended_by").asText()).isIn("gradient", "step");
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
  void logsThatDoNotTellTheMassAreRefused() {
    JsonNode guarded = usual.at("/items/0");
    assertThat(guarded.at("/contact_removed_identified").asBoolean(true))
        .as("torques without contact: %s", guarded)
        .isFalse();
    assertThat(guarded.at("/motion_swapped_identified").asBoolean(true))
        .as("the motion of another object: %s", guarded)
        .isFalse();
  }

  @Test
  void theSearchDoesNotMatter() throws IOException {
    for (double start : new double[] {0.3, 3}) {
      String name = "from " + start + " times the mass";
      JsonNode other = run(name, 1, "start-factor=" + start, "patience=3");
      assertThat(difference(other, usual, "gap_unknown"))
          .as("searched %s with three times the iterations", name)
          .isCloseTo(0, within(SAME));
      // with the friction unknown, the loss is flat and folded along heavier and smoother
      assertThat(difference(other, usual, "friction_fitted"))
          .as("searched %s with three times the iterations", name)
          .isCloseTo(0, within(0.5 * sigma(usual, "friction_fitted")));
    }
  }

  private static double difference(JsonNode a, JsonNode b, String fit) {
    String mass = "/items/0/" + fit + "_kg";
    return Math.log(a.at(mass).asDouble() / b.at(mass).asDouble());
  }

  private static double sigma(JsonNode result, String fit) {
    return result.at("/items/0/" + fit + "_curvature_pct").asDouble() / 100;
  }

  @Test
  void otherNoiseMovesTheMassWithinItsInterval() throws IOException {
    JsonNode other = run("other noise", 1, "noise-replica=1");
    double difference = difference(other, usual, "gap_unknown");
    assertThat(difference).isNotZero();
    // a difference of two, at three standard deviations
    assertThat(Math.abs(difference)).isLessThan(3 * 1.42 * sigma(usual, "gap_unknown"));
  }

  @Test
  void theNumberOfThreadsDoesNotMatter() throws IOException {
    // one push, one thread; above, two of each
    JsonNode alone = run("alone", 1);
    for (String key : List.of("gap_unknown_kg", "friction_fitted_kg", "friction_fitted_low_kg")) {
      assertThat(alone.at("/items/0/" + key)).as(key).isEqualTo(usual.at("/items/0/" + key));
    }
  }
}
