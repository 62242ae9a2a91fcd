package org.dextwin.experiments.dexndm.internal.gait;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.dextwin.api.spi.InvalidInputException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Scores outlive a kill, all but one that was being written. */
class ScoreJournalTest {

  private static final double[] ONE = {0.1, 0.2};
  private static final double[] OTHER = {0.1, 0.3};

  @TempDir private Path folder = Path.of("");

  @Test
  void scoresAreKeptBitForBit() {
    Path file = folder.resolve("new/a.scores");
    try (ScoreJournal journal = new ScoreJournal(file)) {
      journal.add(ONE, 2, 7, 1.0 / 3);
      journal.add(OTHER, 2, 7, Double.NEGATIVE_INFINITY);
    }
    try (ScoreJournal journal = new ScoreJournal(file)) {
      assertThat(journal.score(ONE, 2, 7)).hasValue(1.0 / 3);
      assertThat(journal.score(OTHER, 2, 7)).hasValue(Double.NEGATIVE_INFINITY);
      assertThat(journal.score(ONE, 3, 7)).as("other trials").isEmpty();
      assertThat(journal.score(ONE, 2, 8)).as("another seed").isEmpty();
    }
  }

  @Test
  void aLineThatWasBeingWrittenIsDropped() throws IOException {
    Path file = folder.resolve("a.scores");
    try (ScoreJournal journal = new ScoreJournal(file)) {
      journal.add(ONE, 2, 7, 1.25);
      journal.add(OTHER, 2, 7, 2.5);
    }
    String text = Files.readString(file);
    Files.writeString(file, text.substring(0, text.length() - 2));
    try (ScoreJournal journal = new ScoreJournal(file)) {
      assertThat(journal.score(ONE, 2, 7)).hasValue(1.25);
      assertThat(journal.score(OTHER, 2, 7)).isEmpty();
      journal.add(OTHER, 2, 7, 2.5);
    }
    assertThat(file).hasContent(text);
  }

  @Test
  void otherFilesAreRefused() throws IOException {
    Path file = Files.writeString(folder.resolve("a.scores"), "7-2-ab one\n");
    assertThatThrownBy(() -> new ScoreJournal(file))
        .isInstanceOf(InvalidInputException.class)
        .hasMessageContaining("7-2-ab one")
        .hasMessageContaining("remove the file");
  }
}
