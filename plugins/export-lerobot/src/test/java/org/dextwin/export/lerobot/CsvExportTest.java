package org.dextwin.export.lerobot;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import org.dextwin.api.robot.JointLog;
import org.dextwin.devices.record.Episode;
import org.dextwin.devices.record.EpisodeReader;
import org.dextwin.devices.record.Reading;
import org.dextwin.mechanics.log.JointColumns;
import org.dextwin.mechanics.log.JointLogReader;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CsvExportTest {

  @TempDir private Path temp;
  private Path log;
  private Path episode;

  @BeforeEach
  void export() throws IOException {
    log = temp.resolve("a.dxlog");
    Episodes.write(log, "pick", 4, 2, 2.5);
    Export.run(log, "--format", "csv", "--out", temp.resolve("out"));
    episode = temp.resolve("out/episode_000000");
  }

  private static List<String> column(Path file, String name) throws IOException {
    List<String> lines =
        Files.readAllLines(file).stream().filter(line -> !line.startsWith("#")).toList();
    int column = Arrays.asList(lines.get(0).split(",", -1)).indexOf(name);
    assertThat(column).as(name + " in " + lines.get(0)).isNotNegative();
    return lines.stream().skip(1).map(line -> line.split(",", -1)[column]).toList();
  }

  @Test
  void measuredJointsAreAJointLogOfEveryFrame() throws IOException {
    Episode recorded = EpisodeReader.read(log);
    JointLog read =
        new JointLogReader(JointColumns.DREX, Episodes.ORDER)
            .read(episode.resolve("hand.csv"))
            .log();
    assertThat(read.size()).isEqualTo(recorded.framesOf(0).size());
    for (int i = 0; i < read.size(); i++) {
      var joints = (Reading.Joints) recorded.framesOf(0).get(i).reading();
      double[] position = joints.position().values(Episodes.ORDER);
      assertThat(read.position(i, 0)).isEqualTo(position[0]);
      assertThat(read.position(i, 1)).isEqualTo(position[1]);
      // positions tell the true time
      assertThat(read.times()[i] - Episodes.START / 1e9).isCloseTo(position[0], within(2e-3));
    }
  }

  @Test
  void alignedRowsNameEverySourceAndItsLateness() throws IOException {
    Path aligned = episode.resolve("aligned.csv");
    List<String> times = column(aligned, "timestamp");
    List<String> late = column(aligned, "cup.late_s");
    List<String> poses = column(aligned, "cup.x");
    assertThat(times).hasSizeBetween(48, 54); // 3.5 s at 15 Hz; the gap is left out
    for (int i = 0; i < times.size(); i++) {
      double time = Double.parseDouble(times.get(i)) - Episodes.START / 1e9;
      double lateness = Double.parseDouble(late.get(i));
      assertThat(Math.abs(lateness)).isLessThanOrEqualTo(0.5 / 15 * 1.05);
      assertThat(Double.parseDouble(poses.get(i))).isCloseTo(time + lateness, within(2e-3));
    }
    assertThat(column(aligned, "hand.position.knuckle")).hasSameSizeAs(times);
    assertThat(column(aligned, "command.position.tip")).containsOnly("1.0");
    List<String> ticks = column(aligned, "tick");
    assertThat(Long.parseLong(ticks.get(ticks.size() - 1))).isGreaterThan(times.size());
    for (String image : column(aligned, "camera.file")) {
      assertThat(episode.resolve(image)).isRegularFile();
    }
    assertThat(Export.json(temp.resolve("out/episodes.json")).at("/episodes/0/task").asText())
        .isEqualTo("pick");
  }

  @Test
  void imagesAreTheBytesThatWereRecorded() throws IOException {
    Episode recorded = EpisodeReader.read(log);
    List<String> files = column(episode.resolve("camera.csv"), "file");
    assertThat(files).hasSize(recorded.framesOf(4).size());
    for (int i = 0; i < files.size(); i++) {
      var image = (Reading.Image) recorded.framesOf(4).get(i).reading();
      assertThat(episode.resolve(files.get(i))).hasBinaryContent(image.encoded());
    }
  }
}
