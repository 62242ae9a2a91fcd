package org.dextwin.integration;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.dextwin.testkit.SharedData;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Masses from real pushes: what scripts read, and that true masses stay out of the estimates. */
class RealPushTest {

  private static final String TRUTH = "ground-truth.csv";

  /** What an item must have; all are numbers, or null where the take does not tell. */
  private static final List<String> NUMBERS =
      List.of(
          "mass_kg",
          "mass_low_kg",
          "mass_high_kg",
          "friction",
          "truth_kg",
          "error_pct",
          "baseline_constant_pct",
          "baseline_volume_pct",
          "seconds");

  /** What is known of a take only through true masses, or differs from run to run. */
  private static final List<String> NO_ESTIMATE =
      List.of(
          "truth_kg",
          "truth_in_interval",
          "error_pct",
          "baseline_constant_pct",
          "baseline_volume_pct",
          "seconds");

  /** A take with a mass and one without. */
  private static final List<String> SOME = List.of("domino-2", "lego-3");

  private static final String[] ENGINE = {
    "--set", "experiment.identify-mass.push-log.estimator=engine"
  };

  @TempDir private static Path temp;
  private static Path takes;
  private static JsonNode result;

  @BeforeAll
  static void runAllTakes() throws IOException {
    takes = SharedData.require("drex-push");
    result = run(takes, "all", 0);
  }

  @Test
  void everyTakeHasAnItemWithAllKeys() throws IOException {
    List<String> names = new ArrayList<>();
    for (JsonNode item : result.at("/items")) {
      names.add(item.at("/take").asText());
      assertThat(item.at("/object").asText()).isNotEmpty();
      assertThat(item.at("/verdict").asText())
          .isIn("identified", "not-identifiable", "did-not-move", "model-does-not-fit");
      assertThat(item.at("/reason").asText()).as("reason of %s", item).isNotBlank();
      for (String key : NUMBERS) {
        assertThat(item.has(key)).as("%s of %s", key, item).isTrue();
        assertThat(item.at("/" + key).isNumber() || item.at("/" + key).isNull())
            .as("%s of %s is a number or null", key, item)
            .isTrue();
      }
      if (item.at("/verdict").asText().equals("identified")) {
        assertThat(item.at("/mass_kg").asDouble())
            .as("mass of %s, within its interval", item)
            .isPositive()
            .isBetween(item.at("/mass_low_kg").asDouble(), item.at("/mass_high_kg").asDouble());
      }
    }
    assertThat(names).containsExactlyElementsOf(takesIn(takes));
  }

  @Test
  void metricsHaveTheirNames() {
    for (String metric :
        List.of(
            "median_abs_error_pct",
            "mean_abs_error_pct",
            "baseline_constant_mean_abs_error_pct",
            "baseline_volume_mean_abs_error_pct",
            "objects_scored",
            "objects_identified")) {
      assertThat(result.at("/metrics/" + metric).isNumber()).as(metric).isTrue();
    }
  }

  @Test
  void onlyTheBrickGoesUnscored() {
    for (JsonNode item : result.at("/items")) {
      boolean isBrick = item.at("/object").asText().equals("lego");
      assertThat(item.at("/verdict").asText().equals("not-identifiable"))
          .as("%s is not identifiable", item.at("/take"))
          .isEqualTo(isBrick);
      assertThat(item.at("/mass_kg").isNull())
          .as("mass of %s", item.at("/take"))
          .isEqualTo(isBrick);
    }
    assertThat(result.at("/metrics/objects_scored").asInt()).isEqualTo(4);
  }

  @Test
  void theTypicalErrorIsBelowThoseOfGuesses() {
    double mean = result.at("/metrics/mean_abs_error_pct").asDouble();
    assertThat(result.at("/metrics/median_abs_error_pct").asDouble()).isLessThanOrEqualTo(50);
    assertThat(mean)
        .isLessThan(result.at("/metrics/baseline_constant_mean_abs_error_pct").asDouble())
        .isLessThan(result.at("/metrics/baseline_volume_mean_abs_error_pct").asDouble());
  }

  @Test
  void trueMassesChangeNoEstimate() throws IOException {
    Map<String, JsonNode> all = estimates(result);
    all.keySet().retainAll(SOME);

    Path without = copied("without", SOME);
    JsonNode unscored = run(without, "without-run", 0);
    assertThat(estimates(unscored)).as("estimates of some takes, without truth").isEqualTo(all);
    assertThat(unscored.at("/metrics/objects_scored").asInt()).isZero();
    assertThat(unscored.at("/metrics/mean_abs_error_pct").isNull()).isTrue();
    for (JsonNode item : unscored.at("/items")) {
      assertThat(item.at("/truth_kg").isNull()).as("truth of %s", item.at("/take")).isTrue();
    }

    Path permuted = copied("permuted", SOME);
    permuteTruth(permuted.resolve(TRUTH));
    JsonNode wrong = run(permuted, "permuted-run", 0);
    assertThat(estimates(wrong)).as("estimates with permuted truth").isEqualTo(all);
    assertThat(wrong.at("/metrics/mean_abs_error_pct"))
        .as("the score, which does know the truth")
        .isNotEqualTo(result.at("/metrics/mean_abs_error_pct"));
  }

