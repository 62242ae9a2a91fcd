package org.dextwin.devices.record;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.dextwin.api.model.JointOrder;
import org.dextwin.api.model.JointOrderException;
import org.dextwin.api.model.JointVector;
import org.dextwin.api.spi.InvalidInputException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class EpisodeLogTest {

  @TempDir private Path temp;

  /** Writes frames without images, which would be long, and returns where each ends. */
  private List<Long> write(Path file, int frames) throws IOException {
    List<Long> ends = new ArrayList<>();
    try (EpisodeWriter writer = new EpisodeWriter(file, Samples.HEADER)) {
      ends.add(Files.size(file));
      for (int index = 0; ends.size() <= frames; index++) {
        Frame frame = Samples.frame(index);
        if (!(frame.reading() instanceof Reading.Image)) {
          writer.append(frame);
          ends.add(Files.size(file));
        }
      }
    }
    return ends;
  }

  @Test
  void readsBackWhatWasWritten() throws IOException {
    Path file = temp.resolve("episode.dxlog");
    try (EpisodeWriter writer = new EpisodeWriter(file, Samples.HEADER)) {
      for (int index = 0; index < 20; index++) {
        writer.append(Samples.frame(index));
      }
    }
    Episode episode = EpisodeReader.read(file);
    assertThat(episode.header()).isEqualTo(Samples.HEADER);
    assertThat(episode.notes()).isEmpty();
    assertThat(episode.frames()).hasSize(20);
    for (int index = 0; index < 20; index++) {
      assertThat(Samples.same(episode.frames().get(index), Samples.frame(index))).isTrue();
    }
  }

  @Test
  void everyWholeFrameIsReadWhereverTheFileIsCut() throws IOException {
    Path file = temp.resolve("episode.dxlog");
    List<Long> ends = write(file, 6);
    byte[] whole = Files.readAllBytes(file);
    Path torn = temp.resolve("torn.dxlog");
    for (int size = ends.get(0).intValue(); size <= whole.length; size++) {
      Files.write(torn, java.util.Arrays.copyOf(whole, size));
      long cut = size;
      long finished = ends.stream().filter(end -> end <= cut).count() - 1;
      Episode episode = EpisodeReader.read(torn);
      assertThat(episode.frames()).as("cut at byte %d", size).hasSize((int) finished);
      assertThat(episode.notes()).hasSize(ends.contains(cut) ? 0 : 1);
    }
  }

  @Test
  void aDamagedFrameIsLeftOutAndNamed() throws IOException {
    Path file = temp.resolve("episode.dxlog");
    List<Long> ends = write(file, 6);
    byte[] bytes = Files.readAllBytes(file);
    bytes[(int) (ends.get(3) - 5)] ^= 0x10;
    Files.write(file, bytes);
    Episode episode = EpisodeReader.read(file);
    assertThat(episode.frames()).hasSize(5);
    assertThat(episode.notes())
        .singleElement()
        .asString()
        .startsWith("byte " + ends.get(2) + ": a frame")
        .contains("fails its checksum");
  }

  @Test
  void aSenselessLengthEndsTheReading() throws IOException {
    Path file = temp.resolve("episode.dxlog");
    List<Long> ends = write(file, 6);
    byte[] bytes = Files.readAllBytes(file);
    ByteBuffer.wrap(bytes).putInt(ends.get(3).intValue(), -1);
    Files.write(file, bytes);
    Episode episode = EpisodeReader.read(file);
    assertThat(episode.frames()).hasSize(3);
    assertThat(episode.notes().get(0)).contains("a length of -1 bytes makes no sense");
  }

  @Test
  void otherFilesAreRefused() throws IOException {
    Path file = Files.writeString(temp.resolve("joints.csv"), "timestamp,position_0\n");
    assertThatThrownBy(() -> EpisodeReader.read(file))
        .isInstanceOf(InvalidInputException.class)
        .hasMessageContaining("joints.csv is no episode log");
    assertThatThrownBy(() -> EpisodeReader.read(temp.resolve("none.dxlog")))
        .isInstanceOf(InvalidInputException.class)
        .hasMessageContaining("none.dxlog");
  }

  @Test
  void anEpisodeIsNeverOverwritten() throws IOException {
    Path file = temp.resolve("episode.dxlog");
    write(file, 1);
    assertThatThrownBy(() -> new EpisodeWriter(file, Samples.HEADER))
        .isInstanceOf(UncheckedIOException.class)
        .hasMessageContaining("holds an episode already");
  }

  @Test
  void jointsInAnotherOrderAreRefused() {
    JointOrder other = new JointOrder("other", List.of("wrist", "elbow", "knee"));
    Frame frame = new Frame(1, 0, 0, new Reading.Command(JointVector.zero(other)));
    try (EpisodeWriter writer = new EpisodeWriter(temp.resolve("e.dxlog"), Samples.HEADER)) {
      assertThatThrownBy(() -> writer.append(frame)).isInstanceOf(JointOrderException.class);
      assertThatThrownBy(() -> writer.append(new Frame(0, 0, 0, frame.reading())))
          .isInstanceOf(IllegalArgumentException.class)
          .hasMessageContaining("source 'hand' gives JOINTS, not COMMAND");
    }
  }

  @Test
  void sourcesThatSaidNothingCanBeLeftOut() {
    List<Frame> frames = List.of(Samples.frame(2), Samples.frame(0), Samples.frame(6));
    Episode heard = new Episode(Samples.HEADER, frames, List.of("note")).heard();
    assertThat(heard.header().sources()).extracting(Source::name).containsExactly("hand", "cup");
    assertThat(heard.frames()).extracting(Frame::source).containsExactly(1, 0, 1);
    assertThat(heard.framesOf(1).get(1).reading()).isEqualTo(Samples.frame(6).reading());
    assertThat(heard.notes()).containsExactly("note");
  }

  private static byte[] log(byte[]... bodies) {
    java.io.ByteArrayOutputStream bytes = new java.io.ByteArrayOutputStream();
    bytes.writeBytes(EpisodeFormat.MAGIC);
    for (byte[] body : bodies) {
      bytes.writeBytes(EpisodeFormat.record(body));
    }
    return bytes.toByteArray();
  }

  @Test
  void whatIsWholeButMakesNoSenseIsLeftOut() throws IOException {
    Path file = temp.resolve("odd.dxlog");
    byte[] header = EpisodeFormat.headerBody(Samples.HEADER);
    byte[] good = new EpisodeFormat(Samples.HEADER.sources()).frameBody(Samples.frame(1));
    byte[] noNumbers = good.clone();
    java.util.Arrays.fill(noNumbers, noNumbers.length - 24, noNumbers.length, (byte) 0xff);
    byte[] noSource = good.clone();
    noSource[1] = 9;
    Files.write(file, log(header, noNumbers, noSource, java.util.Arrays.copyOf(good, 30), good));
    Episode episode = EpisodeReader.read(file);
    assertThat(episode.frames()).hasSize(1);
    assertThat(episode.notes())
        .hasSize(3)
        .allMatch(note -> note.contains("is not what its source says"))
        .anyMatch(note -> note.contains("NaN"))
        .anyMatch(note -> note.contains("frame of source 9 of 4"))
        .anyMatch(note -> note.contains("too short"));

    Files.write(
        file,
        log(
            new String(header, java.nio.charset.StandardCharsets.ISO_8859_1)
                .replace("JOINTS", "JOINTZ")
                .getBytes(java.nio.charset.StandardCharsets.ISO_8859_1)));
    assertThatThrownBy(() -> EpisodeReader.read(file))
        .isInstanceOf(InvalidInputException.class)
        .hasMessageContaining("its header makes no sense")
        .hasMessageContaining("JOINTZ");
  }

  @Test
  void aLogThatCannotBeWrittenIsNamed() {
    assertThatThrownBy(() -> new EpisodeWriter(temp.resolve("no/folder.dxlog"), Samples.HEADER))
        .isInstanceOf(UncheckedIOException.class)
        .hasMessageContaining("folder.dxlog cannot be written: ");
  }
}
