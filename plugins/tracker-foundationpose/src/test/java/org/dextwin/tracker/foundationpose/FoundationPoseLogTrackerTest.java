package org.dextwin.tracker.foundationpose;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.stream.Stream;
import org.dextwin.api.math.Vec3;
import org.dextwin.api.perception.PoseTrack;
import org.dextwin.api.perception.PoseTrack.Clock;
import org.dextwin.api.perception.PoseTrack.Quality;
import org.dextwin.api.perception.PoseTrack.Sample;
import org.dextwin.api.spi.InvalidInputException;
import org.dextwin.mechanics.log.PoseTrackWriter;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class FoundationPoseLogTrackerTest {

  /** Half a minute before the full minute, so that tracks fall into two files. */
  private static final double START = Instant.parse("2024-02-29T23:59:56Z").getEpochSecond() + 0.25;

  private static final String TENSOR =
      """
      tensor([[[ 1.0000,  0.0000,  0.0000,  0.1000],
               [ 0.0000,  1.0000,  0.0000,  0.2000],
               [ 0.0000,  0.0000,  1.0000,  0.3000],
               [ 0.0000,  0.0000,  0.0000,  1.0000]]])
      """;

  @TempDir private Path folder;

  private PoseTrack read() {
    return new FoundationPoseLogTracker(new FoundationPoseLogConfig(RepairConfig.DEFAULT))
        .read(folder, "box");
  }

  private void write(String name, String... blocks) throws IOException {
    Files.writeString(folder.resolve(name), String.join("", blocks));
  }

  private static String block(String time, String tensor) {
    return "2024-03-01T10:00:" + time + " - Pose:\n" + tensor;
  }

  private static PoseTrack truth(long seed) {
    List<Sample> samples =
        TestTrack.of(seed).stream()
            .map(s -> new Sample(START + s.time(), s.pose(), s.quality()))
            .toList();
    return new PoseTrack("box", Clock.UNZONED, samples, List.of());
  }

  @Test
  void writtenTracksAreReadBackToFourDecimals() {
    PoseTrack truth = truth(1);
    new PoseTrackWriter(ZoneOffset.UTC).write(folder, truth);
    PoseTrack read = read();

    assertThat(folder.toFile().list()).hasSize(2);
    assertThat(read.clock()).isEqualTo(Clock.UNZONED);
    assertThat(read.object()).isEqualTo("box");
    assertThat(read.notes()).isEmpty();
    assertThat(read.samples()).hasSameSizeAs(truth.samples());
    for (int i = 0; i < truth.samples().size(); i++) {
      Sample expected = truth.samples().get(i);
      Sample sample = read.samples().get(i);
      assertThat(sample.time()).isCloseTo(expected.time(), within(1e-6));
      assertThat(sample.pose().position().distanceTo(expected.pose().position())).isLessThan(1e-4);
      assertThat(sample.pose().rotation().angleTo(expected.pose().rotation())).isLessThan(2e-4);
      assertThat(sample.quality()).isEqualTo(Quality.MEASURED);
    }
  }

  @Test
  void filesAreJoinedByTimeWhateverTheirNames() throws IOException {
    new PoseTrackWriter(ZoneOffset.UTC).write(folder, truth(2));
    PoseTrack inOrder = read();
    try (Stream<Path> files = Files.list(folder)) {
      List<Path> sorted = files.sorted().toList();
      Files.move(sorted.get(0), folder.resolve("zz.log"));
      Files.move(sorted.get(1), folder.resolve("aa"));
    }
    assertThat(read()).isEqualTo(inOrder);
  }

  @Test
  void gapsAreKept() throws IOException {
    write("a.txt", block("01", TENSOR), block("01.5", TENSOR), block("30.25", TENSOR));
    PoseTrack track = read();
    assertThat(track.samples()).extracting(Sample::time).hasSize(3);
    assertThat(track.samples().get(2).time() - track.samples().get(1).time()).isEqualTo(28.75);
  }

  @Test
  void printsOfOtherDevicesAndTypesAreRead() throws IOException {
    String cuda = TENSOR.replace("]]])", "]]], device='cuda:0')");
    String two =
        TENSOR.replace("[[[", "[[").replace("]]])", "]],\n  device='cuda:1', dtype=torch.float64)");
    String scientific =
        """
        tensor([[[ 1.0000e+00, 0.0000e+00, -0.0000e+00, 1.0000e-01],
                 [ 0.,  1.,  0.,  2.0000e-01],
                 [ 0.0000e+00,  0.0000e+00,  1.0000e+00,  3E-1],
                 [ 0.0000e+00, 0.0000e+00,  0.0000e+00,  1.0000e+00]]], grad_fn=<MulBackward0>)
        """;
    String oneLine = "tensor([[1,0,0,.1],[0,1,0,.2],[0,0,1,.3],[0,0,0,1]])\n";
    write(
        "a.txt",
        "started on host a\r\n",
        block("01", cuda).replace("\n", "\r\n"),
        "WARNING: [slow] frame took 0.3 s\n",
        "2024-03-01T10:00:02 - Final transform:\n[[ 1. 0. 0. 0.1]\n [ 0. 1. 0. 0.2]\n",
        block("02", two),
        block("03", "mask lost\n" + scientific),
        "\n2024-03-01 10:00:04 - Pose: " + oneLine,
        "done\n");
    PoseTrack track = read();
    assertThat(track.notes()).isEmpty();
    assertThat(track.samples()).hasSize(4);
    assertThat(track.samples())
        .allMatch(sample -> sample.pose().position().equals(new Vec3(0.1, 0.2, 0.3)));
  }

  @Test
  void tornLastBlockIsDroppedAndNotedWhereverItIsTorn() throws IOException {
    String whole = block("02", TENSOR);
    int end = whole.lastIndexOf("]]])") + 2;
    int begin = whole.indexOf(" - Pose:") + " - Pose:".length();
    for (int cut = begin; cut <= end; cut++) {
      write("a.txt", block("01", TENSOR), whole.substring(0, cut));
      write("b.txt", block("03", TENSOR));
      PoseTrack track = read();
      assertThat(track.samples()).as("cut at %s", cut).hasSize(2);
      assertThat(track.notes()).singleElement().asString().contains("a.txt:6", "torn");
    }
  }

  @Test
  void numberTornInItsExponentIsATornBlock() throws IOException {
    write("a.txt", block("01", TENSOR), block("02", "tensor([[[1.0000e"));
    assertThat(read().notes()).singleElement().asString().contains("torn");
  }

  @Test
  void blockTornInTheMiddleOfAFileIsRefused() throws IOException {
    write("a.txt", block("01", "tensor([[[ 1.0, 0.0,\n"), block("02", TENSOR));
    assertRefused("a.txt:3", "line 1", "2 of 16");
  }

  @Test
  void malformedNumbersAreRefused() throws IOException {
    write("a.txt", block("01", TENSOR.replace("0.2000", "O.2000")), block("02", TENSOR));
    assertRefused("a.txt:3", "'O'");
  }

  @Test
  void severalObjectsInOneTensorAreRefused() throws IOException {
    write("a.txt", block("01", "tensor([[[1., 0., 0., 0.]],[[1., 0., 0., 0.]]])\n"));
    assertRefused("a.txt:1", "8 numbers, expected 16");
  }

  @Test
  void malformedTimeIsRefused() throws IOException {
    write("a.txt", "2024-03-01T25:00:01 - Pose:\n" + TENSOR);
    assertRefused("a.txt:1", "2024-03-01T25:00:01");
    write("a.txt", "2024-03-01T10:00:01+02:00 - Pose:\n" + TENSOR);
    assertRefused("a.txt:1", "not a local time");
  }

  @Test
  void timesThatStepBackAreRefused() throws IOException {
    write("a.txt", block("02", TENSOR), block("01", TENSOR));
    assertRefused("a.txt:6", "1.0 s before", "set back");
  }

  @Test
  void copiesOfAFileAreTakenOnce() throws IOException {
    write("a.txt", block("01", TENSOR), block("02", TENSOR));
    write("b.txt", block("01", TENSOR), block("02", TENSOR), block("03", TENSOR));
    PoseTrack track = read();
    assertThat(track.samples()).hasSize(3);
    assertThat(track.notes())
        .singleElement()
        .asString()
        .contains("2 poses stand in the files twice");
    write("b.txt", block("02", TENSOR.replace("0.1000", "0.1100")));
    assertRefused("b.txt:1", "several recordings");
  }

  @Test
  void reflectionsAndLostPosesAreDroppedAndNoted() throws IOException {
    String mirrored = TENSOR.replace("[ 1.0000,", "[-1.0000,");
    String lost = TENSOR.replace("0.2000", "   nan");
    write("a.txt", block("01", TENSOR), block("02", mirrored), block("03", lost));
    PoseTrack track = read();
    assertThat(track.samples()).hasSize(1);
    assertThat(track.notes())
        .hasSize(2)
        .anyMatch(note -> note.contains("1 poses dropped: reflection") && note.contains("a.txt:6"))
        .anyMatch(note -> note.contains("1 poses dropped: not finite"));
    write("a.txt", block("02", mirrored));
    assertRefused("a.txt:1", "none of 1 matrices is a pose", "reflection");
  }

  @Test
  void foldersWithoutPosesAreRefused() throws IOException {
    assertRefused("no file holds a whole block", "(there is no file); expected the text logs");
    Files.createDirectory(folder.resolve("poses"));
    write("readme.md", "nothing here\n");
    assertRefused(
        "no file holds a whole block",
        "readme.md: holds no pose",
        "poses the folder that is meant");
    write("a.txt", block("01", TENSOR));
    assertThat(read().notes()).singleElement().asString().contains("readme.md", "no pose");
    assertThatThrownBy(
            () ->
                new FoundationPoseLogTracker(new FoundationPoseLogConfig(RepairConfig.DEFAULT))
                    .read(folder.resolve("none"), "box"))
        .isInstanceOf(InvalidInputException.class)
        .hasMessageContaining("is not a folder");
  }

  private void assertRefused(String... parts) {
    assertThatThrownBy(this::read)
        .isInstanceOf(InvalidInputException.class)
        .hasMessageContainingAll(parts);
  }
}
