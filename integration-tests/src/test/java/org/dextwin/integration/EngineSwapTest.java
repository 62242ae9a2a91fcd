package org.dextwin.integration;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Engines and integrators are exchanged by one key, also for those of somebody else's plugin. */
class EngineSwapTest {

  /** A third party's engine beside the built one; legal in the file while it is not selected. */
  private static final String PLAIN =
      "engines.b.without-gradients { engine = engines.a, name-in-errors = plain }\n";

  @TempDir private static Path temp;
  private static Path foreign;

  @BeforeAll
  static void buildForeignPlugin() throws IOException {
    foreign = Files.createDirectory(temp.resolve("foreign"));
    ThirdPartyPlugin.write(foreign.resolve("engines.jar"), "WithoutGradientsProvider");
  }

  @Test
  void oneKeySwapsTheIntegrator() throws IOException {
    write("integrators.conf", "");
    JsonNode rk4 = items("integrators.conf", "rk4");
    assertThat(mass(rk4, "b")).isNotEqualTo(mass(rk4, "a"));

    String swap = "engines.b.semi-implicit.integrator.type=explicit-euler";
    JsonNode explicit = items("integrators.conf", "explicit", "--set", swap);
    assertThat(mass(explicit, "b")).isEqualTo(mass(explicit, "a"));
  }

  @Test
  void oneKeySwapsTheEngine() throws IOException {
    write("engines.conf", PLAIN);
    String plugins = foreign.toString();
    JsonNode built = items("engines.conf", "built", "--plugins", plugins);
    JsonNode swapped =
        items(
            "engines.conf",
            "swapped",
            "--plugins",
            plugins,
            "--set",
            "engines.b.type=without-gradients",
            "--set",
            "experiment.identify-mass.calibrated-force.world=engines.a");

    assertThat(item(built, "b").at("/gradient").asText()).isEqualTo("engine");
    assertThat(item(swapped, "a").at("/gradient").asText()).isEqualTo("engine");
    assertThat(item(swapped, "b").at("/gradient").asText()).isEqualTo("central-differences");
    // One engine, once with its own gradient and once without: one minimum.
    assertThat(mass(swapped, "b") / mass(swapped, "a")).isCloseTo(1, within(1e-7));
    assertThat(Math.abs(item(swapped, "b").at("/error_pct").asDouble())).isLessThan(1);
  }

  @Test
  void provenanceNamesTheForeignPlugin() throws IOException {
    write("provenance.conf", PLAIN);
    items(
        "provenance.conf",
        "provenance",
        "--plugins",
        foreign.toString(),
        "--set",
        "engines.b.type=without-gradients",
        "--set",
        "experiment.identify-mass.calibrated-force.world=engines.a");
    JsonNode plugins =
        Dextwin.parse(Files.readString(temp.resolve("provenance/provenance.json"))).at("/plugins");
    assertThat(plugins)
        .extracting(plugin -> plugin.at("/id").asText())
        .contains("third-party-engines", "sim-semi-implicit", "experiments-drex");
  }

  @Test
  void anEngineThatIsNotInstalledIsNamedWithThoseThatAre() throws IOException {
    write("missing.conf", "");
    Dextwin.Outcome outcome =
        Dextwin.in(temp)
            .run("run", "missing.conf", "--out", "no", "--set", "engines.b.type=without-gradient")
            .exits(2);
    assertThat(outcome.err()).contains("--set", "engines.b", "without-gradient", "semi-implicit");
    assertThat(temp.resolve("no")).doesNotExist();

    Dextwin.Outcome near =
        Dextwin.in(temp)
            .run(
                "validate",
                "missing.conf",
                "--plugins",
                foreign.toString(),
                "--set",
                "engines.b.type=without-gradient")
            .exits(2);
    assertThat(near.err()).contains("without-gradients", "third-party-engines");
  }

  @Test
  void foreignComponentsDocumentTheirKeys() {
    Dextwin.Outcome outcome =
        Dextwin.in(temp)
            .run("plugins", "show", "simulator.without-gradients", "--plugins", foreign.toString())
            .exits(0);
    assertThat(outcome.out())
        .contains("third-party-engines", "# The engine that does the work.", "name-in-errors");
  }

  private static void write(String name, String more) throws IOException {
    CalibratedPush.write(temp.resolve(name), List.of(CalibratedPush.object("cylinder", 0.3)), more);
  }

  private static JsonNode items(String config, String out, String... more) throws IOException {
    String[] words = new String[4 + more.length];
    words[0] = "run";
    words[1] = config;
    words[2] = "--out";
    words[3] = out;
    System.arraycopy(more, 0, words, 4, more.length);
    Dextwin.in(temp).run(words).exits(0);
    return Dextwin.result(temp.resolve(out)).at("/items");
  }

  private static double mass(JsonNode items, String engine) {
    return item(items, engine).at("/mass_kg").asDouble();
  }

  private static JsonNode item(JsonNode items, String engine) {
    for (JsonNode item : items) {
      if (item.at("/engine").asText().equals(engine)) {
        return item;
      }
    }
    throw new AssertionError("no item of the engine " + engine + " in " + items);
  }
}
