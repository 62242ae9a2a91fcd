package org.dextwin.integration;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What the command line says and how it exits, with the built plugins. */
class CommandLineTest {

  private static final List<String> PLUGINS =
      List.of(
          "arm-franka",
          "dynamics-jointwise",
          "experiments-dexndm",
          "experiments-drex",
          "experiments-hardware",
          "experiments-inspect",
          "experiments-simulate",
          "export-lerobot",
          "hand-allegro",
          "hand-leap",
          "planner-rrt-connect",
          "policy-cloning",
          "policy-graspmlp",
          "retarget-vector",
          "robot-urdf",
          "sensors-twin",
          "sim-mujoco",
          "sim-semi-implicit",
          "task-grasp",
          "task-rotation",
          "tracker-foundationpose");

  @TempDir private Path temp;

  @BeforeEach
  void writeConfig() throws IOException {
    CalibratedPush.write(temp.resolve("push.conf"), List.of(CalibratedPush.object("box", 0.2)), "");
  }

  @Test
  void listsTheBuiltPlugins() {
    String out = dextwin("plugins", "list").exits(0).out();
    assertThat(out).contains(PLUGINS).doesNotContain("failed");
    assertThat(out)
        .contains(
            "experiment.identify-mass",
            "hand.allegro",
            "simulator.semi-implicit",
            "integrator.rk4",
            "tracker.foundation-pose-log");

    JsonNode plugins = dextwin("plugins", "list", "--json").exits(0).json().at("/plugins");
    List<String> ids = new ArrayList<>();
    for (JsonNode plugin : plugins) {
      ids.add(plugin.at("/id").asText());
      assertThat(plugin.at("/state").asText()).isEqualTo("started");
      assertThat(plugin.at("/components")).isNotEmpty();
    }
    assertThat(ids).containsExactlyElementsOf(PLUGINS);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "experiments-drex",
        "experiments-simulate",
        "hand-allegro",
        "hand-leap",
        "arm-franka",
        "planner-rrt-connect",
        "policy-graspmlp",
        "dynamics-jointwise",
        "retarget-vector",
        "robot-urdf",
        "sensors-twin",
        "sim-mujoco",
        "sim-semi-implicit",
        "tracker-foundationpose",
        "simulator.semi-implicit",
        "rk4"
      })
  void showsTheKeysOf(String name) {
    assertThat(dextwin("plugins", "show", name).exits(0).out()).contains("# plugin ", "type = ");
    JsonNode components =
        dextwin("plugins", "show", name, "--json").exits(0).json().at("/components");
    assertThat(components).isNotEmpty();
  }

  @Test
  void showsUnitsRangesAndDefaults() {
    assertThat(dextwin("plugins", "show", "simulator.semi-implicit").exits(0).out())
        .contains("time-step-s", "[s]", "integrator");
    assertThat(dextwin("plugins", "show", "identify-mass").exits(0).out())
        .contains("calibrated-force", "push-log", "peak-n", "[N]", "down-in-palm", "default");
  }

  @Test
  void examinesTheMachine() {
    assertThat(dextwin("doctor").exits(0).out()).contains(PLUGINS).contains("Java", "cores");
    JsonNode json = dextwin("doctor", "--json").exits(0).json();
    assertThat(json.at("/healthy").asBoolean()).isTrue();
    assertThat(json.at("/findings")).hasSizeGreaterThan(PLUGINS.size());
  }

  @Test
  void validatesIntoJson() {
    JsonNode valid = dextwin("validate", "push.conf", "--json").exits(0).json();
    assertThat(valid.at("/valid").asBoolean()).isTrue();
    assertThat(valid.at("/parts"))
        .extracting(part -> part.at("/path").asText())
        .contains("engines.a", "engines.b", "experiment");

    JsonNode broken =
        dextwin("validate", "push.conf", "--json", "--set", "engines.a.time-step-s=-1")
            .exits(2)
            .json();
    assertThat(broken.at("/valid").asBoolean()).isFalse();
    assertThat(broken.at("/problems/0/key").asText()).isEqualTo("engines.a.time-step-s");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "rum push.conf | unknown command 'rum'; did you mean 'run'?",
        "run push.conf --ouut x | unknown option '--ouut'; did you mean '--out'?",
        "run absent.conf | absent.conf",
        "validate push.conf --set engines.a.tiem-step-s=1 | did you mean",
        "validate push.conf --set engines.a.type=semi-implict | semi-implicit",
        "validate push.conf --set hand.type=alegro | hand",
        "validate push.conf --set nonsense | nonsense",
        "validate push.conf --set =3 | --set",
        "plugins show alegro | did you mean 'allegro'?",
        "plugins list --plugins absent | absent",
        "report absent | absent holds no run"
      })
  void explainsBadUsage(String words, String message) {
    Dextwin.Outcome outcome = dextwin(words.split(" ")).exits(2);
    assertThat(outcome.err()).contains(message).doesNotContain("Exception", "\tat ");
    assertThat(outcome.out()).isEmpty();
    assertThat(temp.resolve("runs")).doesNotExist();
  }

  @Test
  void printsTheResultAloneAsJson() throws IOException {
    Dextwin.Outcome outcome = dextwin("run", "push.conf", "--out", "run", "--json").exits(0);
    assertThat(outcome.out()).isEqualTo(Files.readString(temp.resolve("run/result.json")));
    assertThat(outcome.json().at("/items")).hasSize(2);

    Files.delete(temp.resolve("run/report.html"));
    assertThat(dextwin("report", "run").exits(0).out()).isEqualTo("run/report.html\n");
    assertThat(temp.resolve("run/report.html")).content().contains("<h2>", "<svg");
  }

  @Test
  void aFailedRunSaysWhatIsWrongWithItsInput() throws IOException {
    Path mesh = Files.writeString(temp.resolve("open.obj"), "v 0 0 0\nv 1 0 0\nv 0 1 0\nf 1 2 3\n");
    String objects =
        "experiment.identify-mass.calibrated-force.objects=[{ name = open, mass-kg = 1, mesh = \""
            + mesh
            + "\" }]";
    Dextwin.Outcome outcome = dextwin("run", "push.conf", "--out", "bad", "--set", objects);
    outcome.exits(2);
    assertThat(outcome.err()).contains("open", "log.txt").doesNotContain("\tat ");
    assertThat(Dextwin.result(temp.resolve("bad")).at("/status").asText()).isEqualTo("failed");
    assertThat(temp.resolve("bad/log.txt")).content().contains("\tat ");
  }

  @Test
  void aComponentThatThisMachineLacksHasItsOwnExitCode() throws IOException {
    ThirdPartyPlugin.write(temp.resolve("engines.jar"), "UnavailableProvider");
    Dextwin.Outcome outcome =
        dextwin(
            "run",
            "push.conf",
            "--out",
            "run",
            "--plugins",
            ".",
            "--set",
            "engines.a.type=unavailable");
    outcome.exits(3);
    assertThat(outcome.err()).contains("libengine.so is missing", "remedy: apt install libengine");
    assertThat(Dextwin.result(temp.resolve("run")).at("/error/remedy").asText())
        .isEqualTo("apt install libengine");
  }

  @Test
  void aBrokenPluginIsNamedAndTheOthersGoOn() throws IOException {
    Files.writeString(temp.resolve("broken.jar"), "no jar");
    Dextwin.Outcome outcome = dextwin("validate", "push.conf", "--plugins", ".").exits(0);
    assertThat(outcome.err()).contains("warning", "broken.jar");
  }

  private Dextwin.Outcome dextwin(String... words) {
    return Dextwin.in(temp).run(words);
  }
}
