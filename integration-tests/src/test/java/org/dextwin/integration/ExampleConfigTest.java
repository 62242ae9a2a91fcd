package org.dextwin.integration;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Every shipped example is valid, and the main one runs as the README says. */
class ExampleConfigTest {

  private static final Pattern EXPERIMENT = Pattern.compile("(?m)^experiment\\b");
  private static final Pattern PARAMETER = Pattern.compile("(?m)^parameters *= *\\[(\\w+)]");

  /** What the examples' parameters may be. */
  private static final Map<String, Path> VALUES =
      Map.of(
          "takes",
          Dextwin.EXAMPLES.resolve("sample"),
          "model",
          Dextwin.ROOT.resolve("examples/mujoco/models/pendulum-and-ball.xml"));

  @TempDir private Path temp;

  /** The examples that run: those with an experiment; the others are included by them. */
  static List<Path> examples() throws IOException {
    try (Stream<Path> files = Files.walk(Dextwin.ROOT.resolve("examples"))) {
      List<Path> examples =
          files
              .filter(file -> file.toString().endsWith(".conf"))
              .filter(file -> !file.toString().contains("third-party-plugin")) // has its own build
              .filter(file -> EXPERIMENT.matcher(text(file)).find())
              .sorted()
              .toList();
      assertThat(examples).as("examples").hasSizeGreaterThanOrEqualTo(3);
      return examples;
    }
  }

  @ParameterizedTest
  @MethodSource("examples")
  void isValid(Path example) {
    List<String> words = new ArrayList<>(List.of("validate", example.toString()));
    Matcher parameter = PARAMETER.matcher(text(example));
    if (parameter.find()) {
      String name = parameter.group(1);
      assertThat(Dextwin.in(temp).run("validate", example.toString()).exits(2).err())
          .as("what is said while a parameter is missing")
          .contains(name);
      words.addAll(List.of("--set", name + "=" + VALUES.get(name)));
    }
    String[] command = words.toArray(String[]::new);
    assertThat(Dextwin.in(temp).run(command).exits(0).out()).contains("is valid");
  }

  @Test
  void theSampleRunsFromTheRootOfTheSources() throws IOException {
    Path out = temp.resolve("sample");
    Dextwin.in(Dextwin.ROOT)
        .run("run", "examples/drex/identify-mass.conf", "--out", out.toString())
        .exits(0);

    JsonNode result = Dextwin.result(out);
    assertThat(result.at("/schema").asInt()).isEqualTo(1);
    assertThat(result.at("/experiment").asText()).isEqualTo("identify-mass");
    assertThat(result.at("/status").asText()).isEqualTo("done");
    int takes = 0;
    for (JsonNode item : result.at("/items")) {
      if (item.has("take")) {
        takes++;
        assertThat(item.at("/verdict").asText()).as("%s", item).isEqualTo("identified");
        assertThat(item.at("/truth_kg").asDouble())
            .as("truth of %s, within its interval", item)
            .isBetween(item.at("/mass_low_kg").asDouble(), item.at("/mass_high_kg").asDouble());
      } else {
        assertThat(item.at("/error_pct").asDouble()).as("error of %s", item).isBetween(-1.0, 1.0);
      }
    }
    assertThat(takes).isGreaterThanOrEqualTo(3);
    assertThat(out.resolve("report.html")).content().contains("box-1", "cylinder-1", "<svg");
    assertThat(out.resolve("config.conf")).content().contains("identify-mass.conf:", "# default");
    for (String file : List.of("provenance.json", "metrics.jsonl", "log.txt")) {
      assertThat(out.resolve(file)).exists();
    }
  }

  private static String text(Path file) {
    try {
      return Files.readString(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
