package org.dextwin.tracker.foundationpose;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.dextwin.api.math.Vec3;
import org.dextwin.api.perception.PoseTrack;
import org.dextwin.api.perception.PoseTrack.Clock;
import org.dextwin.api.perception.PoseTrack.Sample;
import org.dextwin.api.spi.InvalidInputException;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class FoundationPoseTrackerTest {

  @TempDir private Path folder;
  private Path matrices;

  @BeforeEach
  void makeFolder() throws IOException {
    matrices = Files.createDirectory(folder.resolve("ob_in_cam"));
  }

  private void frame(String id, double x) throws IOException {
    Files.writeString(
        matrices.resolve(id + ".txt"),
        "1.000000000000000000e+00 0 0 " + x + "\n0 1 0 0.2\n0 0 1 0.3\n0 0 0 1\n");
  }

  private PoseTrack atRate(double frequency) {
    return read(Optional.of(frequency), Optional.empty(), Clock.RELATIVE);
  }

  private PoseTrack listed(String file, Clock clock) {
    return read(Optional.empty(), Optional.of(file), clock);
  }

  private PoseTrack read(Optional<Double> rate, Optional<String> file, Clock clock) {
    FoundationPoseConfig config = new FoundationPoseConfig(rate, file, clock, RepairConfig.DEFAULT);
    return new FoundationPoseTracker(config).read(folder, "mug");
  }

  @Test
  void framesAreOrderedByNumberAndMissingOnesAreGaps() throws IOException {
    frame("8", 0.1);
    frame("9", 0.101);
    frame("00012", 0.102);
    PoseTrack track = atRate(10);
    assertThat(track.clock()).isEqualTo(Clock.RELATIVE);
    assertThat(track.samples()).extracting(Sample::time).containsExactly(0.0, 0.1, 0.4);
    assertThat(track.samples().get(2).pose().position()).isEqualTo(new Vec3(0.102, 0.2, 0.3));
    assertThat(track.samples().get(0).pose().body()).isEqualTo("mug");
  }

  @Test
  void theFolderOfMatricesMayBeGivenItself() throws IOException {
    frame("0", 0.1);
    PoseTrack above = atRate(30);
    folder = matrices;
    assertThat(atRate(30)).isEqualTo(above);
  }

  @Test
  void idsMayBeNanoseconds() throws IOException {
    frame("1581120424148532296", 0.1);
    frame("1581120424182532296", 0.1);
    PoseTrack track = atRate(1e9);
    assertThat(track.samples().get(1).time()).isCloseTo(0.034, within(1e-12));
  }

  @Test
  void timesMayStandInAFile() throws IOException {
    frame("left", 0.1);
    frame("right", 0.2);
    Files.writeString(
        folder.resolve("times.txt"), "# id, time\nright, 1700000000.5\n\nleft 1700000000.25\n");
    assertThat(listed("times.txt", Clock.UTC).samples())
        .extracting(Sample::time)
        .containsExactly(1700000000.25, 1700000000.5);
    PoseTrack relative = listed("times.txt", Clock.RELATIVE);
    assertThat(relative.samples()).extracting(Sample::time).containsExactly(0.0, 0.25);
    assertThat(relative.samples().get(0).pose().position().x()).isEqualTo(0.1);
  }

  @Test
  void badTimesAreRefused() throws IOException {
    frame("0", 0.1);
    frame("1", 0.1);
    times("0 1\n");
    assertRefused("frame '1' has no time");
    times("0 1\n1 x\n");
    assertRefused("times.txt:2", "'x'");
    times("0 1\n1 NaN\n");
    assertRefused("times.txt:2", "finite");
    times("0 1\n1\n");
    assertRefused("times.txt:2", "two fields");
    times("0 1\n0 2\n");
    assertRefused("times.txt:2", "twice");
    times("0 1\n1 1\n");
    assertRefused("same time");
  }

  private void times(String text) throws IOException {
    Files.writeString(folder.resolve("times.txt"), text);
  }

  private void assertRefused(String... parts) {
    assertThatThrownBy(() -> listed("times.txt", Clock.UTC))
        .isInstanceOf(InvalidInputException.class)
        .hasMessageContainingAll(parts);
  }

  @Test
  void timestampsCannotLeaveTheFolder() throws IOException {
    frame("0", 0.1);
    assertThatThrownBy(() -> listed("../times.txt", Clock.UTC))
        .isInstanceOf(InvalidInputException.class)
        .hasMessageContaining("leads out of");
  }

  @Test
  void badMatricesAreRefused() throws IOException {
    frame("0", 0.1);
    Files.writeString(matrices.resolve("1.txt"), "1 0 0 0\n0 1 0");
    assertThatThrownBy(() -> atRate(30))
        .isInstanceOf(InvalidInputException.class)
        .hasMessageContainingAll("1.txt", "7 numbers, expected 16");
    Files.writeString(matrices.resolve("1.txt"), "1 0 0 0\n0 1 0 a");
    assertThatThrownBy(() -> atRate(30))
        .isInstanceOf(InvalidInputException.class)
        .hasMessageContainingAll("1.txt:2", "'a'");
    Files.writeString(matrices.resolve("1.txt"), "1 ".repeat(1 << 16));
    assertThatThrownBy(() -> atRate(30))
        .isInstanceOf(InvalidInputException.class)
        .hasMessageContaining("bytes");
  }

  @Test
  void lostFramesAreDroppedAndNoted() throws IOException {
    frame("0", 0.1);
    frame("1", Double.NaN);
    Files.writeString(matrices.resolve("1.txt"), "nan nan nan nan\n0 1 0 0\n0 0 1 0\n0 0 0 1\n");
    PoseTrack track = atRate(30);
    assertThat(track.samples()).hasSize(1);
    assertThat(track.notes()).singleElement().asString().contains("1 poses dropped: not finite");
  }

  @Test
  void emptyFoldersAndOtherIdsAreRefused() throws IOException {
    assertThatThrownBy(() -> atRate(30))
        .isInstanceOf(InvalidInputException.class)
        .hasMessageContaining("<frame id>.txt");
    frame("left", 0.1);
    assertThatThrownBy(() -> atRate(30))
        .isInstanceOf(InvalidInputException.class)
        .hasMessageContainingAll("'left'", "timestamps-file");
  }
}
