package org.dextwin.core.internal.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.PrintWriter;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import org.assertj.core.api.InstanceOfAssertFactories;
import org.dextwin.api.experiment.ExperimentContext;
import org.dextwin.api.experiment.Item;
import org.dextwin.api.experiment.Plot;
import org.dextwin.api.experiment.Table;
import org.dextwin.api.spi.ComponentUnavailableException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ExperimentRunTest {

  @TempDir private Path temp;

  @Test
  void writesAllFilesOfARun() throws Exception {
    try (TestRun run = TestRun.in(temp)) {
      var outcome = run.execute(ExperimentRunTest::everything);

      assertThat(outcome.status()).isEqualTo(Status.DONE);
      assertThat(outcome.error()).isEmpty();
      assertThat(run.out.toString()).contains("Masses", "not run");
      assertThat(run.err.toString()).contains("Method: central differences");
    }
    assertThat(temp.resolve("result.json"))
        .content()
        .isEqualTo(
            """
            {
              "schema" : 1,
              "experiment" : "probe",
              "status" : "done",
              "seed" : 7,
              "metrics" : {
                "median_abs_error_pct" : 2.5,
                "lost" : null
              },
              "items" : [
                {
                  "object" : "box",
                  "mass_kg" : 0.1
                },
                {
                  "object" : "cup",
                  "mass_kg" : "not-run"
                }
              ],
              "error" : null
            }
            """);
    assertThat(temp.resolve("metrics.jsonl"))
        .content()
        .isEqualTo("{\"series\":\"loss\",\"step\":1,\"value\":null}\n");
    assertThat(temp.resolve("config.conf")).content().isEqualTo(TestRun.CONFIG);
    assertThat(temp.resolve("plots/loss.png")).isNotEmptyFile();
    assertThat(temp.resolve("plots/loss.svg")).isNotEmptyFile();
    assertThat(temp.resolve("log.txt")).content().contains("INFO", "probe in", "done");
    assertThat(temp.resolve("report.html")).content().contains("Masses", "<svg", "Method");
    assertThat(temp.resolve("stages/fit.json")).isNotEmptyFile();
    try (var files = Files.list(temp)) {
      assertThat(files).noneMatch(file -> file.toString().endsWith(".part"));
    }
  }

  @Test
  void recordsWhereTheNumbersComeFrom() throws Exception {
    Path input = Files.writeString(temp.resolve("log.csv"), "1,2\n");
    Path folder = temp.resolve("run");
    RunPlan plan = TestRun.plan(TestRun.CONFIG, input);
    try (TestRun run = TestRun.in(folder, plan)) {
      assertThat(run.provenance().values()).containsEntry("finished", null);
      run.execute(context -> {});
      Map<String, Object> provenance = run.provenance().values();

      assertThat(provenance)
          .containsEntry("dextwin_version", "9.9.9")
          .containsEntry("seed", 7L)
          .containsEntry("attempt", 1L)
          .containsEntry("command_line", List.of("dextwin", "run", "box.conf"));
      assertThat(provenance.get("finished")).isNotNull();
      assertThat(provenance.get("machine").toString()).contains("processors=", "os=");
      assertThat(provenance.get("java").toString()).contains(System.getProperty("java.version"));
      assertThat(provenance.get("plugins").toString()).contains("test-plugin", "1.2.3", "ab12");
      assertThat(provenance.get("inputs").toString())
          .contains(input.toString(), Checksum.of(input, new Cancellation()).sha256(), "bytes=4");
    }
  }

  @Test
  void recordsAFailure() throws Exception {
    try (TestRun run = TestRun.in(temp)) {
      var outcome =
          run.execute(
              context -> {
                context.metric("before", 1);
                throw new IllegalStateException("out of reach");
              });

      assertThat(outcome.status()).isEqualTo(Status.FAILED);
      assertThat(run.result().values())
          .containsEntry("status", "failed")
          .containsEntry("metrics", Map.of("before", 1.0))
          .containsEntry(
              "error",
              Map.of("type", "java.lang.IllegalStateException", "message", "out of reach"));
    }
    assertThat(temp.resolve("log.txt")).content().contains("at " + getClass().getName());
    assertThat(temp.resolve("report.html")).content().contains("out of reach");
  }

  @Test
  void recordsErrorsAndRemedies() {
    try (TestRun run = TestRun.in(temp)) {
      run.execute(
          context -> {
            throw new ComponentUnavailableException("no libmujoco", "install it");
          });

      assertThat(run.result().values().get("error").toString()).contains("remedy=install it");
    }
    try (TestRun run = TestRun.in(temp.resolve("b"))) {
      var outcome =
          run.execute(
              context -> {
                throw new UnsatisfiedLinkError("native");
              });

      assertThat(outcome.status()).isEqualTo(Status.FAILED);
    }
  }

  @Test
  void writesNothingIfItIsToEndBeforeItBegins() throws Exception {
    Path input = Files.writeString(temp.resolve("log.csv"), "1,2\n");
    Path made = temp.resolve("made");
    Path existing = Files.createDirectory(temp.resolve("existing"));
    Cancellation cancellation = new Cancellation();
    cancellation.request();
    Terminal terminal =
        new Terminal(
            new PrintWriter(Writer.nullWriter()), new PrintWriter(Writer.nullWriter()), false, 80);
    for (Path path : List.of(made, existing)) {
      try (RunFolder folder = RunFolder.open(path, RunFolder.Existing.REFUSE, List.of(input))) {
        RunPlan plan = TestRun.plan(TestRun.CONFIG, input);
        assertThatThrownBy(() -> ExperimentRun.start(folder, plan, terminal, cancellation))
            .isInstanceOf(CancellationException.class);
      }
    }
    assertThat(made).doesNotExist();
    assertThat(existing).isDirectoryNotContaining("glob:**.json");
    assertThat(FolderLock.isHeld(existing)).isFalse();
  }

  @Test
  void doesNotBeginItsWorkIfItIsToEnd() {
    try (TestRun run = TestRun.in(temp)) {
      run.cancellation.request();
      var outcome = run.execute(context -> context.metric("begun", 1));

      assertThat(outcome.status()).isEqualTo(Status.INTERRUPTED);
      assertThat(run.result().values())
          .containsEntry("status", "interrupted")
          .containsEntry("metrics", Map.of());
    }
  }

  @Test
  void isInterruptedOnlyByTheUser() {
    try (TestRun run = TestRun.in(temp.resolve("a"))) {
      var outcome =
          run.execute(
              context -> {
                context.checkCancelled();
                run.cancellation.request();
                run.attempt().stopping();
                assertThat(run.result().values()).containsEntry("status", "interrupted");
                context.checkCancelled();
              });

      assertThat(outcome.status()).isEqualTo(Status.INTERRUPTED);
      assertThat(run.result().values()).containsEntry("status", "interrupted");
    }
    try (TestRun run = TestRun.in(temp.resolve("b"))) {
      var outcome =
          run.execute(
              context -> {
                throw new CancellationException("by nobody");
              });

      assertThat(outcome.status()).isEqualTo(Status.FAILED);
    }
    try (TestRun run = TestRun.in(temp.resolve("c"))) {
      var outcome =
          run.execute(
              context -> {
                run.cancellation.request();
                run.attempt().stopping();
              });

      assertThat(outcome.status()).isEqualTo(Status.DONE);
      assertThat(run.result().values()).containsEntry("status", "done");
    }
  }

  @Test
  void resumesWithTheItemsAndReportsOfFinishedStages() {
    List<String> worked = new ArrayList<>();
    try (TestRun run = TestRun.in(temp)) {
      run.execute(
          context -> {
            stages(context, worked);
            throw new IllegalStateException("power cut");
          });
    }
    try (TestRun run = TestRun.resume(temp)) {
      assertThat(run.result().values()).containsEntry("status", "running");
      run.execute(context -> stages(context, worked));

      assertThat(worked).containsExactly("a", "inner");
      Map<String, Object> result = run.result().values();
      assertThat(result).containsEntry("metrics", Map.of("of_a", 3.0, "pooled", 4.0));
      assertThat(result.get("items").toString()).contains("name=inner").contains("name=outer");
      assertThat(result.get("items")).asInstanceOf(InstanceOfAssertFactories.LIST).hasSize(2);
      assertThat(run.provenance().values()).containsEntry("attempt", 2L);
      assertThat(run.provenance().values().get("earlier_attempts"))
          .asInstanceOf(InstanceOfAssertFactories.LIST)
          .hasSize(1);
    }
    assertThat(temp.resolve("report.html")).content().containsOnlyOnce("<h2>Said in a");
    assertThat(LineFile.read(temp.resolve("metrics.jsonl")))
        .containsExactly(
            Item.empty().with("series", "s").with("n", 1),
            Item.empty().with("series", "s").with("attempt", 2).with("n", 1));
  }

  @Test
  void doesNotResumeWhatIsDone() {
    try (TestRun run = TestRun.in(temp)) {
      run.execute(context -> {});
    }
    try (TestRun run = TestRun.resume(temp)) {
      assertThat(run.done).isTrue();
    }
  }

  @Test
  void doesNotResumeWithAnotherConfiguration() {
    failing(TestRun.plan(TestRun.CONFIG));
    String moved = "experiment { seed = 7 # elsewhere.conf:9\n type = probe }\n";
    TestRun.resume(temp, TestRun.plan(moved)).close();

    String changed = "experiment { type = probe, seed = 8, added = [1, 2] }";
    assertThatThrownBy(() -> TestRun.resume(temp, TestRun.plan(changed)))
        .isInstanceOf(RunFolderException.class)
        .hasMessageContainingAll(
            "experiment.seed: was 7, is now 8",
            "experiment.added: was missing, is now [1, 2]",
            "--overwrite");
    TestRun.resume(temp).close(); // the refused attempt has released the folder
  }

  @Test
  void doesNotResumeWithOtherInputs() throws Exception {
    Path input = Files.createDirectory(temp.resolve("input"));
    Files.writeString(input.resolve("a.csv"), "1");
    RunPlan plan = TestRun.plan(TestRun.CONFIG, input);
    failing(plan);
    Files.writeString(input.resolve("a.csv"), "2");

    assertThatThrownBy(() -> TestRun.resume(temp, plan))
        .isInstanceOf(RunFolderException.class)
        .hasMessageContaining(input + " has changed");
  }

  @Test
  void refusesTwoStagesOfOneName() {
    try (TestRun run = TestRun.in(temp)) {
      var outcome =
          run.execute(
              context -> {
                context.stage("a", Item::empty);
                context.stage("a", Item::empty);
              });

      assertThat(outcome.error()).get().asString().contains("stage 'a' was begun before");
    }
  }

  @Test
  void keepsStagesWithAnyKeyApart() {
    List<String> keys = List.of("a", "A", "../a", "a/b", "a b", ".", "", "ä", "x".repeat(300));
    try (TestRun run = TestRun.in(temp)) {
      run.execute(
          context -> {
            keys.forEach(key -> context.stage(key, () -> Item.empty().with("key", key)));
            throw new IllegalStateException("stop");
          });
    }
    assertThat(temp.resolve("stages").toFile().list()).hasSize(keys.size());
    try (TestRun run = TestRun.resume(temp)) {
      run.execute(
          context ->
              keys.forEach(
                  key -> {
                    Item item = context.stage(key, Item::empty);
                    assertThat(item.text("key")).isEqualTo(key);
                  }));
      assertThat(run.result().values()).containsEntry("status", "done");
    }
  }

  @Test
  void givesBackTheItemExactly() {
    Item item =
        Item.empty()
            .with("tenth", 0.1)
            .with("tiny", Double.MIN_VALUE)
            .with("one", 1.0)
            .with("count", Long.MAX_VALUE)
            .with("lost", Double.NaN)
            .with("list", List.of(1, 2.5, "x", Map.of("deep", true)));
    try (TestRun run = TestRun.in(temp)) {
      run.execute(
          context -> {
            context.stage("s", () -> item);
            throw new IllegalStateException("stop");
          });
    }
    try (TestRun run = TestRun.resume(temp)) {
      var outcome =
          run.execute(context -> assertThat(context.stage("s", Item::empty)).isEqualTo(item));

      assertThat(outcome.status()).isEqualTo(Status.DONE);
    }
  }

  @Test
  void refusesTakenNamesInSeries() {
    try (TestRun run = TestRun.in(temp)) {
      var outcome = run.execute(context -> context.log("s", Item.empty().with("series", "t")));

      assertThat(outcome.error()).get().asString().contains("the name 'series', which is taken");
    }
  }

  @Test
  void takesReportsOfManyThreads() {
    try (TestRun run = TestRun.in(temp)) {
      run.execute(
          context ->
              java.util.stream.IntStream.range(0, 2000)
                  .parallel()
                  .forEach(
                      i -> {
                        context.item(Item.empty().with("i", i));
                        context.log("s", Item.empty().with("i", i));
                        context.metric("m" + i % 10, i);
                      }));

      assertThat(run.result().values().get("items"))
          .asInstanceOf(InstanceOfAssertFactories.LIST)
          .hasSize(2000);
      assertThat(LineFile.read(temp.resolve("metrics.jsonl"))).hasSize(2000);
    }
  }

  @Test
  void rendersTheReportOfAnUnfinishedRun() throws Exception {
    try (TestRun run = TestRun.in(temp)) {
      run.execute(ExperimentRunTest::everything);
    }
    String before = Files.readString(temp.resolve("report.html"));
    Files.delete(temp.resolve("report.html"));
    Files.delete(temp.resolve("plots/loss.png"));
    RunReport.render(temp);
    assertThat(temp.resolve("report.html")).hasContent(before);
    assertThat(temp.resolve("plots/loss.png")).isNotEmptyFile();

    Files.delete(temp.resolve("result.json"));
    Files.delete(temp.resolve("config.conf"));
    RunReport.render(temp);
    assertThat(temp.resolve("report.html")).content().contains("stopped before its end");

    assertThatThrownBy(() -> RunReport.render(temp.resolve("plots")))
        .isInstanceOf(RunFolderException.class)
        .hasMessageContaining("holds no run");
  }

  private void failing(RunPlan plan) {
    try (TestRun run = TestRun.in(temp, plan)) {
      run.execute(
          context -> {
            throw new IllegalStateException("stop");
          });
    }
  }

  private static void stages(ExperimentContext context, List<String> worked) {
    context.stage(
        "a",
        () -> {
          worked.add("a");
          context.note("Said in a", "once");
          context.metric("of_a", 3);
          context.stage(
              "inner",
              () -> {
                worked.add("inner");
                // A thread of a pool belongs to the stage under way only if there is just one.
                context.item(Item.empty().with("name", "inner"));
                return Item.empty();
              });
          CompletableFuture.runAsync(() -> context.metric("pooled", 4)).join();
          return Item.empty();
        });
    context.item(Item.empty().with("name", "outer"));
    context.log("s", Item.empty().with("n", 1));
  }

  private static void everything(ExperimentContext context) {
    context.note("Method", "central differences");
    context.stage("fit", () -> Item.empty().with("mass_kg", 0.1));
    context.metric("median_abs_error_pct", 2.5);
    context.metric("lost", Double.NaN);
    context.item(Item.empty().with("object", "box").with("mass_kg", 0.1));
    context.item(Item.empty().with("object", "cup").with("mass_kg", Item.NOT_RUN));
    context.log("loss", Item.empty().with("step", 1).with("value", Double.NaN));
    context.table(
        new Table(
            "Masses",
            "",
            List.of(Table.Column.of("object", "object"), new Table.Column("m", "m [g]", 1000, 1)),
            List.of(Item.empty().with("object", "cup").with("m", Item.NOT_RUN))));
    context.plot(
        new Plot(
            "loss",
            "Loss",
            "step",
            "loss",
            Plot.Scale.LOGARITHMIC,
            List.of(
                new Plot.Series(
                    "a", Plot.Style.LINE, new double[] {1, 2}, new double[] {1, 0.1}))));
  }
}
