package org.dextwin.integration;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The DexNDM examples that compare learners run, in a size in which nothing is learnt well. */
class DexndmTest {

  private static final Path EXAMPLES = Dextwin.ROOT.resolve("examples/dexndm");

  @TempDir private Path temp;

  private JsonNode run(String example, String... settings) throws IOException {
    String[] words = new String[4 + 2 * settings.length];
    words[0] = "run";
    words[1] = EXAMPLES.resolve(example).toString();
    words[2] = "--out";
    words[3] = "out";
    for (int i = 0; i < settings.length; i++) {
      words[4 + 2 * i] = "--set";
      words[5 + 2 * i] = settings[i];
    }
    Dextwin.in(temp).run(words).exits(0);
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
}
