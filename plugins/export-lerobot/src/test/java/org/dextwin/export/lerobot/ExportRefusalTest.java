package org.dextwin.export.lerobot;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.dextwin.api.model.JointOrder;
import org.dextwin.api.model.JointVector;
import org.dextwin.api.spi.InvalidInputException;
import org.dextwin.devices.record.Episode;
import org.dextwin.devices.record.EpisodeWriter;
import org.dextwin.devices.record.Frame;
import org.dextwin.devices.record.Reading;
import org.dextwin.devices.record.Source;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What cannot be exported leaves nothing behind but a reason. */
class ExportRefusalTest {

  @TempDir private Path temp;
  private Path log;
  private Path out;

  @BeforeEach
  void writeLog() throws IOException {
    log = temp.resolve("a.dxlog");
    out = temp.resolve("out");
    Episodes.write(log, "pick", 1, 0, 0);
  }

  private void isRefused(Class<? extends Exception> type, String reason, Object... words)
      throws IOException {
    List<Path> before = content();
    assertThatThrownBy(() -> Export.run(words)).isInstanceOf(type).hasMessageContaining(reason);
    assertThat(content()).as("files after the refusal").isEqualTo(before);
  }

  private List<Path> content() throws IOException {
    try (var files = Files.walk(temp)) {
      return files.sorted().toList();
    }
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "a.dxlog --out o --format rlds | unknown format 'rlds'; there are lerobot-v2.1, lerobot-v3, csv",
        "a.dxlog --out o --fromat csv | unknown option '--fromat'; there are --format",
        "a.dxlog --out | --out wants a value",
        "a.dxlog --out o --out p | --out is given twice",
        "a.dxlog --out= | --out is empty",
        "a.dxlog | Name a new folder with --out DIR",
        "--out o | which log?",
        "a.dxlog --out o --fps fast | --fps is 'fast'",
        "a.dxlog --out o --fps -1 | --fps is '-1'",
        "a.dxlog --out o --format csv --task x | --task and --action are for LeRobot"
      })
  void badUsage(String words, String reason) throws IOException {
    isRefused(IllegalArgumentException.class, reason, (Object[]) words.split(" ", -1));
  }

  @Test
  void placesWithoutALog() throws IOException {
    Class<InvalidInputException> wrong = InvalidInputException.class;
    isRefused(wrong, "no such file", temp.resolve("none.dxlog"), "--out", out);
    Path empty = Files.createDirectory(temp.resolve("empty"));
    isRefused(wrong, "holds no episode log", empty, "--out", out);
    Path csv = Files.writeString(temp.resolve("joints.csv"), "timestamp,position_0\n1,2\n");
    isRefused(wrong, "is no episode log", csv, "--out", out);
  }

  @Test
  void placesThatAreTaken() throws IOException {
    Class<InvalidInputException> wrong = InvalidInputException.class;
    Files.writeString(Files.createDirectory(out).resolve("mine.txt"), "mine");
    isRefused(wrong, "is there already and not empty", log, "--out", out);
    isRefused(wrong, "is a file", log, "--out", log);
    isRefused(UncheckedIOException.class, "cannot be made", log, "--out", log.resolve("under"));
  }

  @Test
  void anEmptyFolderIsTaken() throws IOException {
    Files.createDirectory(out);
    Export.run(log, "--out", out);
    assertThat(out.resolve("meta/info.json")).exists();
    assertThat(content()).noneMatch(path -> path.toString().endsWith(".part"));
  }

  @Test
  void aLogThatWasCutIsExportedAsFarAsItGoes() throws IOException {
    byte[] whole = Files.readAllBytes(log);
    Files.write(log, Arrays.copyOf(whole, whole.length / 2));
    Export told = Export.run(log, "--out", out);
    assertThat(told.said()).anyMatch(note -> note.contains("not finished"));
    assertThat(told.result()).contains("1 episodes");
    Files.write(log, Arrays.copyOf(whole, 12));
    isRefused(
        InvalidInputException.class, "ends within its header", log, "--out", temp.resolve("b"));
  }

  private Path write(String name, List<Source> sources, List<Frame> frames) {
    Path file = temp.resolve(name);
    try (EpisodeWriter writer =
        new EpisodeWriter(file, new Episode.Header("test", Episodes.START, sources))) {
      frames.forEach(writer::append);
    }
    return file;
  }

  private static Frame frame(int source, int number, Reading reading) {
    long time = Episodes.START + number * 10_000_000L;
    return new Frame(source, time, time, reading);
  }

  @Test
  void sourcesThatNeverMeet() throws IOException {
    List<Frame> frames = new ArrayList<>();
    for (int i = 0; i < 100; i++) {
      frames.add(frame(i < 50 ? 1 : 2, i, new Reading.Command(JointVector.zero(Episodes.ORDER))));
    }
    Path apart = write("apart.dxlog", Episodes.sources(), frames);
    isRefused(
        InvalidInputException.class,
        "command from 0.000 to 0.490 s, applied from 0.500",
        apart,
        "--out",
        out);
    Path silent = write("silent.dxlog", Episodes.sources(), List.of());
    isRefused(InvalidInputException.class, "holds no finished frame", silent, "--out", out);
  }

  @Test
  void anActionThatIsAmbiguousOrUnknown() throws IOException {
    List<Source> sources =
        List.of(
            Source.ofJoints("wish", Source.Kind.COMMAND, 100, Episodes.ORDER, "x"),
            Source.ofJoints("sent", Source.Kind.COMMAND, 100, Episodes.ORDER, "x"));
    List<Frame> frames = new ArrayList<>();
    for (int i = 0; i < 100; i++) {
      Reading reading = new Reading.Command(JointVector.zero(Episodes.ORDER));
      frames.addAll(List.of(frame(0, i, reading), frame(1, i, reading)));
    }
    Path two = write("two.dxlog", sources, frames);
    Class<InvalidInputException> wrong = InvalidInputException.class;
    isRefused(wrong, "say with --action which is the policy's: [wish, sent]", two, "--out", out);
    isRefused(wrong, "has no commands called 'send'", two, "--out", out, "--action", "send");
    assertThat(Export.run(two, "--out", out, "--action", "sent").result())
        .contains("action[2]", "complementary_info.wish[2]");
  }

  @Test
  void imagesThatAreNoneOrOfAnotherSize() throws IOException {
    List<Source> sources =
        List.of(new Source("camera", Source.Kind.IMAGE, 100, Optional.empty(), "x"));
    byte[] first = Episodes.png(8, 6, 0);
    Path mixed =
        write(
            "mixed.dxlog",
            sources,
            List.of(
                frame(0, 0, new Reading.Image(first)),
                frame(0, 1, new Reading.Image(Episodes.png(6, 8, 0)))));
    Class<InvalidInputException> wrong = InvalidInputException.class;
    isRefused(wrong, "has 6 x 8 pixels, the first one 8 x 6", mixed, "--out", out);
    Path noise =
        write("noise.dxlog", sources, List.of(frame(0, 0, new Reading.Image(new byte[] {1, 2}))));
    isRefused(wrong, "is neither JPEG nor PNG", noise, "--out", out);
    Export.run(noise, "--out", out, "--format", "csv");
    assertThat(out.resolve("episode_000000/camera/000000.bin")).hasBinaryContent(new byte[] {1, 2});
  }

  @Test
  void logsOfDifferentRobots() throws IOException {
    JointOrder other = new JointOrder("other", List.of("a", "b"));
    Path second =
        write(
            "b.dxlog",
            List.of(Source.ofJoints("command", Source.Kind.COMMAND, 100, other, "x")),
            List.of(frame(0, 0, new Reading.Command(JointVector.zero(other)))));
    isRefused(
        InvalidInputException.class,
        "its features are not those of the logs before it",
        log,
        second,
        "--out",
        out);
  }
}
