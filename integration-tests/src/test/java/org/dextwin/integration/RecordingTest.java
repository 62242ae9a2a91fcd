package org.dextwin.integration;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.awt.image.Raster;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.concurrent.TimeUnit;
import javax.imageio.ImageIO;
import org.dextwin.devices.record.Episode;
import org.dextwin.devices.record.EpisodeReader;
import org.dextwin.devices.record.Frame;
import org.dextwin.devices.record.Source;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

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

  /** Three sensors whose clocks are seconds off and run 5000 ppm too fast or slow. */
  private void writeLab() throws IOException {
    Files.writeString(
        temp.resolve("lab.conf"),
        """
        experiment { type = record
          record { duration-s = 3, loop { rate-hz = 100, tolerated-misses = 100 }
            sources { front { camera = cameras.front }
              object { tracker = trackers.object }
              marker { tracker = trackers.marker } } } }
        hand { type = leap, leap { driver { type = twin } } }
        cameras.front { type = twin, twin { timing {
          rate-hz = 15, clock-offset-s = 40, clock-drift-ppm = -5000, delay-jitter-s = 0.004 } } }
        trackers.object { type = twin, twin { turn-s = 60, object = box, timing {
          rate-hz = 30, clock-offset-s = -1000, clock-drift-ppm = 5000, delay-jitter-s = 0.004 } } }
        trackers.marker { type = twin, twin { turn-s = 60, object = glove, timing {
          rate-hz = 300, clock-offset-s = 7, clock-drift-ppm = 5000, delay-jitter-s = 0.002 } } }
        """);
  }

  /** Names and rates of what the lab's log holds beside the robot [Hz]. */
  private static final Map<String, Double> RATES =
      Map.of("front", 15.0, "object", 30.0, "marker", 300.0);

  /** How late the earliest frames are on a machine that does something else as well [s]. */
  private static final double LEAST_DELAY = 0.004;

  @Test
  void skewedSensorsAreAlignedWithinHalfAPeriod() throws IOException {
    writeLab();
    dextwin("record", "lab.conf", "--out", "lab").exits(0);
    Episode episode = EpisodeReader.read(temp.resolve("lab/episode.dxlog"));
    assertThat(episode.notes()).isEmpty();
    dextwin("export", "lab", "--format", "csv", "--out", "text", "--fps", "15").exits(0);

    Path folder = temp.resolve("text/episode_000000");
    List<String> lines = Files.readAllLines(folder.resolve("aligned.csv"));
    List<String> header = List.of(lines.get(0).split(",", -1));
    assertThat(lines).as("rows of three seconds at 15 Hz").hasSizeGreaterThan(15);
    List<List<String>> rows =
        lines.stream().skip(1).map(line -> List.of(line.split(",", -1))).toList();
    for (Map.Entry<String, Double> rate : RATES.entrySet()) {
      List<Double> late = new ArrayList<>();
      for (List<String> row : rows) {
        double time = Double.parseDouble(row.get(header.indexOf("timestamp"))) % 60;
        double taken =
            rate.getKey().equals("front")
                ? shown(folder.resolve(row.get(header.indexOf("front.file"))))
                : turned(row, header, rate.getKey());
        late.add(Math.abs(Math.IEEEremainder(taken - time, 60)));
      }
      Collections.sort(late);
      // a busy machine loses single frames, and a wrong clock shifts all of them
      assertThat(late.get(late.size() * 4 / 5))
          .as("time between a row and its frame of '%s' [s]", rate.getKey())
          .isLessThan(0.5 / rate.getValue() + LEAST_DELAY);
    }

    dextwin("export", "lab", "--out", "dataset", "--fps", "15").exits(0);
    JsonNode info = Dextwin.parse(Files.readString(temp.resolve("dataset/meta/info.json")));
    assertThat(info.at("/total_frames").asInt()).isEqualTo(lines.size() - 1);
    assertThat(info.at("/features/observation.images.front/shape/0").asInt()).isEqualTo(96);
    assertThat(info.at("/features").toString()).contains("object", "marker");
  }

  /** The seconds within a minute at which the twin's image was taken. */
  private static double shown(Path image) throws IOException {
    Raster pixels = ImageIO.read(image.toFile()).getRaster();
    long millis = 0;
    for (int bit = 0; bit < 32; bit++) {
      int grey = pixels.getSample(4 * bit + 2, pixels.getHeight() - 2, 0);
      millis = 2 * millis + (grey > 127 ? 1 : 0);
    }
    long past = System.currentTimeMillis() - millis; // only its last 32 digits are shown
    return (System.currentTimeMillis() - Math.floorMod(past, 1L << 32)) / 1e3 % 60;
  }

  /** The seconds within a minute at which the twin's object was at its pose. */
  private static double turned(List<String> row, List<String> header, String source) {
    double qw = Double.parseDouble(row.get(header.indexOf(source + ".qw")));
    double qz = Double.parseDouble(row.get(header.indexOf(source + ".qz")));
    return 2 * Math.atan2(qz, qw) / (2 * Math.PI) * 60;
  }

  @Test
  void aKilledRecordKeepsTheFramesOfAllSources() throws Exception {
    writeLab();
    SplittableRandom random = new SplittableRandom(11);
    for (int kill = 0; kill < 3; kill++) {
      Path log = temp.resolve("killed-" + kill + "/episode.dxlog");
      try (Dextwin.Running running =
          Dextwin.in(temp).start("record", "lab.conf", "--out", "killed-" + kill)) {
        long deadline = System.nanoTime() + 60_000_000_000L;
        while (!Files.exists(log) || Files.size(log) < 20_000) {
          assertThat(running.process().isAlive() && System.nanoTime() < deadline)
              .as("still on the way to its first frames")
              .isTrue();
          Thread.onSpinWait();
        }
        running.process().waitFor(random.nextInt(1500), TimeUnit.MILLISECONDS);
        List<Frame> before = EpisodeReader.read(log).frames();
        running.process().destroyForcibly().waitFor();
        Episode after = EpisodeReader.read(log);
        assertThat(after.frames()).hasSizeGreaterThanOrEqualTo(before.size());
        assertThat(stamps(after.frames()).subList(0, before.size())).isEqualTo(stamps(before));
        assertThat(after.notes()).as("damage").noneMatch(note -> note.contains("checksum"));
        assertThat(after.heard().header().sources()).extracting(Source::name).contains("marker");
      }
    }
  }

  private static List<String> stamps(List<Frame> frames) {
    return frames.stream()
        .map(frame -> frame.source() + " " + frame.sourceNanos() + " " + frame.hostNanos())
        .toList();
  }

  @ParameterizedTest
  @ValueSource(strings = {"leap", "allegro"})
  void aShippedLogIsOneEpisode(String hand) throws IOException {
    Path log = Dextwin.ROOT.resolve("examples/hardware/logs/" + hand + ".dxlog");
    dextwin("export", log.toString(), "--out", "dataset").exits(0);
    JsonNode info = Dextwin.parse(Files.readString(temp.resolve("dataset/meta/info.json")));
    assertThat(info.at("/total_episodes").asInt()).isEqualTo(1);
    assertThat(info.at("/total_frames").asInt()).isGreaterThanOrEqualTo(78);
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
            new String[] {
              "validate",
              Dextwin.ROOT.resolve("examples/hardware/replay.conf").toString(),
              "--set",
              "experiment.replay.log=none.dxlog"
            },
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
