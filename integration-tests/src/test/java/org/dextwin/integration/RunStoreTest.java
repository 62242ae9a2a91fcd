package org.dextwin.integration;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Runs of the main job that are killed, disturbed or put where something is. */
@Timeout(value = 5, unit = TimeUnit.MINUTES)
class RunStoreTest {

  /** Kills are spread over a start and a take or two [ms]. */
  private static final int EARLIEST_KILL_MS = 300;

  private static final int LATEST_KILL_MS = 3000;
  private static final int KILLS = 3;

  @TempDir private Path temp;

  @BeforeEach
  void writeConfig() throws IOException {
    for (String part : List.of("meshes", "box-1", "cylinder-1")) {
      CopiedFolder.copy(
          Dextwin.EXAMPLES.resolve("sample").resolve(part), temp.resolve("takes").resolve(part));
    }
    Files.writeString(
        temp.resolve("takes.conf"),
        """
        experiment { type = identify-mass
          identify-mass { push-log { takes = takes
            friction { mean = 0.35, standard-deviation = 0.12 } } } }
        hand { type = allegro }
        tracker { type = foundation-pose-log }
        """);
  }

  @Test
  void aRunKilledAtAnyMomentIsReadableAndGoesOn() throws Exception {
    long seed = System.nanoTime();
    SplittableRandom random = new SplittableRandom(seed);
    List<Long> moments = new ArrayList<>();
    for (int i = 0; i < KILLS; i++) {
      moments.add((long) random.nextInt(EARLIEST_KILL_MS, LATEST_KILL_MS));
      try (Dextwin.Running running = start("killed", "--resume")) {
        running.killedAfter(moments.get(i));
      }
      String moment = "killed after " + moments + " ms";
      Path result = temp.resolve("killed/result.json");
      if (Files.exists(result)) {
        assertThat(Dextwin.result(temp.resolve("killed")).at("/status").asText())
            .as("status, %s", moment)
            .isIn("running", "done");
        Dextwin.in(temp).run("report", "killed").exits(0);
      }
    }
    start("killed", "--resume").outcome().exits(0);
    start("whole").outcome().exits(0);

    assertThat(estimates("killed"))
        .as("estimates of the run killed after %s ms", moments)
        .isEqualTo(estimates("whole"));
    assertThat(temp.resolve("killed/report.html")).content().contains("box-1", "cylinder-1");
    assertThat(names(temp.resolve("killed/plots"))).isEqualTo(names(temp.resolve("whole/plots")));
  }

  @Test
  void aSecondProcessIsKeptOut() throws Exception {
    try (Dextwin.Running first = start("shared")) {
      awaitFile(first, "shared/result.json");
      first.pause();
      for (String option : List.of("--resume", "--overwrite")) {
        Dextwin.Outcome second = start("shared", option).outcome().exits(2);
        assertThat(second.err()).contains("in use by another dextwin process", "--out");
      }
      first.goOn();
      first.outcome().exits(0);
    }
    assertThat(Dextwin.result(temp.resolve("shared")).at("/status").asText()).isEqualTo("done");
  }

  @Test
  void interruptedInGoodOrderItGoesOn() throws IOException {
    try (Dextwin.Running running = start("stopped")) {
      // Signals are heard before the first take is begun.
      awaitFile(running, "stopped/stages");
      running.process().destroy();
      Dextwin.Outcome outcome = running.outcome().exits(1);
      assertThat(outcome.err()).contains("interrupted; --resume --out stopped continues");
    }
    assertThat(Dextwin.result(temp.resolve("stopped")).at("/status").asText())
        .isEqualTo("interrupted");
    start("stopped", "--resume").outcome().exits(0);
  }

  @Test
  void takesAnExistingFolderButNoEarlierRun() throws IOException {
    Path folder = Files.createDirectories(temp.resolve("mine/deep"));
    Files.writeString(folder.resolve("notes.txt"), "mine");
    CalibratedPush.write(temp.resolve("push.conf"), List.of(CalibratedPush.object("box", 0.2)), "");

    Dextwin.in(temp).run("run", "push.conf", "--out", "mine/deep").exits(0);
    Dextwin.Outcome again = Dextwin.in(temp).run("run", "push.conf", "--out", "mine/deep").exits(2);
    assertThat(again.err()).contains("already holds a run (done)", "--resume", "--overwrite");
    Dextwin.in(temp).run("run", "push.conf", "--out", "mine/deep", "--overwrite").exits(0);
    assertThat(folder.resolve("notes.txt")).hasContent("mine");

    Dextwin.Outcome changed =
        Dextwin.in(temp)
            .run("run", "push.conf", "--out", "mine/deep", "--resume", "--set", "experiment.seed=9")
            .exits(2);
    assertThat(changed.err()).contains("experiment.seed", "9");
    Dextwin.Outcome file = Dextwin.in(temp).run("run", "push.conf", "--out", "push.conf").exits(2);
    assertThat(file.err()).contains("push.conf is a file");
    Dextwin.Outcome empty = Dextwin.in(temp).run("run", "push.conf", "--out", "").exits(2);
    assertThat(empty.err()).contains("--out is empty");
    assertThat(temp.resolve("result.json")).doesNotExist();
  }

  /** Waits for a file; the test's timeout ends a wait in vain. */
  private void awaitFile(Dextwin.Running running, String name) throws IOException {
    while (!Files.exists(temp.resolve(name))) {
      if (!running.process().isAlive()) {
        throw new AssertionError("ended early: " + Files.readString(running.err()));
      }
      LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(5));
    }
  }

  private Dextwin.Running start(String out, String... more) {
    List<String> words = new ArrayList<>(List.of("run", "takes.conf", "--out", out));
    words.addAll(List.of(more));
    return Dextwin.in(temp).start(words.toArray(String[]::new));
  }

  /** The items without the time they took. */
  private List<JsonNode> estimates(String out) throws IOException {
    List<JsonNode> items = new ArrayList<>();
    for (JsonNode item : Dextwin.result(temp.resolve(out)).at("/items")) {
      items.add(((ObjectNode) item.deepCopy()).without("seconds"));
    }
    assertThat(items).hasSize(2);
    return items;
  }

  private static List<String> names(Path folder) throws IOException {
    try (var files = Files.list(folder)) {
      return files.map(file -> file.getFileName().toString()).sorted().toList();
    }
  }
}
