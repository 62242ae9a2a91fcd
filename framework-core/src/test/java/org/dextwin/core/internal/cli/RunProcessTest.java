package org.dextwin.core.internal.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Runs in processes of their own, most of which are killed or asked to end at chosen moments. */
@Timeout(value = 2, unit = TimeUnit.MINUTES)
class RunProcessTest {

  @TempDir private static Path plugins;

  @TempDir private Path temp;
  private Process process;
  private StringWriter err = new StringWriter();

  @BeforeAll
  static void buildPlugin() throws Exception {
    ProbePlugin.write(plugins);
  }

  @BeforeEach
  void writeConfig() throws Exception {
    Files.writeString(temp.resolve("box.conf"), "experiment { type = probe }\n");
  }

  @AfterEach
  void endProcess() throws Exception {
    if (process != null) {
      process.destroyForcibly().waitFor();
    }
  }

  @ParameterizedTest
  @CsvSource({"begin, 0", "in-0, 0", "after-0, 1", "in-2, 2", "after-3, 4", "end, 4"})
  void leavesAReadableRunThatResumes(String moment, int stagesDone) throws Exception {
    start(moment);
    await(() -> Files.exists(temp.resolve("held")));
    kill();

    JsonNode killed = result();
    assertThat(killed.at("/status").asText()).isEqualTo("running");
    assertThat(temp.resolve("out/stages").toFile().list()).hasSize(stagesDone);
    assertThat(dextwin("report", "out")).isZero();
    assertThat(temp.resolve("out/report.html")).content().contains("stopped before its end");

    assertThat(run("--resume")).isZero();
    assertThat(result().at("/status").asText()).isEqualTo("done");
    assertThat(result().at("/items")).hasSize(4);
    assertThat(result().at("/metrics/parts").asInt()).isEqualTo(4);
    JsonNode provenance = read("provenance.json");
    assertThat(provenance.at("/attempt").asInt()).isEqualTo(2);
    assertThat(provenance.at("/earlier_attempts/0/finished").isNull()).isTrue();
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 100_000, 3_000_000})
  void survivesAKillAmidstWriting(long bytes) throws Exception {
    Path metrics = temp.resolve("out/metrics.jsonl");
    start("storm");
    await(() -> Files.exists(metrics) && metrics.toFile().length() > bytes);
    kill();

    assertThat(result().at("/status").asText()).isEqualTo("running");
    assertThat(run("--resume")).isZero();
    JsonMapper mapper = JsonMapper.builder().build();
    for (String line : Files.readAllLines(metrics)) {
      assertThat(mapper.readTree(line).at("/series").isTextual()).isTrue();
    }
    assertThat(result().at("/items")).hasSize(4);
  }

  @Test
  void writesResultsWhileItRuns() throws Exception {
    start("in-2");
    await(() -> Files.exists(temp.resolve("held")));
    await(() -> result().at("/items").size() == 3);

    assertThat(result().at("/items/2/part").asInt()).isEqualTo(2);
  }

  @Test
  void locksItsFolderAgainstOtherProcesses() throws Exception {
    start("in-0");
    await(() -> Files.exists(temp.resolve("held")));

    assertThat(run("--resume")).isEqualTo(2);
    assertThat(err.toString()).contains("in use by another dextwin process");
    assertThat(dextwin("report", "out")).isZero();
    assertThat(temp.resolve("out/report.html")).content().contains(">running<");
    // Looking at the lock must not have taken it away.
    assertThat(run("--resume")).isEqualTo(2);
  }

  @Test
  @DisabledOnOs(OS.WINDOWS) // no signals
  void endsInGoodOrderWhenAsked() throws Exception {
    start("in-1");
    await(() -> Files.exists(temp.resolve("held")));
    process.destroy();

    assertThat(process.waitFor()).isEqualTo(1);
    assertThat(result().at("/status").asText()).isEqualTo("interrupted");
    assertThat(temp.resolve("out/report.html")).isNotEmptyFile();
    assertThat(temp.resolve("err.txt"))
        .content()
        .contains("stopping; press Ctrl-C again", "interrupted; --resume --out out continues");
    assertThat(run("--resume")).isZero();
  }

  @Test
  @DisabledOnOs(OS.WINDOWS) // no signals
  void writesNothingWhenAskedBeforeTheRunBegins() throws Exception {
    askDuring("configure");

    assertThat(temp.resolve("err.txt"))
        .content()
        .contains("stopping; press Ctrl-C again", "interrupted before the run began");
    assertThat(temp.resolve("out")).doesNotExist();
    assertThat(run("--resume")).isZero();
  }

  @Test
  @DisabledOnOs(OS.WINDOWS) // no signals
  void isInterruptedWhenAskedWhileComponentsAreMade() throws Exception {
    askDuring("create");

    assertThat(result().at("/status").asText()).isEqualTo("interrupted");
    assertThat(result().at("/items")).isEmpty();
    assertThat(temp.resolve("err.txt"))
        .content()
        .contains("stopping; press Ctrl-C again", "interrupted; --resume --out out continues");
    assertThat(run("--resume")).isZero();
  }

  /** Sends a signal at a moment before the experiment begins, and waits for the end. */
  private void askDuring(String moment) throws Exception {
    start(moment);
    await(() -> Files.exists(temp.resolve("held")));
    process.destroy();
    await(() -> says("stopping"));
    Files.createFile(temp.resolve("go"));

    assertThat(process.waitFor()).isEqualTo(1);
  }

  private boolean says(String words) {
    try {
      return Files.readString(temp.resolve("err.txt")).contains(words);
    } catch (IOException e) {
      throw new AssertionError("what it says is not readable", e);
    }
  }

  @Test
  @DisabledOnOs(OS.WINDOWS) // no signals
  void endsAtOnceWhenAskedTwice() throws Exception {
    start("in-1", "-Dprobe.deaf=true");
    await(() -> Files.exists(temp.resolve("held")));
    process.destroy();
    await(() -> result().at("/status").asText().equals("interrupted"));
    assertThat(process.isAlive()).isTrue();
    process.destroy();

    assertThat(process.waitFor()).isEqualTo(1);
    assertThat(result().at("/status").asText()).isEqualTo("interrupted");
    assertThat(run("--resume")).isZero();
  }

  @Test
  @EnabledOnOs(OS.LINUX) // elsewhere fonts cannot be taken away
  void losesOnlyThePlotsWithoutFonts() throws Exception {
    Path nothing = Files.writeString(temp.resolve("fonts.conf"), "<fontconfig/>");
    // The JDK keeps what it knows of the fonts in the home folder.
    start("", Map.of("FONTCONFIG_FILE", nothing.toString()), "-Duser.home=" + temp);

    assertThat(process.waitFor()).isZero();
    assertThat(temp.resolve("err.txt"))
        .content()
        .containsOnlyOnce("plots cannot be drawn")
        .contains("remedy: install fontconfig", "dextwin report ");
    assertThat(temp.resolve("out.txt")).content().contains("Parts");
    assertThat(result().at("/status").asText()).isEqualTo("done");
    assertThat(temp.resolve("out/report.html")).content().contains("plots cannot be drawn");

    assertThat(dextwin("report", "out")).isZero();
    assertThat(temp.resolve("out/report.html")).content().contains("<svg");
    assertThat(temp.resolve("out/plots/parts.png")).isNotEmptyFile();
  }

  @Test
  void loadsNothingHeavyForHelp() throws Exception {
    List<String> words = new ArrayList<>();
    words.add(ProcessHandle.current().info().command().orElse("java"));
    words.addAll(List.of("-Xlog:class+load:file=" + temp.resolve("classes.txt")));
    words.addAll(List.of("-cp", System.getProperty("java.class.path"), Main.class.getName()));
    words.addAll(List.of("run", "--help"));
    process = new ProcessBuilder(words).redirectErrorStream(true).start();
    String help = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);

    assertThat(process.waitFor()).isZero();
    assertThat(help).startsWith("Usage: dextwin run");
    assertThat(Files.readAllLines(temp.resolve("classes.txt")))
        .noneMatch(line -> line.contains(" com.fasterxml.") || line.contains(" org.pf4j."))
        .noneMatch(line -> line.contains(" java.awt.") || line.contains(" com.typesafe."));
  }

  private void start(String hold, String... options) throws IOException {
    start(hold, Map.of(), options);
  }

  private void start(String hold, Map<String, String> variables, String... options)
      throws IOException {
    List<String> words = new ArrayList<>();
    words.add(ProcessHandle.current().info().command().orElse("java"));
    words.addAll(List.of("-XX:TieredStopAtLevel=1", "-Dprobe.hold=" + hold));
    words.addAll(List.of(options));
    words.addAll(List.of("-cp", System.getProperty("java.class.path"), Main.class.getName()));
    words.addAll(List.of("run", "box.conf", "--out", "out", "--plugins", plugins.toString()));
    ProcessBuilder builder =
        new ProcessBuilder(words)
            .directory(temp.toFile())
            .redirectOutput(temp.resolve("out.txt").toFile())
            .redirectError(temp.resolve("err.txt").toFile());
    builder.environment().putAll(variables);
    process = builder.start();
  }

  private void kill() throws InterruptedException {
    process.destroyForcibly();
    assertThat(process.waitFor()).isNotZero();
  }

  /** Waits for another process to reach a state; the test's timeout ends a wait in vain. */
  private void await(BooleanSupplier reached) throws IOException {
    while (!reached.getAsBoolean()) {
      if (!process.isAlive()) {
        throw new AssertionError("ended early: " + Files.readString(temp.resolve("err.txt")));
      }
      LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(1));
    }
  }

  private int run(String... more) {
    List<String> words =
        new ArrayList<>(
            List.of("run", "box.conf", "--out", "out", "--plugins", plugins.toString()));
    words.addAll(List.of(more));
    return dextwin(words.toArray(String[]::new));
  }

  private int dextwin(String... words) {
    err = new StringWriter();
    PrintWriter nowhere = new PrintWriter(new StringWriter());
    return CommandTree.execute(
        new Environment(nowhere, new PrintWriter(err), false, 100, temp), words);
  }

  private JsonNode result() {
    return read("result.json");
  }

  private JsonNode read(String name) {
    try {
      return JsonMapper.builder().build().readTree(temp.resolve("out").resolve(name).toFile());
    } catch (IOException e) {
      throw new AssertionError("not readable: " + name, e);
    }
  }
}
