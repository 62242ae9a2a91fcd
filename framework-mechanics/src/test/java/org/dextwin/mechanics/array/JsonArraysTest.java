package org.dextwin.mechanics.array;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.dextwin.api.spi.InvalidInputException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Arrays in JSON, sound and hostile. */
class JsonArraysTest {

  @TempDir private Path folder;

  private ArrayFile open(String text) throws IOException {
    return ArrayFile.open(Files.writeString(folder.resolve("hands.json"), text));
  }

  private static double[] values(NumberArray array) {
    double[] values = new double[array.size()];
    for (int i = 0; i < values.length; i++) {
      values[i] = array.get(i);
    }
    return values;
  }

  @Test
  void nestedListsAreArrays() throws IOException {
    try (ArrayFile file =
        open("{\"x\": [[1, 2, 3], [4.5, -5e-1, true]], \"n\": 7, \"who\": \"me\", \"m\": {}}")) {
      assertThat(file.names()).containsExactly("n", "x");
      NumberArray x = file.find("x").orElseThrow();
      assertThat(x.shape()).isEqualTo("(2, 3)");
      assertThat(values(x)).containsExactly(1, 2, 3, 4.5, -0.5, 1);
      assertThat(file.find("n").orElseThrow().axes()).isZero();
    }
  }

  @Test
  void nullsAreNan() throws IOException {
    try (ArrayFile file =
        open("{\"x\": [null, [[1, 2], [3, null]], null, [null, [5, NaN]], null]}")) {
      NumberArray x = file.find("x").orElseThrow();
      assertThat(x.shape()).isEqualTo("(5, 2, 2)");
      double nan = Double.NaN;
      assertThat(values(x))
          .containsExactly(
              nan, nan, nan, nan, 1, 2, 3, nan, nan, nan, nan, nan, nan, nan, 5, nan, nan, nan, nan,
              nan);
    }
  }

  @Test
  void framesArePutOnTopOfEachOther() throws IOException {
    try (ArrayFile file =
        open(
            "[{\"x\": [1, 2], \"t\": 0}, {\"t\": 1}, null, {\"x\": null, \"t\": 3}, "
                + "{\"x\": [3, 4], \"t\": 4}]")) {
      NumberArray x = file.find("x").orElseThrow();
      assertThat(x.shape()).isEqualTo("(5, 2)");
      double nan = Double.NaN;
      assertThat(values(x)).containsExactly(1, 2, nan, nan, nan, nan, nan, nan, 3, 4);
      assertThat(values(file.find("t").orElseThrow())).containsExactly(0, 1, nan, 3, 4);
    }
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "{'x': [[1, 2], [3]]} | a list of 1 after one of 2",
        "{'x': [1, [2]]} | side by side",
        "{'x': [[[1], null], 2]} | side by side",
        "{'x': [1, 2] | hands.json:1",
        "{'x': [1, 2], 'x': [1]} | Duplicate",
        "[1, 2] | frame 0 is no object",
        "[{'x': [1]}, {'x': [1, 2]}] | (2) in frame 1 and (1)",
        "7 | expected an object",
        "{'x': 1} {'x': 2} | goes on after its end",
        "{'x': [1, 2,,]} | hands.json:1"
      })
  void whatIsNoArrayIsRefused(String text, String words) {
    assertThatThrownBy(() -> open(text.replace('\'', '"')))
        .isInstanceOf(InvalidInputException.class)
        .hasMessageContaining("hands.json")
        .hasMessageContaining(words);
  }

  @Test
  void textsInListsAreNoNumbers() throws IOException {
    try (ArrayFile file = open("{\"names\": [\"a\", \"b\"], \"x\": [1]}")) {
      assertThat(file.names()).containsExactly("x");
    }
  }

  @Test
  void depthAndDigitsAreBounded() {
    assertThatThrownBy(() -> open("{\"x\": " + "[".repeat(100_000)))
        .isInstanceOf(InvalidInputException.class)
        .hasMessageContaining("hands.json")
        .hasMessageContaining("nesting depth");
    assertThatThrownBy(() -> open("{\"x\": [" + "9".repeat(100_000) + "]}"))
        .isInstanceOf(InvalidInputException.class)
        .hasMessageContaining("hands.json");
  }

  @Test
  void emptyFilesAreRefused() {
    assertThatThrownBy(() -> open(""))
        .isInstanceOf(InvalidInputException.class)
        .hasMessageContaining("ends too early");
  }
}
