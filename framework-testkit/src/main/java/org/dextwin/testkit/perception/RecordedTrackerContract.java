package org.dextwin.testkit.perception;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.dextwin.api.perception.PoseTrack;
import org.dextwin.api.perception.PoseTracker;
import org.dextwin.api.perception.RecordedTracker;
import org.dextwin.api.spi.InvalidInputException;
import org.dextwin.testkit.ProviderContract;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * What every reader of recorded poses keeps: it reads what its tracker wrote, and meets damaged or
 * hostile files with an {@link InvalidInputException} or with a note in the track, never with
 * another exception and never in silence. The subclass also supplies a folder as its tracker writes
 * it.
 *
 * <p><i>Thread safety</i>: confined; JUnit makes one instance per test.
 *
 * @param <C> the configuration record
 */
public abstract class RecordedTrackerContract<C> extends ProviderContract<PoseTracker, C> {

  /** Name of the object in the generated track. */
  protected static final String OBJECT = "box";

  /** Largest distance of a pose that is read from the one that was written [m]. */
  private static final double POSITION_TOLERANCE = 1e-4;

  /** Largest angle between them [rad]. */
  private static final double ROTATION_TOLERANCE = 1e-3;

  @TempDir private Path temporary = Path.of("");

  private static final Pattern DECIMAL = Pattern.compile("[-+]?\\d+\\.\\d*(?:[eE][-+]?\\d+)?");
  private static final Pattern DIGITS = Pattern.compile("\\d+");

  /** For subclasses. */
  protected RecordedTrackerContract() {}

  /**
   * Writes a short, sound track of {@link #OBJECT} as the tracker writes it: at least five poses
   * that need no mending.
   *
   * @param folder an existing, empty folder
   * @return the poses that were written, in order of time
   * @throws IOException if writing fails
   */
  protected abstract List<PoseTrack.Sample> writeTrack(Path folder) throws IOException;

  private RecordedTracker tracker() {
    PoseTracker tracker = create();
    assertThat(tracker).isInstanceOf(RecordedTracker.class);
    return (RecordedTracker) tracker;
  }

  private Path newFolder(String name) throws IOException {
    return Files.createDirectory(temporary.resolve(name));
  }

  private Path written(String name) throws IOException {
    Path folder = newFolder(name);
    writeTrack(folder);
    return folder;
  }

  @Test
  final void posesAreThoseWritten() throws IOException {
    Path folder = newFolder("sound");
    List<PoseTrack.Sample> expected = writeTrack(folder);
    PoseTrack track = tracker().read(folder, OBJECT);
    assertThat(expected).as("generated poses").hasSizeGreaterThanOrEqualTo(5);
    assertThat(track.object()).isEqualTo(OBJECT);
    assertThat(track.samples()).as("samples").hasSameSizeAs(expected);
    for (int i = 0; i < expected.size(); i++) {
      PoseTrack.Sample sample = track.samples().get(i);
      assertThat(sample.quality()).as("quality of %d", i).isEqualTo(PoseTrack.Quality.MEASURED);
      assertThat(sample.pose().position().distanceTo(expected.get(i).pose().position()))
          .as("distance of pose %d from the one written [m]", i)
          .isLessThan(POSITION_TOLERANCE);
      assertThat(sample.pose().rotation().angleTo(expected.get(i).pose().rotation()))
          .as("angle of pose %d to the one written [rad]", i)
          .isLessThan(ROTATION_TOLERANCE);
    }
  }

  @Test
  final void timesAreThoseWritten() throws IOException {
    Path folder = newFolder("sound");
    List<PoseTrack.Sample> expected = writeTrack(folder);
    List<PoseTrack.Sample> samples = tracker().read(folder, OBJECT).samples();
    assertThat(samples).as("samples").hasSameSizeAs(expected);
    for (int i = 1; i < expected.size(); i++) {
      double step = samples.get(i).time() - samples.get(0).time();
      double expectedStep = expected.get(i).time() - expected.get(0).time();
      assertThat(Math.abs(step - expectedStep))
          .as("error of the time from pose 0 to %d [s]", i)
          .isLessThan(1e-3);
    }
  }

  @Test
  final void posesAreOfTheObjectInOneFrame() throws IOException {
    PoseTrack track = tracker().read(written("sound"), OBJECT);
    assertThat(track.samples().stream().map(sample -> sample.pose().body()).distinct())
        .as("bodies of the poses")
        .containsExactly(OBJECT);
    assertThat(track.samples().stream().map(sample -> sample.pose().frame()).distinct())
        .as("frames of the poses")
        .hasSize(1)
        .doesNotContain(OBJECT);
  }

  @Test
  final void readingAgainGivesTheSame() throws IOException {
    Path folder = written("sound");
    RecordedTracker tracker = tracker();
    assertThat(tracker.read(folder, OBJECT)).isEqualTo(tracker.read(folder, OBJECT));
  }

