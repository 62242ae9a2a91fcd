package org.dextwin.integration;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.dextwin.devices.record.Episode;
import org.dextwin.devices.record.EpisodeReader;
import org.dextwin.devices.record.Source;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A hand's twin is recorded, moved along the record, and both become datasets. */
class RecordingTest {

  @TempDir private Path temp;

  private Dextwin.Outcome dextwin(String... words) {
    return Dextwin.in(temp).run(words);
  }

  /** Runs on the LEAP hand's twin, on a machine that may be busy. */
  private Dextwin.Outcome patient(String experiment, String... more) {
    List<String> words = new ArrayList<>(List.of(experiment, "--hand", "leap"));
    words.addAll(List.of(more));
    words.addAll(List.of("--set", "experiment." + experiment + ".loop.tolerated-misses=100"));
    return dextwin(words.toArray(String[]::new));
  }

  @Test
  void aRecordIsReplayedAndExported() throws IOException {
    patient("record", "--seconds", "1", "--rate", "50", "--out", "watched").exits(0);
    Episode watched = EpisodeReader.read(temp.resolve("watched/episode.dxlog"));
    assertThat(watched.framesOf(0)).isNotEmpty();
    assertThat(watched.heard().header().sources())
        .extracting(Source::kind)
        .containsExactly(Source.Kind.JOINTS);
    assertThat(Files.readString(temp.resolve("watched/config.conf")))
        .contains("--set hand.leap.driver.type=twin");

    patient("replay", "watched/episode.dxlog", "--rate", "50", "--out", "moved").exits(0);
    Episode moved = EpisodeReader.read(temp.resolve("moved/episode.dxlog"));
    assertThat(moved.heard().header().sources()).hasSize(3);

    String told = dextwin("export", "moved", "--out", "dataset", "--fps", "25").exits(0).out();
    assertThat(told).contains("dataset: ", "action[16]", "observation.state[16]");
    JsonNode info = Dextwin.parse(Files.readString(temp.resolve("dataset/meta/info.json")));
    assertThat(info.at("/codebase_version").asText()).isEqualTo("v3.0");
    assertThat(info.at("/fps").asInt()).isEqualTo(25);
    assertThat(temp.resolve("dataset/data/chunk-000/file-000.parquet")).isNotEmptyFile();
  }

  @Test
  void measuredJointsOfACsvExportAreReplayed() {
    Path log = Dextwin.ROOT.resolve("examples/hardware/logs/leap.dxlog");
    dextwin("export", log.toString(), "--format=csv", "--out=text").exits(0);
    JsonNode result = patient("replay", "text/episode_000000/joints.csv", "--json").exits(0).json();
    assertThat(result.at("/status").asText()).isEqualTo("done");
    assertThat(result.at("/metrics/joints").asInt()).isEqualTo(16);
  }

  @Test
  void whatIsMissingIsSaidBeforeAnythingMoves() {
    for (String[] words :
        List.of(
            new String[] {"replay", "none.dxlog", "--hand", "leap"},
            new String[] {"record", "--hand", "lepa"},
            new String[] {"record"},
            new String[] {"export", "none.dxlog", "--out", "dataset"},
            new String[] {"export", ".", "--out", "dataset"},
            new String[] {"export", "none.dxlog"})) {
      Dextwin.Outcome outcome = dextwin(words).exits(2);
      assertThat(outcome.err()).doesNotContain("Exception", "\tat ");
      assertThat(outcome.out()).isEmpty();
    }
    assertThat(temp).isEmptyDirectory();
  }
}
