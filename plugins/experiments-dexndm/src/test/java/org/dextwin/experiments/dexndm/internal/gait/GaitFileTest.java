package org.dextwin.experiments.dexndm.internal.gait;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.dextwin.api.spi.InvalidInputException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Gaits are read from text, and what is none is refused. */
class GaitFileTest {

  @TempDir private Path folder = Path.of("");

  private Path file(String text) throws IOException {
    return Files.writeString(folder.resolve("a.gait"), text);
  }

  @Test
  void numbersAreReadAndCommentsAreNot() throws IOException {
    Gait gait = GaitFile.read(file("# found\n0.1 0.2\n0.3 0.4\n0.5 0.6\n1.5\n"), 2);
    assertThat(gait.numbers()).containsExactly(0.1, 0.2, 0.3, 0.4, 0.5, 0.6, 1.5);
    assertThat(gait.frequency()).isEqualTo(1.5);
  }

  @Test
  void whatIsWrittenIsRead() {
    Gait gait = new Gait(new double[] {1.0 / 3, -2e-9, 0.3, 0.4, 0.5, 0.6, 1.5});
    Path file = folder.resolve("new/a.gait");
    GaitFile.write(file, gait);
    assertThat(GaitFile.read(file, 2).numbers()).containsExactly(gait.numbers());
    assertThat(file).content().hasLineCount(5);
  }

  @Test
  void otherFilesAreRefused() throws IOException {
    Path words = file("no gait");
    assertThatThrownBy(() -> GaitFile.read(words, 2))
        .isInstanceOf(InvalidInputException.class)
        .hasMessageContaining("no number");
    Path few = file("1 2 3");
    assertThatThrownBy(() -> GaitFile.read(few, 2))
        .isInstanceOf(InvalidInputException.class)
        .hasMessageContaining("3 numbers")
        .hasMessageContaining("7");
    assertThatThrownBy(() -> GaitFile.read(folder.resolve("none"), 2))
        .isInstanceOf(InvalidInputException.class)
        .hasMessageContaining("cannot be read");
  }
}
