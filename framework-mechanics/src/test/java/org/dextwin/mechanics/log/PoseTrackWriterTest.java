package org.dextwin.mechanics.log;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.List;
import org.dextwin.api.math.Pose;
import org.dextwin.api.math.Quat;
import org.dextwin.api.math.Vec3;
import org.dextwin.api.perception.PoseTrack;
import org.dextwin.api.perception.PoseTrack.Clock;
import org.dextwin.api.perception.PoseTrack.Quality;
import org.dextwin.api.perception.PoseTrack.Sample;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class PoseTrackWriterTest {

  /** 2023-11-14T22:13:20Z. */
  private static final double TIME = 1.7e9;

  @TempDir private Path folder;

  private static PoseTrack track(Clock clock, double... times) {
    Pose pose =
        new Pose("camera", "box", new Vec3(0.12345, -0.5, 1), Quat.aboutAxis(Vec3.Z, Math.PI / 6));
    List<Sample> samples =
        Arrays.stream(times).mapToObj(time -> new Sample(time, pose, Quality.MEASURED)).toList();
    return new PoseTrack("box", clock, samples, List.of());
  }

  @Test
  void blocksAreThoseOfTheRealLogsInLocalTime() throws IOException {
    new PoseTrackWriter(ZoneOffset.ofHours(-7)).write(folder, track(Clock.UTC, TIME + 0.25));
    assertThat(Files.readString(folder.resolve("target_box_20231114_1513.txt")))
        .isEqualTo(
            """
            2023-11-14T15:13:20.250000 - Final transform:
            [[ 0.87 -0.50  0.00  0.12]
             [ 0.50  0.87  0.00 -0.50]
             [ 0.00  0.00  1.00  1.00]
             [ 0.00  0.00  0.00  1.00]]
            2023-11-14T15:13:20.250000 - Pose:
            tensor([[[ 0.8660, -0.5000,  0.0000,  0.1235],
                     [ 0.5000,  0.8660,  0.0000, -0.5000],
                     [ 0.0000,  0.0000,  1.0000,  1.0000],
                     [ 0.0000,  0.0000,  0.0000,  1.0000]]])
            """);
  }

  @Test
  void filesAreSplitByTheMinute() throws IOException {
    new PoseTrackWriter(ZoneOffset.UTC)
        .write(folder, track(Clock.UNZONED, TIME, TIME + 39.9, TIME + 40, TIME + 41));
    Path first = folder.resolve("target_box_20231114_2213.txt");
    Path second = folder.resolve("target_box_20231114_2214.txt");
    assertThat(Files.readAllLines(first)).hasSize(20);
    assertThat(Files.readAllLines(second)).hasSize(20);
  }

  @Test
  void relativeTimesHaveNoMinute() {
    PoseTrackWriter writer = new PoseTrackWriter(ZoneOffset.UTC);
    PoseTrack relative = track(Clock.RELATIVE, 0);
    assertThatThrownBy(() -> writer.write(folder, relative))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("relative");
  }
}
