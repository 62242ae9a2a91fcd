package org.dextwin.integration;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The DexNDM examples that compare learners run, in a size in which nothing is learnt well. */
class DexndmTest {

  private static final Path EXAMPLES = Dextwin.ROOT.resolve("examples/dexndm");

  @TempDir private Path temp;

  private JsonNode run(String example, String... settings) throws IOException {
    return run(EXAMPLES.resolve(example), settings);
  }

  private JsonNode run(Path config, String... settings) throws IOException {
    String[] words = new String[4 + 2 * settings.length];
    words[0] = "run";
    words[1] = config.toString();
    words[2] = "--out";
    words[3] = "out";
    for (int i = 0; i < settings.length; i++) {
      words[4 + 2 * i] = "--set";
      words[5 + 2 * i] = settings[i];
    }
    Dextwin.in(temp).optimising().run(words).exits(0);
    return Dextwin.result(temp.resolve("out"));
  }

  @Test
  void factorisationsAreComparedOnTheEngine() throws IOException {
    String free = "{ name = free, task = target-loads.free }";
    JsonNode result =
        run("sample-efficiency.conf", "experiment.sample-efficiency.distributions=[" + free + "]");
    assertThat(result.at("/items")).hasSize(3);
    for (JsonNode item : result.at("/items")) {
      assertThat(item.at("/distribution").asText()).isEqualTo("free");
      assertThat(item.at("/transitions").asInt()).isEqualTo(1000);
      assertThat(item.at("/in_domain_error").asDouble()).isBetween(1e-5, 0.1);
      assertThat(item.at("/shifted_error").asDouble()).isBetween(1e-5, 0.2);
    }
  }

  @Test
  void correctionsAreSmallWhereThereIsNothingToCorrect() throws IOException {
    JsonNode metrics =
        run("residual.conf", "policy-trainer.residual.epochs=20", "target.seed=3").at("/metrics");
    assertThat(metrics.at("/tracking_error_direct_rad").asDouble()).isBetween(1e-3, 0.3);
    assertThat(metrics.at("/tracking_error_reduction_pct").isNumber()).isTrue();
    assertThat(metrics.at("/correction_mean_rad").asDouble()).isBetween(0.0, 0.3);
    assertThat(metrics.at("/zero_mismatch_correction_rad").asDouble()).isBetween(0.0, 0.05);
  }

  @Test
  void methodsAreComparedInTheTargetWorld() throws IOException {
    JsonNode metrics =
        run(
                "sim-to-sim.conf",
                "policy-trainer.residual.epochs=1",
                "dynamics-trainers.joint-wise.joint-wise.epochs=2",
                "dynamics-trainers.whole-hand.whole-hand.epochs=2",
                "dynamics-trainers.uan.uan.epochs=1",
                "dynamics-trainers.asap.asap.epochs=1",
                "experiment.sim-to-sim.cases=[{ name = cylinder, task = cases.cylinder }]")
            .at("/metrics");
    for (String method :
        List.of("ours", "direct", "domain_randomisation", "whole_hand", "uan", "asap")) {
      assertThat(metrics.at("/" + method + "_rotr").isNumber()).as(method).isTrue();
      assertThat(metrics.at("/" + method + "_ttf").asDouble()).as(method).isBetween(0.0, 1.0);
      assertThat(metrics.at("/" + method + "_rotp").isNumber()).as(method).isTrue();
    }
    double ratio = metrics.at("/ratio_ours_to_direct_rotr").asDouble();
    assertThat(ratio)
        .isEqualTo(
            metrics.at("/ours_rotr").asDouble() / metrics.at("/direct_rotr").asDouble(),
            within(1e-3));
  }

  @Test
  void ablationsAreComparedAndScaled() throws IOException {
    JsonNode result = run("ablations.conf", "learner.epochs=2");
    List<String> variants = new ArrayList<>();
    result.at("/items").forEach(item -> variants.add(item.at("/variant").asText()));
    assertThat(variants)
        .contains("joint-wise", "no-pre-training", "no-noise", "no-load", "base-waves");
    assertThat(result.at("/metrics/scaling_exponent").isNumber()).isTrue();
  }

  @Test
  void anotherFactorisationAndAnotherStrategyOfCollectionAreOneKeyEach() throws IOException {
    JsonNode metrics =
        run(
                "residual.conf",
                "policy-trainer.residual.epochs=2",
                "dynamics-trainer.type=finger-wise",
                "experiment.residual.target.actions=waves")
            .at("/metrics");
    assertThat(metrics.at("/tracking_error_corrected_rad").asDouble()).isBetween(1e-4, 0.5);
    String log = Files.readString(temp.resolve("out/log.txt"));
    assertThat(log).contains("fitting 4 networks").doesNotContain("fitting 16 networks");
  }

  @Test
  void hiddenGainsAreIdentifiedInAnotherEngineAndBecomePartOfAWorld() throws IOException {
    String[] little = {
      "target.seed=41",
      "experiment.identify-hand.episodes=4",
      "experiment.identify-hand.candidates=1",
      "experiment.identify-hand.starts=1",
      "experiment.identify-hand.nuisances=[]"
    };
    JsonNode metrics = run("identify-hand.conf", little).at("/metrics");
    assertThat(metrics.at("/n").asInt()).isEqualTo(32);
    assertThat(metrics.at("/worst_gain_error_pct").asDouble()).isBetween(1e-6, 10.0);
    double before = metrics.at("/nominal_distance_rad").asDouble();
    assertThat(before).isGreaterThan(2e-3);

    Files.move(temp.resolve("out"), temp.resolve("first"));
    Path again = temp.resolve("again.conf");
    Files.writeString(
        again,
        """
        include "%s"
        tuned = ${loads.free} { loaded-hand { world { include "first/identified.conf" } } }
        experiment.identify-hand { source = tuned, target = null, recordings = "first/transitions/probe" }
        """
            .formatted(EXAMPLES.resolve("identify-hand.conf")));
    double after = run(again, little).at("/metrics/nominal_distance_rad").asDouble();
    assertThat(after).isBetween(1e-9, 0.1 * before);
  }
}
