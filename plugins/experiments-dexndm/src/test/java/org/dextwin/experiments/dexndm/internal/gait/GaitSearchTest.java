package org.dextwin.experiments.dexndm.internal.gait;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Optional;
import org.dextwin.api.experiment.Progress;
import org.dextwin.experiments.dexndm.RatchetTask;
import org.dextwin.learning.compute.Workers;
import org.dextwin.testkit.experiment.TestExperimentContext;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Searches go on where they were killed, and those for holds close the hand and keep still. */
class GaitSearchTest {

  private static final SearchConfig CONFIG =
      new SearchConfig(1, 10, 1, 10, 8, 0.12, 3, 1, 2, 3, 2, 0.35, 1, 0.4, 0.3, 1.2);

  @TempDir private Path folder = Path.of("");

  private GaitSearch.Found attempt(Aim aim, Path scores) {
    try (Workers workers = Workers.ofThisMachine();
        ScoreJournal journal = new ScoreJournal(scores);
        GaitSearch search =
            new GaitSearch(CONFIG, aim, new RatchetTask(), workers, () -> {}, journal);
        Progress progress = new TestExperimentContext(folder).progress("search", 1)) {
      return search.attempt(Optional.empty(), 5, progress);
    }
  }

  @Test
  void aKilledSearchFindsWhatAWholeOneDoes() throws IOException {
    Path whole = folder.resolve("whole.scores");
    GaitSearch.Found found = attempt(Aim.TURN, whole);
    byte[] scores = Files.readAllBytes(whole);
    Path killed = folder.resolve("killed.scores");
    Files.write(killed, Arrays.copyOf(scores, scores.length / 2));
    GaitSearch.Found resumed = attempt(Aim.TURN, killed);
    assertThat(resumed.gait().numbers()).containsExactly(found.gait().numbers());
    assertThat(resumed.score()).isEqualTo(found.score());
    assertThat(Files.readAllLines(killed))
        .containsExactlyInAnyOrderElementsOf(Files.readAllLines(whole));
  }

  @Test
  void knownScoresAreNotMeasuredAgain() throws IOException {
    Path scores = folder.resolve("a.scores");
    GaitSearch.Found found = attempt(Aim.TURN, scores);
    String all = Files.readString(scores);
    assertThat(attempt(Aim.TURN, scores).score()).isEqualTo(found.score());
    assertThat(scores).hasContent(all);
  }

  @Test
  void aHoldStaysWhereNothingIsDropped() {
    GaitSearch.Found found = attempt(Aim.HOLD, folder.resolve("hold.scores"));
    double[] numbers = found.gait().numbers();
    assertThat(Math.abs(numbers[1])).as("beyond 0.8 rad it is dropped").isLessThan(0.8);
    assertThat(Arrays.copyOfRange(numbers, 2, 6)).containsOnly(0);
    assertThat(found.score()).as("seconds held").isCloseTo(3, within(1e-9));
  }
}
