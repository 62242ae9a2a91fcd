package org.dextwin.core.internal.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.logging.Handler;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class CommandsTest {

  private static final Logger ROOT = Logger.getLogger("");

  @TempDir private static Path plugins;

  @TempDir private Path temp;
  private final List<Handler> handlers = List.of(ROOT.getHandlers());
  private final Level level = ROOT.getLevel();
  private StringWriter out = new StringWriter();
  private StringWriter err = new StringWriter();

  @BeforeAll
  static void buildPlugin() throws Exception {
    ProbePlugin.write(plugins);
  }

  @BeforeEach
  void writeConfig() throws Exception {
    Files.writeString(temp.resolve("box.conf"), "experiment { type = probe, seed = 3 }\n");
  }

  @AfterEach
  void restoreLogging() {
    for (Handler handler : ROOT.getHandlers()) {
      ROOT.removeHandler(handler);
    }
    handlers.forEach(ROOT::addHandler);
    ROOT.setLevel(level);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "--help",
        "run --help",
        "validate --help",
        "plugins --help",
        "plugins list --help",
        "plugins show --help",
        "doctor --help",
        "report --help",
        "convert --help",
        "record --help",
        "replay --help",
        "mesh --help",
        "mesh compare --help"
      })
  void everyCommandHasHelpWithExamples(String words) {
    assertThat(dextwin(words.split(" "))).isZero();
    assertThat(out.toString()).contains("Usage: dextwin", "Examples:", "  dextwin ");
    assertThat(err.toString()).isEmpty();
  }

  @Test
  void saysItsVersion() {
    assertThat(dextwin("--version")).isZero();
    assertThat(out.toString()).startsWith("dextwin ");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "runn box.conf | unknown command 'runn'; did you mean 'run'?",
        "run box.conf --resum | unknown option '--resum'; did you mean '--resume'?",
        "plugins shw x | unknown command 'shw'; did you mean 'show'?",
        "run | missing required parameter: 'CONF'",
        "report a b | unknown argument 'b'",
        "run a.conf --resume --overwrite | mutually exclusive",
        "plugins | which command?",
        "mesh | which command? One of compare",
        "mesh compare a.obj | missing required parameter: 'B'",
        "mesh compare a.obj b.obj --samples 0 | --samples is 0; expected 1 to",
        "mesh compare a.obj b.obj --tolerance NaN | --tolerance is NaN",
        "record | which robot? Name one with --hand or --arm",
        "record --hand leap --arm franka | mutually exclusive",
        "record box.conf --driver twin | --driver needs --hand or --arm",
        "record --hand ../leap | --hand is '../leap'; expected a name",
        "replay | missing required parameter",
        "replay a.dxlog | which robot?"
      })
  void explainsBadUsage(String words, String message) {
    assertThat(dextwin(words.split(" "))).isEqualTo(2);
    assertThat(err.toString()).contains(message, "--help");
    assertThat(out.toString()).isEmpty();
  }

  @Test
  void aReplayOfNothingDoesNotBegin() {
    assertThat(dextwin("replay", "a.dxlog", "--hand", "leap")).isEqualTo(2);
    assertThat(err.toString()).contains("a.dxlog: there is no such file");
    assertThat(temp.resolve("runs")).doesNotExist();
  }

  @Test
  void wantsACommand() {
    assertThat(dextwin()).isEqualTo(2);
    assertThat(err.toString()).contains("which command? One of run, validate, plugins");
  }

  @Test
  void runsTheCommandOfAPlugin() throws Exception {
    ProbePlugin.writeCommand(temp);
    String folder = temp.toString();
    assertThat(dextwin("greet", "Ada", "Bob", "--plugins", folder)).isZero();
    assertThat(out.toString()).isEqualTo("hello [Ada, Bob]\n");
    assertThat(err.toString()).isEqualToIgnoringNewLines("greeting");
  }

  @Test
  void optionsThatAreNotOursAreThePlugins() throws Exception {
    ProbePlugin.writeCommand(temp);
    String folder = temp.toString();
    assertThat(dextwin("greet", "Ada", "--loud", "--times", "3", "--as=you", "--plugins", folder))
        .isZero();
    assertThat(out.toString()).isEqualTo("hello [Ada, --loud, --times, 3, --as=you]\n");
  }

  @Test
  void commandOfAPluginExplainsItself() throws Exception {
    ProbePlugin.writeCommand(temp);
    String folder = "--plugins=" + temp;
    assertThat(dextwin("greet", "--help", folder)).isZero();
    assertThat(out.toString()).contains("Usage: dextwin greet", "Greets 100 % of them.");
    assertThat(dextwin("greet", folder)).isEqualTo(2);
    assertThat(err.toString()).contains("dextwin greet: whom to greet?", "--help");
    assertThat(dextwin("greet", "nobody", folder)).isEqualTo(3);
    assertThat(err.toString()).contains("nobody is here", "invite somebody");
    assertThat(dextwin("greet", "Ada")).as("without the plugin").isEqualTo(2);
    assertThat(err.toString()).contains("unknown command 'greet'");
  }

  @Test
  void runsAnExperimentIntoAFolderOfItsOwn() throws Exception {
    assertThat(dextwin("run", "box.conf", "--plugins", plugins.toString())).isZero();

    assertThat(out.toString()).contains("Parts", "parts  4").doesNotContain("done");
    assertThat(err.toString()).contains("probe in runs/", "done; see runs/");
    try (var runs = Files.list(temp.resolve("runs"))) {
      Path run = runs.findFirst().orElseThrow();
      assertThat(run.getFileName().toString()).matches("\\d{8}-\\d{6}-probe");
      JsonNode result = json(Files.readString(run.resolve("result.json")));
      assertThat(result.at("/status").asText()).isEqualTo("done");
      assertThat(result.at("/seed").asInt()).isEqualTo(3);
      assertThat(result.at("/items")).hasSize(4);
      JsonNode provenance = json(Files.readString(run.resolve("provenance.json")));
      assertThat(provenance.at("/command_line/1").asText()).isEqualTo("run");
      assertThat(provenance.at("/plugins/0/id").asText()).isEqualTo("probe-plugin");
      assertThat(provenance.at("/plugins/0/sha256").asText()).hasSize(64);
      assertThat(run.resolve("config.conf")).content().contains("box.conf:1", "# default");
    }
  }

  @Test
  void printsTheResultAloneAsJson() throws Exception {
    assertThat(run("out", "--json")).isZero();

    assertThat(json(out.toString()).at("/metrics/parts").asDouble()).isEqualTo(4);
    assertThat(out.toString()).isEqualTo(Files.readString(temp.resolve("out/result.json")));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "failure | 1 | the box fell",
        "unavailable | 3 | remedy: apt-get install libprobe",
        "bad-input | 2 | log.csv:7",
        "in-a-pool | 2 | dextwin: log.csv:9"
      })
  void tellsHowARunFailed(String ending, int code, String message) throws Exception {
    assertThat(run("out", "--set", "experiment.probe.ending=" + ending)).isEqualTo(code);

    assertThat(err.toString()).contains(message, "log.txt").doesNotContain("\tat ", "severe");
    assertThat(json(Files.readString(temp.resolve("out/result.json"))).at("/status").asText())
        .isEqualTo("failed");
    assertThat(temp.resolve("out/log.txt")).content().contains("\tat ");
    assertThat(temp.resolve("out/report.html")).isNotEmptyFile();
  }

  @Test
  void showsAStackTraceOnRequest() {
    assertThat(run("out", "--stacktrace", "--set", "experiment.probe.ending=failure")).isEqualTo(1);
    assertThat(err.toString()).contains("\tat probe.Probe.end");
  }

  @ParameterizedTest
  @ValueSource(strings = {"-v", "-vv", "--stacktrace"})
  void tellsAFailureOnceHoweverMuchIsAskedFor(String verbosity) {
    String ending = "experiment.probe.ending=failure";
    assertThat(run("out", verbosity, "--set", ending)).isEqualTo(1);

    String said = err.toString().replace("Exception: the box fell\n\tat", ""); // the trace itself
    assertThat(said).containsOnlyOnce("the box fell");
    assertThat(temp.resolve("out/log.txt"))
        .content()
        .contains("SEVERE", "the run ended early", "the box fell");
  }

  @Test
  void keepsControlCharactersFromTheTerminal() throws Exception {
    Files.writeString(
        temp.resolve("box.conf"),
        "experiment { type = probe, probe { saying = \"a\\u001b[31mb\\u009b\\u0007\\tc\" } }");
    assertThat(run("out", "--json")).isEqualTo(2);

    assertThat(err.toString())
        .contains(
            "a\\u001b[31mb\\u009b\\u0007\tc: a\\u001b[31mb",
            "dextwin: a\\u001b[31mb\\u009b\\u0007\tc: not found");
    assertThat((out.toString() + err).chars().filter(Character::isISOControl))
        .containsOnly((int) '\n', (int) '\t');
    // in JSON it is the same text, whether escaped or not
    assertThat(json(out.toString()))
        .isEqualTo(json(Files.readString(temp.resolve("out/result.json"))));
    assertThat(json(out.toString()).at("/items/4/saying").asText())
        .isEqualTo("a\u001b[31mb\u009b\u0007\tc");

    assertThat(dextwin("report", "no\u001b[31mwhere")).isEqualTo(2);
    assertThat(err.toString()).contains("no\\u001b[31mwhere holds no run");
    assertThat(dextwin("ru\u001bn")).isEqualTo(2);
    assertThat(err.toString()).contains("unknown command 'ru\\u001bn'");
  }

  @Test
  @DisabledOnOs(OS.WINDOWS) // links need a privilege
  void doesNotRunInAFolderThatItReads() throws Exception {
    Path takes = Files.createDirectories(temp.resolve("takes/box-1"));
    Files.createSymbolicLink(temp.resolve("link"), temp.resolve("takes"));
    String reads = "experiment.probe.folder=takes";
    for (String out : List.of("takes/out", "takes/deep/out", "link/out")) {
      assertThat(run(out, "--set", reads)).as(out).isEqualTo(2);
      assertThat(err.toString())
          .contains("would be in " + takes.getParent() + ", which the experiment reads", "--out");
    }
    assertThat(
            dextwin(
                "run",
                "box.conf",
                "--set",
                "experiment.probe.folder=.",
                "--plugins",
                plugins.toString()))
        .isEqualTo(2);
    assertThat(err.toString()).contains("would be in " + temp);
    assertThat(temp.resolve("runs")).doesNotExist();
    assertThat(temp.resolve("takes")).isDirectoryNotContaining("glob:**/{out,deep,.lock}");

    assertThat(run("takes", "--set", reads)).isEqualTo(2);
    assertThat(err.toString()).contains("takes is one which the experiment reads");
    assertThat(run("takes-out", "--set", reads)).isZero();
  }

  @Test
  void writesNothingForABadConfiguration() throws Exception {
    Files.writeString(
        temp.resolve("box.conf"), "experiment { type = probe, probe { endin = 1, step-s = 0 } }");

    assertThat(run("out")).isEqualTo(2);
    assertThat(err.toString()).contains("2 problems", "box.conf:1", "endin", "greater than 0");
    assertThat(temp.resolve("out")).doesNotExist();
    assertThat(temp.resolve("runs")).doesNotExist();
  }

  @Test
  void asksBeforeItTouchesAnEarlierRun() throws Exception {
    assertThat(run("out", "--set", "experiment.probe.ending=failure")).isEqualTo(1);
    assertThat(run("out")).isEqualTo(2);
    assertThat(err.toString()).contains("already holds a run (failed)", "--resume", "--overwrite");

    assertThat(run("out", "--resume")).isEqualTo(2);
    assertThat(err.toString()).contains("experiment.probe.ending: was failure, is now well");

    assertThat(run("out", "--overwrite")).isZero();
    assertThat(run("out", "--resume", "--json")).isZero();
    assertThat(err.toString()).contains("out is done already");
    assertThat(json(out.toString()).at("/status").asText()).isEqualTo("done");
  }

  @Test
  void resumesTheNewestRunOfTheExperiment() throws Exception {
    String folder = plugins.toString();
    assertThat(dextwin("run", "box.conf", "--resume", "--plugins", folder)).isZero();
    assertThat(err.toString()).contains("there is no run to resume; beginning one");
    assertThat(dextwin("run", "box.conf", "--resume", "--plugins", folder)).isZero();
    assertThat(err.toString()).contains("is done already");
    try (var runs = Files.list(temp.resolve("runs"))) {
      assertThat(runs).hasSize(1);
    }
  }

  @Test
  void rendersAReportAnew() throws Exception {
    run("out");
    Files.delete(temp.resolve("out/report.html"));

    assertThat(dextwin("report", "out")).isZero();
    assertThat(out.toString()).isEqualTo("out/report.html\n");
    assertThat(temp.resolve("out/report.html")).content().contains("<h2>Parts", "<svg");
    assertThat(dextwin("report", "nowhere")).isEqualTo(2);
    assertThat(err.toString()).contains("nowhere holds no run");
  }

  @Test
  void validatesWithoutWriting() throws Exception {
    assertThat(dextwin("validate", "box.conf", "--plugins", plugins.toString())).isZero();
    assertThat(out.toString()).contains("box.conf is valid", "experiment", "probe-plugin");

    assertThat(dextwin("validate", "box.conf", "--json", "--plugins", plugins.toString())).isZero();
    JsonNode valid = json(out.toString());
    assertThat(valid.at("/valid").asBoolean()).isTrue();
    assertThat(valid.at("/parts/0/provider").asText()).isEqualTo("probe");

    String wrong = "experiment.probe.step-s=-1";
    assertThat(
            dextwin(
                "validate", "box.conf", "--json", "--set", wrong, "--plugins", plugins.toString()))
        .isEqualTo(2);
    JsonNode problems = json(out.toString()).at("/problems");
    assertThat(problems).hasSize(1);
    assertThat(problems.at("/0/key").asText()).isEqualTo("experiment.probe.step-s");
    assertThat(problems.at("/0/location").asText()).contains("--set");
    assertThat(dextwin("validate", "missing.conf")).isEqualTo(2);
    assertThat(err.toString()).contains("missing.conf");
  }

  @Test
  void listsPluginsAndNamesBrokenOnes() throws Exception {
    Files.writeString(temp.resolve("broken.jar"), "no jar");

    assertThat(dextwin("plugins", "list", "--plugins", plugins.toString(), "--plugins", "."))
        .isZero();
    assertThat(out.toString())
        .contains("probe-plugin  1.2.3", "diagnostics.probe, experiment.probe", "(failed)");
    assertThat(err.toString()).contains("warning: plugin", "broken");

    dextwin("plugins", "list", "--json", "--plugins", plugins.toString());
    JsonNode plugin = json(out.toString()).at("/plugins/0");
    assertThat(plugin.at("/state").asText()).isEqualTo("started");
    assertThat(plugin.at("/error").isNull()).isTrue();
    assertThat(plugin.at("/components/1/role").asText()).isEqualTo("experiment");
  }

  @Test
  void showsTheKeysOfAComponent() throws Exception {
    assertThat(dextwin("plugins", "show", "experiment.probe", "--plugins", plugins.toString()))
        .isZero();
    assertThat(out.toString())
        .contains(
            "# plugin probe-plugin 1.2.3",
            "  type = probe\n",
            "  seed = 0   # whole number, default\n",
            "    # How it ends.\n",
            "    ending = well   # well | failure | unavailable | bad-input | in-a-pool, default\n",
            "    step-s = 0.5   # number [s], greater than 0, default\n",
            "    file   # path of a file, optional\n");

    dextwin("plugins", "show", "probe-plugin", "--json", "--plugins", plugins.toString());
    JsonNode components = json(out.toString()).at("/components");
    assertThat(components).hasSize(2);
    JsonNode step = components.at("/1/keys/1");
    assertThat(step.at("/name").asText()).isEqualTo("step-s");
    assertThat(step.at("/unit").asText()).isEqualTo("s");
    assertThat(step.at("/default").asText()).isEqualTo("0.5");
    assertThat(step.at("/required").asBoolean()).isFalse();

    assertThat(dextwin("plugins", "show", "prob", "--plugins", plugins.toString())).isEqualTo(2);
    assertThat(err.toString()).contains("did you mean 'probe'?", "known names: diagnostics,");
  }

  @Test
  void examinesTheMachine() throws Exception {
    Files.writeString(temp.resolve("broken.jar"), "no jar");

    assertThat(dextwin("doctor", "--plugins", plugins.toString(), "--plugins", "nowhere")).isZero();
    assertThat(out.toString())
        .contains("cores", "memory", "temporary files", "no such folder", "OK      probe-plugin")
        .contains("MISSING libprobe: not in /usr/lib", "remedy: install libprobe");

    dextwin("doctor", "--json", "--plugins", plugins.toString(), "--plugins", ".");
    JsonNode findings = json(out.toString()).at("/findings");
    List<String> missing = new ArrayList<>();
    findings.forEach(
        finding -> {
          if (finding.at("/health").asText().equals("missing")) {
            missing.add(finding.at("/subject").asText());
          }
        });
    assertThat(missing).hasSize(2).contains("libprobe").anyMatch(name -> name.contains("broken"));
    assertThat(json(out.toString()).at("/healthy").asBoolean()).isFalse();
  }

  @Test
  void refusesAMissingPluginFolder() {
    assertThat(dextwin("plugins", "list", "--plugins", "nowhere")).isEqualTo(2);
    assertThat(err.toString()).contains("nowhere");
  }

  @Test
  void isQuietUnlessAskedToSpeak() {
    run("a");
    assertThat(err.toString()).doesNotContain("info:");
    assertThat(temp.resolve("a/log.txt")).content().contains("INFO", "stage part-0 is done");
    run("b", "-v");
    assertThat(err.toString()).contains("info: stage part-0 is done");
  }

  private int run(String folder, String... more) {
    List<String> words =
        new ArrayList<>(
            List.of("run", "box.conf", "--out", folder, "--plugins", plugins.toString()));
    words.addAll(List.of(more));
    return dextwin(words.toArray(String[]::new));
  }

  /** Runs a command in the folder of the test; what it says is in {@code out} and {@code err}. */
  private int dextwin(String... words) {
    out = new StringWriter();
    err = new StringWriter();
    Environment environment =
        new Environment(new PrintWriter(out), new PrintWriter(err), false, 100, temp);
    return CommandTree.execute(environment, words);
  }

  private static JsonNode json(String text) throws Exception {
    return JsonMapper.builder().build().readTree(text);
  }
}