  @Test
  void takesThatDoNotBelongTogetherAreRejectedAndTheOthersGoOn() throws IOException {
    Path mixed = copied("mixed", List.of("lego-3"));
    Path strange = mixed.resolve("domino-9");
    CopiedFolder.copy(takes.resolve("a-1/joints.csv"), strange.resolve("joints.csv"));
    CopiedFolder.copy(takes.resolve("domino-2/poses"), strange.resolve("poses"));

    JsonNode failed = run(mixed, "mixed-run", 2);
    assertThat(failed.at("/status").asText()).isEqualTo("failed");
    assertThat(failed.at("/error/message").asText()).contains("domino-9").doesNotContain("lego-3");
    assertThat(estimates(failed)).containsOnlyKeys("lego-3");
  }

  /** One finger meets the domino; a neighbour that meets nothing moved just so. */
  @Test
  void aPushWithoutItsContactForceTellsNoMass() throws IOException {
    Path freed = copied("freed", List.of("domino-2"));
    replaceColumns(freed.resolve("domino-2/joints.csv"), 5, 1);

    JsonNode item = run(freed, "freed-run", 0, ENGINE).at("/items/0");
    assertThat(item.at("/verdict").asText()).as("%s", item).isEqualTo("not-identifiable");
    assertThat(item.at("/mass_kg").isNull()).isTrue();
  }

  @Test
  void theEngineSaysHowWellItReplaysAPush() throws IOException {
    JsonNode item = run(copied("one", List.of("domino-2")), "one-run", 0, ENGINE).at("/items/0");

    double mass = item.at("/mass_kg").asDouble();
    assertThat(mass)
        .isBetween(item.at("/mass_low_kg").asDouble(), item.at("/mass_high_kg").asDouble());
    assertThat(item.at("/quasi_static_kg").asDouble()).isPositive().isNotEqualTo(mass);
    assertThat(item.at("/residual_rad").asDouble()).isBetween(1e-4, 0.05);
    assertThat(item.at("/finger_residual_sigmas").asDouble()).isBetween(0.1, 1.25);
    assertThat(item.at("/pose_residual_sigmas").asDouble()).isBetween(0.1, 1.4);
    assertThat(item.at("/mass_friction_correlation").asDouble()).isBetween(-1.0, 1.0);
    assertThat(item.at("/half_width_pct").asDouble()).isBetween(10.0, 100.0);
    assertThat(item.at("/gradient").asText()).isEqualTo("engine");
  }

  /** Gives a joint the readings of another one. */
  private static void replaceColumns(Path csv, int joint, int by) throws IOException {
    List<String> lines = Files.readAllLines(csv);
    List<String> header = List.of(lines.get(0).split(",", -1));
    List<String> changed = new ArrayList<>(List.of(lines.get(0)));
    for (String line : lines.subList(1, lines.size())) {
      String[] cells = line.split(",", -1);
      for (String quantity : List.of("position_", "velocity_", "effort_")) {
        cells[header.indexOf(quantity + joint)] = cells[header.indexOf(quantity + by)];
      }
      changed.add(String.join(",", cells));
    }
    Files.write(csv, changed);
  }

  private static JsonNode run(Path folder, String out, int exitCode, String... more)
      throws IOException {
    Path config = Dextwin.EXAMPLES.resolve("real-pushes.conf");
    List<String> arguments =
        new ArrayList<>(List.of("run", config.toString(), "--set", "takes=" + folder));
    arguments.addAll(List.of(more));
    arguments.addAll(List.of("--out", out));
    Dextwin.in(temp).optimising().run(arguments.toArray(String[]::new)).exits(exitCode);
    return Dextwin.result(temp.resolve(out));
  }

  private static Map<String, JsonNode> estimates(JsonNode run) {
    Map<String, JsonNode> estimates = new TreeMap<>();
    for (JsonNode item : run.at("/items")) {
      estimates.put(item.at("/take").asText(), ((ObjectNode) item.deepCopy()).without(NO_ESTIMATE));
    }
    return estimates;
  }

  /** A folder with some of the takes and their meshes, without true masses. */
  private static Path copied(String name, List<String> some) throws IOException {
    Path folder = temp.resolve(name);
    for (String take : some) {
      CopiedFolder.copy(takes.resolve(take), folder.resolve(take));
    }
    CopiedFolder.copy(takes.resolve("meshes"), folder.resolve("meshes"));
    return folder;
  }

  /** Gives every object the mass of another one. */
  private static void permuteTruth(Path file) throws IOException {
    List<String> lines = Files.readAllLines(takes.resolve(TRUTH));
    List<String> objects = new ArrayList<>();
    List<String> rest = new ArrayList<>();
    for (String line : lines.subList(1, lines.size())) {
      int comma = line.indexOf(',');
      objects.add(line.substring(0, comma));
      rest.add(line.substring(comma));
    }
    Collections.rotate(rest, 1);
    List<String> permuted = new ArrayList<>(List.of(lines.get(0)));
    for (int i = 0; i < objects.size(); i++) {
      permuted.add(objects.get(i) + rest.get(i));
    }
    Files.write(file, permuted);
  }

  private static List<String> takesIn(Path folder) throws IOException {
    try (Stream<Path> files = Files.list(folder)) {
      return files
          .filter(file -> Files.exists(file.resolve("joints.csv")))
          .map(file -> file.getFileName().toString())
          .sorted()
          .toList();
    }
  }
}
