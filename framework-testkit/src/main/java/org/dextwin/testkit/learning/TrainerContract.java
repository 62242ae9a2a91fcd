package org.dextwin.testkit.learning;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.stream.Stream;
import org.dextwin.api.learning.TrainingRun;
import org.dextwin.api.spi.Component;
import org.dextwin.api.spi.InvalidInputException;
import org.dextwin.testkit.ProviderContract;
import org.dextwin.testkit.experiment.TestExperimentContext;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * What all trainers keep: the same seed gives the same weights, interrupted or not; what was
 * trained is read back; damaged files are refused.
 *
 * <p><i>Thread safety</i>: confined; JUnit makes one instance per test.
 *
 * @param <T> the trainer's role
 * @param <R> what it trains
 * @param <C> the configuration record
 */
public abstract class TrainerContract<T extends Component, R extends Component, C>
    extends ProviderContract<T, C> {

  @TempDir private Path temporary = Path.of("");

  private int folders;

  /** For the contracts of the roles. */
  TrainerContract() {}

  /** Trains on the subclass's task or data. */
  abstract R train(T trainer, TrainingRun run);

  /** Reads what was trained. */
  abstract R load(T trainer, Path checkpoint);

  /** What it says about fixed inputs, to the last bit. */
  abstract List<Float> answers(R trained);

  final Path newFolder() {
    try {
      folders++;
      return Files.createDirectory(temporary.resolve("training-" + folders));
    } catch (IOException e) {
      throw new AssertionError(e);
    }
  }

  final R trained(TestTrainingRun run) {
    return closedAtEnd(train(create(), run));
  }

  @Test
  final void sameSeedGivesTheSameWeights() {
    List<Float> first = answers(trained(new TestTrainingRun(SEED, newFolder())));
    List<Float> second = answers(trained(new TestTrainingRun(SEED, newFolder())));
    assertThat(second).as("answers after the second training").isEqualTo(first);
  }

  @Test
  final void interruptedTrainingGoesOn() {
    TestTrainingRun whole = new TestTrainingRun(SEED, newFolder());
    List<Float> expected = answers(trained(whole));
    for (int part = 1; part <= 3; part++) {
      Path folder = newFolder();
      long checks = whole.cancellationChecks() * part / 4;
      TestTrainingRun cancelled = new TestTrainingRun(SEED, folder).cancelAfter(checks);
      assertThatThrownBy(() -> trained(cancelled))
          .as("a training cancelled after %d checks", checks)
          .isInstanceOf(CancellationException.class);
      assertThat(answers(trained(new TestTrainingRun(SEED, folder))))
          .as("answers after a training interrupted after %d checks", checks)
          .isEqualTo(expected);
    }
  }

  @Test
  final void trainedIsReadBack() {
    Path folder = newFolder();
    List<Float> expected = answers(trained(new TestTrainingRun(SEED, folder)));
    assertThat(answers(closedAtEnd(load(create(), folder)))).isEqualTo(expected);
  }

  @Test
  final void finishedTrainingIsNotRepeated() {
    Path folder = newFolder();
    TestTrainingRun first = new TestTrainingRun(SEED, folder);
    List<Float> expected = answers(trained(first));
    TestTrainingRun second = new TestTrainingRun(SEED, folder);
    assertThat(answers(trained(second))).as("answers").isEqualTo(expected);
    assertThat(first.points()).as("points of the learning curves").isPositive();
    assertThat(second.points()).as("points reported a second time").isZero();
  }

  @Test
  final void damagedCheckpointsAreRefused() throws IOException {
    Path folder = newFolder();
    trained(new TestTrainingRun(SEED, folder));
    List<Path> files = filesOf(folder);
    assertThat(files).as("files of the training").isNotEmpty();
    int refused = 0;
    for (Path file : files) {
      byte[] sound = Files.readAllBytes(file);
      Files.write(file, Arrays.copyOf(sound, sound.length / 2));
      refused += isRefused(folder) ? 1 : 0;
      Files.write(file, "no checkpoint".getBytes(StandardCharsets.UTF_8));
      refused += isRefused(folder) ? 1 : 0;
      Files.write(file, sound);
    }
    assertThat(refused).as("refusals of damaged files").isGreaterThanOrEqualTo(2);
  }

  /** A file that is not needed may be damaged. */
  private boolean isRefused(Path folder) {
    try {
      closedAtEnd(load(create(), folder));
      return false;
    } catch (InvalidInputException refusal) {
      assertThat(refusal).hasMessageContaining(folder.getFileName().toString());
      return true;
    }
  }

  private static List<Path> filesOf(Path folder) throws IOException {
    try (Stream<Path> paths = Files.walk(folder)) {
      return paths.filter(Files::isRegularFile).sorted().toList();
    }
  }

  @Test
  final void missingCheckpointIsNamed() {
    Path missing = temporary.resolve("no-such-checkpoint");
    T trainer = create();
    assertThatThrownBy(() -> load(trainer, missing))
        .isInstanceOf(InvalidInputException.class)
        .hasMessageContaining("no-such-checkpoint");
  }

  @Test
  final void progressAddsUpAndEnds() {
    TestTrainingRun run = new TestTrainingRun(SEED, newFolder());
    trained(run);
    assertThat(run.works()).as("announced pieces of work").isNotEmpty();
    for (TestExperimentContext.Work work : run.works()) {
      assertThat(work.isClosed()).as("progress of '%s' is closed", work.what()).isTrue();
      assertThat(work.units())
          .as("units of '%s', announced were %d", work.what(), work.total())
          .isEqualTo(work.total());
    }
  }
}
