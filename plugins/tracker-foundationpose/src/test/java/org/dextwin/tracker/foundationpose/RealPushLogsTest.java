package org.dextwin.tracker.foundationpose;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.dextwin.api.model.JointOrder;
import org.dextwin.api.perception.PoseTrack;
import org.dextwin.api.perception.PoseTrack.Clock;
import org.dextwin.api.perception.PoseTrack.Quality;
import org.dextwin.api.perception.PoseTrack.Sample;
import org.dextwin.api.spi.InvalidInputException;
import org.dextwin.mechanics.log.ClockCheck;
import org.dextwin.mechanics.log.ClockOffset;
import org.dextwin.mechanics.log.ClockOffset.Evidence;
import org.dextwin.mechanics.log.JointColumns;
import org.dextwin.mechanics.log.JointLogReader;
import org.dextwin.mechanics.log.JointRecording;
import org.dextwin.mechanics.log.LogSync;
import org.dextwin.mechanics.log.SyncedLogs;
import org.dextwin.testkit.SharedData;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The published pushes: what is read is counted in the files by other means. */
final class RealPushLogsTest {

  private static final List<String> TAKES =
      List.of("a-1", "a-2", "domino-2", "lego-2", "lego-3", "cookie-1", "ketchup-1");

  private static final JointOrder ORDER =
      new JointOrder("motor", IntStream.range(0, 16).mapToObj(joint -> "joint_" + joint).toList());

  private static PoseTrack poses(String take) {
    Path folder = SharedData.require("drex-push").resolve(take).resolve("poses");
    return new FoundationPoseLogTracker(new FoundationPoseLogConfig(RepairConfig.DEFAULT))
        .read(folder, take);
  }

  private static JointRecording joints(String take) {
    Path file = SharedData.require("drex-push").resolve(take).resolve("joints.csv");
    return new JointLogReader(JointColumns.DREX, ORDER).read(file);
  }

  private static SyncedLogs synced(String joints, String poses) {
    return new LogSync(0.5).align(joints(joints).log(), poses(poses));
  }

  @ParameterizedTest
  @ValueSource(strings = {"a-1", "a-2", "domino-2", "lego-2", "lego-3", "cookie-1", "ketchup-1"})
  void everyPoseIsReadAndNoneNeedsRepair(String take) throws IOException {
    PoseTrack track = poses(take);
    List<Sample> samples = track.samples();
    double span = samples.get(samples.size() - 1).time() - samples.get(0).time();

    assertThat(samples).hasSize(linesContaining(take, " - Pose:"));
    assertThat((samples.size() - 1) / span).as("poses a second").isBetween(14.0, 15.0);
    assertThat(track.clock()).isEqualTo(Clock.UNZONED);
    // the tumbling of real objects is not mistaken for the tracker's mistakes
    assertThat(track.notes()).isEmpty();
    assertThat(samples).allMatch(sample -> sample.quality() == Quality.MEASURED);
  }

  private static int linesContaining(String take, String text) throws IOException {
    Path folder = SharedData.require("drex-push").resolve(take).resolve("poses");
    int count = 0;
    try (Stream<Path> files = Files.list(folder)) {
      for (Path file : files.toList()) {
        count += (int) Files.readString(file).lines().filter(l -> l.contains(text)).count();
      }
    }
    return count;
  }

  @ParameterizedTest
  @ValueSource(strings = {"a-1", "a-2", "domino-2", "lego-2", "lego-3", "cookie-1", "ketchup-1"})
  void everyJointReadingIsRead(String take) throws IOException {
    JointRecording recording = joints(take);
    List<String> lines =
        Files.readAllLines(SharedData.require("drex-push").resolve(take).resolve("joints.csv"));
    int last = lines.size() - 2;
    String[] fields = lines.get(lines.size() - 1).split(",", -1);

    assertThat(recording.notes()).isEmpty();
    assertThat(recording.log().size()).isEqualTo(lines.size() - 1);
    assertThat(recording.log().time(last)).isEqualTo(Double.parseDouble(fields[0]));
    assertThat(recording.log().position(last, 15)).isEqualTo(Double.parseDouble(fields[17]));
    assertThat(recording.log().velocity(last, 0)).isEqualTo(Double.parseDouble(fields[18]));
    assertThat(recording.log().effort(last, 15)).isEqualTo(Double.parseDouble(fields[49]));
  }

  @ParameterizedTest
  @ValueSource(strings = {"a-1", "a-2", "domino-2", "lego-2", "lego-3", "cookie-1", "ketchup-1"})
  void theZoneIsFoundAndTheMotionsMeet(String take) {
    SyncedLogs synced = synced(take, take);
    Optional<ClockOffset> offset = ClockCheck.diagnose(synced);

    assertThat(synced.zone()).isEqualTo(ZoneOffset.ofHours(-7));
    assertThat(synced.end() - synced.start()).as("shared seconds").isGreaterThan(3.0);
    // The computers' clocks were synchronised. A braked finger and a moving object are 0.2 s apart
    // at most; the thumb that pushes the brick is not braked at all.
    assertThat(offset.orElseThrow().evidence())
        .isEqualTo(take.startsWith("lego") ? Evidence.MOTION : Evidence.TOUCH);
    assertThat(Math.abs(offset.orElseThrow().seconds()))
        .isLessThan(offset.orElseThrow().uncertainty() + 0.1);
  }

  @Test
  void posesOfAnotherTakeAreRejected() {
    SharedData.require("drex-push"); // skips here, where no assertion takes it for a rejection
    for (String joints : TAKES) {
      for (String poses : TAKES) {
        if (!joints.equals(poses)) {
          assertThatThrownBy(() -> synced(joints, poses))
              .as("joints of %s with poses of %s", joints, poses)
              .isInstanceOf(InvalidInputException.class)
              .hasMessageContaining("same take");
        }
      }
    }
  }
}
