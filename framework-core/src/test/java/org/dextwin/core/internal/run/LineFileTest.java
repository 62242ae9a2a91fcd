package org.dextwin.core.internal.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import org.dextwin.api.experiment.Item;
import org.dextwin.api.spi.InvalidInputException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class LineFileTest {

  @TempDir private Path temp;

  @ParameterizedTest
  @ValueSource(strings = {"", "{", "{\"n\":2", "{\"n\":2}", "{\"n\":\"\u00e4"})
  void repairsATornEnd(String torn) throws Exception {
    Path file = Files.writeString(temp.resolve("m.jsonl"), "{\"n\":1}\n" + torn);
    assertThat(LineFile.read(file)).containsExactly(n(1));

    try (LineFile lines = LineFile.append(file)) {
      lines.add(n(3));
    }

    assertThat(LineFile.read(file)).containsExactly(n(1), n(3));
    assertThat(file).content().isEqualTo("{\"n\":1}\n{\"n\":3}\n");
  }

  @Test
  void repairsAFileWithoutACompleteLine() throws Exception {
    Path file = Files.writeString(temp.resolve("m.jsonl"), "{\"n\":");
    LineFile.append(file).close();

    assertThat(file).isEmptyFile();
    assertThat(LineFile.read(temp.resolve("missing"))).isEmpty();
  }

  @Test
  void namesTheLineThatIsWrong() throws Exception {
    Path file = Files.writeString(temp.resolve("m.jsonl"), "{\"n\":1}\nnonsense\n{\"n\":3}\n");

    assertThatThrownBy(() -> LineFile.read(file))
        .isInstanceOf(InvalidInputException.class)
        .hasMessageContaining("m.jsonl:2");
  }

  private static Item n(int value) {
    return Item.empty().with("n", value);
  }
}
