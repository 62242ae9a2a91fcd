package org.dextwin.integration;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Masses from pushes of known force: how exact they are, and what they may not depend on. */
class CalibratedForceTest {

  /** The promised error [%]. */
  private static final double PROMISED_PCT = 1;

  @TempDir private static Path temp;
  private static JsonNode example;

  @BeforeAll
  static void runExample() throws IOException {
    Path config = Dextwin.EXAMPLES.resolve("calibrated-force.conf");
    Dextwin.in(temp).run("run", config.toString(), "--out", "example").exits(0);
    example = Dextwin.result(temp.resolve("example"));
  }

  @Test
  void everyMassOfTheExampleIsExact() {
    assertThat(example.at("/status").asText()).isEqualTo("done");
    assertThat(example.at("/items")).hasSizeGreaterThanOrEqualTo(36);
    for (JsonNode item : example.at("/items")) {
      double truth = item.at("/truth_kg").asDouble();
      double mass = item.at("/mass_kg").asDouble();
      assertThat(item.at("/outcome").asText()).as("%s", item).isEqualTo("converged");
      assertThat(item.at("/gradient").asText()).as("%s", item).isEqualTo("engine");
      assertThat(100 * (mass / truth - 1))
          .as("error of %s", item)
          .isCloseTo(item.at("/error_pct").asDouble(), within(1e-9))
          .isBetween(-PROMISED_PCT, PROMISED_PCT);
      assertThat(100 * (item.at("/closed_form_kg").asDouble() / truth - 1))
          .as("error of the closed form of %s", item)
          .isBetween(-PROMISED_PCT, PROMISED_PCT);
    }
    assertThat(example.at("/metrics/calibrated_force_max_abs_error_pct").asDouble())
        .isBetween(0.0, PROMISED_PCT);
  }

  @Test
  void theExampleCoversShapesMassesAndIntegrators() {
    assertThat(texts("object")).containsExactly("box", "cylinder", "letter");
    assertThat(texts("engine")).containsExactly("explicit", "rk4", "semi-implicit");
    for (String shape : texts("object")) {
      assertThat(example.at("/items"))
          .filteredOn(item -> item.at("/object").asText().equals(shape))
          .extracting(item -> item.at("/truth_kg").asDouble())
          .contains(0.05, 0.8);
    }
  }

  @Test
  void anEngineThatIsExactAgreesWithTheClosedForm() {
    for (JsonNode item : example.at("/items")) {
      if (item.at("/engine").asText().equals("rk4")) {
        // The closed form weighs heights alone, the loss weighs rotations too.
        assertThat(item.at("/mass_kg").asDouble() / item.at("/closed_form_kg").asDouble())
            .as("%s", item)
            .isCloseTo(1, within(1e-3));
      }
    }
  }

  @Test
  void printsTablesShapedLikeThePapers() throws IOException {
    assertThat(temp.resolve("example/report.html"))
        .content()
        .contains("Table 5", "Table 2", "closed form [g]", "semi-implicit [g]", "<svg");
    assertThat(temp.resolve("example/plots")).isDirectoryContaining("glob:**.png");
    assertThat(temp.resolve("example/plots")).isDirectoryContaining("glob:**.svg");
  }

  @Test
  void neitherThreadsNorOrderChangeABit() throws IOException {
    List<String> objects = CalibratedPush.TWO_OBJECTS;
    CalibratedPush.write(temp.resolve("push.conf"), objects, "");
    List<String> reversed = new ArrayList<>(objects);
    Collections.reverse(reversed);
    CalibratedPush.write(temp.resolve("reversed.conf"), reversed, "");

    Set<String> once = items("push.conf", "once", "-XX:ActiveProcessorCount=1");
    assertThat(once).hasSize(4);
    assertThat(items("push.conf", "again", "-XX:ActiveProcessorCount=4")).isEqualTo(once);
    assertThat(items("reversed.conf", "reversed")).isEqualTo(once);
    assertThat(Files.readString(temp.resolve("again/result.json")))
        .as("the whole file, byte by byte")
        .isEqualTo(Files.readString(temp.resolve("once/result.json")));
  }

  @Test
  void anotherSeedIsAnotherPush() throws IOException {
    CalibratedPush.write(
        temp.resolve("seeds.conf"), List.of(CalibratedPush.object("box", 0.2)), "");
    Dextwin.in(temp).run("run", "seeds.conf", "--out", "three").exits(0);
    Dextwin.in(temp)
        .run("run", "seeds.conf", "--out", "four", "--set", "experiment.seed=4")
        .exits(0);
    assertThat(Dextwin.result(temp.resolve("four")).at("/items"))
        .isNotEqualTo(Dextwin.result(temp.resolve("three")).at("/items"));
  }

  private static Set<String> items(String config, String out, String... options)
      throws IOException {
    Dextwin.in(temp).with(options).run("run", config, "--out", out).exits(0);
    Set<String> items = new TreeSet<>();
    Dextwin.result(temp.resolve(out)).at("/items").forEach(item -> items.add(item.toString()));
    return items;
  }

  private static Set<String> texts(String key) {
    Set<String> texts = new TreeSet<>();
    example.at("/items").forEach(item -> texts.add(item.at("/" + key).asText()));
    return texts;
  }
}