  @Test
  final void readingWorksOnSeveralThreads() throws Exception {
    Path folder = written("sound");
    RecordedTracker tracker = tracker();
    PoseTrack alone = tracker.read(folder, OBJECT);
    ExecutorService threads = Executors.newFixedThreadPool(2);
    try {
      Callable<PoseTrack> read = () -> tracker.read(folder, OBJECT);
      for (Future<PoseTrack> track : threads.invokeAll(List.of(read, read, read, read))) {
        assertThat(track.get()).isEqualTo(alone);
      }
    } finally {
      threads.shutdownNow();
    }
  }

  @Test
  final void readingLeavesTheFilesAlone() throws IOException {
    Path folder = written("sound");
    List<Path> before = filesOf(folder);
    List<String> contents = new ArrayList<>();
    for (Path file : before) {
      contents.add(Files.readString(file, StandardCharsets.ISO_8859_1));
    }
    tracker().read(folder, OBJECT);
    assertThat(filesOf(folder)).as("files after reading").isEqualTo(before);
    for (int i = 0; i < before.size(); i++) {
      assertThat(Files.readString(before.get(i), StandardCharsets.ISO_8859_1))
          .as("contents of %s", before.get(i))
          .isEqualTo(contents.get(i));
    }
  }

  @Test
  final void missingFolderIsNamed() {
    assertRefused(temporary.resolve("no-such-folder"));
  }

  @Test
  final void fileInPlaceOfTheFolderIsNamed() throws IOException {
    assertRefused(Files.writeString(temporary.resolve("no-folder"), "text"));
  }

  @Test
  final void emptyFolderIsRefused() throws IOException {
    assertRefused(newFolder("empty-folder"));
  }

  @Test
  final void emptiedFilesAreRefused() throws IOException {
    Path folder = written("emptied");
    for (Path file : filesOf(folder)) {
      Files.write(file, new byte[0]);
    }
    assertRefused(folder);
  }

  private void assertRefused(Path folder) {
    RecordedTracker tracker = tracker();
    assertThatCode(() -> tracker.read(folder, OBJECT))
        .as("reading %s", folder)
        .isInstanceOf(InvalidInputException.class)
        .hasMessageContaining(folder.getFileName().toString());
  }

  @Test
  final void truncatedFileIsReported() throws IOException {
    assertReported(bytes -> new String(bytes, 0, bytes.length / 2, StandardCharsets.ISO_8859_1));
  }

  @Test
  final void binaryFileIsReported() throws IOException {
    assertReported(bytes -> "\0\1\2\3\377\376garbage\n".repeat(20));
  }

  @Test
  final void nanIsReported() throws IOException {
    assertReported(bytes -> numbersReplaced(bytes, "nan"));
  }

  @Test
  final void hugeNumberIsReported() throws IOException {
    assertReported(bytes -> numbersReplaced(bytes, "1e999"));
  }

  @Test
  final void missingNumberIsReported() throws IOException {
    assertReported(bytes -> numbersReplaced(bytes, ""));
  }

  /** Replaces the last number with a decimal point, or else the last digits. */
  private static String numbersReplaced(byte[] bytes, String replacement) {
    String text = new String(bytes, StandardCharsets.ISO_8859_1);
    for (Pattern number : List.of(DECIMAL, DIGITS)) {
      // from match to match, for a look ahead from each of them takes seconds in a long file
      Optional<MatchResult> last = number.matcher(text).results().reduce((a, b) -> b);
      if (last.isPresent()) {
        return new StringBuilder(text)
            .replace(last.get().start(), last.get().end(), replacement)
            .toString();
      }
    }
    return text;
  }

  /** Changes the contents of a file. */
  @FunctionalInterface
  private interface Damage {
    String of(byte[] bytes);
  }

  /**
   * Damages each file of a sound folder in turn: the reader refuses it, or says in the notes what
   * it did, or does not need the file and reads the same poses.
   */
  private void assertReported(Damage damage) throws IOException {
    PoseTrack sound = tracker().read(written("sound"), OBJECT);
    int files = filesOf(temporary.resolve("sound")).size();
    int reported = 0;
    for (int i = 0; i < files; i++) {
      Path folder = written("damaged-" + i);
      Path file = filesOf(folder).get(i);
      Files.writeString(file, damage.of(Files.readAllBytes(file)), StandardCharsets.ISO_8859_1);
      try {
        PoseTrack track = tracker().read(folder, OBJECT);
        boolean isNoted = !track.notes().equals(sound.notes());
        boolean isUnneeded = track.samples().equals(sound.samples());
        assertThat(isNoted || isUnneeded)
            .as("a track read from a damaged '%s' says so in its notes %s", file, track.notes())
            .isTrue();
        reported += isNoted ? 1 : 0;
      } catch (InvalidInputException refused) {
        assertThat(refused)
            .as("refusal of a damaged file")
            .hasMessageContaining(file.getFileName().toString());
        reported++;
      }
    }
    assertThat(reported).as("damaged files that were reported, of %d", files).isPositive();
  }

  private static List<Path> filesOf(Path folder) throws IOException {
    try (Stream<Path> paths = Files.walk(folder)) {
      return paths.filter(Files::isRegularFile).sorted().toList();
    }
  }
}
