package org.dextwin.mechanics.json;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.dextwin.api.spi.InvalidInputException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class JsonFileTest {

  @TempDir private Path folder = Path.of("");

  private Path file(String text) throws IOException {
    return Files.writeString(folder.resolve("result.json"), text);
  }

  @Test
  void valuesHaveTheirTypes() throws IOException {
    Path file = file("{\"a\": [1, -2.5e3, \"x\\u00e4\", true], \"b\": {\"c\": null, \"d\": {}}}");
    assertThat(JsonFile.readObject(file))
        .isEqualTo(Map.of("a", List.of(1.0, -2500.0, "x\u00e4", true), "b", Map.of("d", Map.of())));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "[1, 2]|:1: expected a JSON object",
        "{\"a\": 1|:1: ",
        "{\"a\": 1} {}|goes on after its end",
        "{\"a\": 1, \"a\": 2}|Duplicate field 'a'",
        "{\"a\": [null]}|found null in a list",
        "{\"a\": NaN}|is no JSON",
        "no json|is no JSON",
      })
  void whatIsNoObjectIsRefused(String text, String message) throws IOException {
    Path file = file(text);
    assertThatThrownBy(() -> JsonFile.readObject(file))
        .isInstanceOf(InvalidInputException.class)
        .hasMessageContaining("result.json")
        .hasMessageContaining(message);
  }

  @Test
  void deepNestingIsRefused() throws IOException {
    Path file = file("{\"a\":" + "[".repeat(10_000) + "]".repeat(10_000) + "}");
    assertThatThrownBy(() -> JsonFile.readObject(file))
        .isInstanceOf(InvalidInputException.class)
        .hasMessageContaining("is no JSON");
  }

  @Test
  void aMissingFileIsNamed() {
    assertThatThrownBy(() -> JsonFile.readObject(folder.resolve("none.json")))
        .isInstanceOf(InvalidInputException.class)
        .hasMessageContaining("none.json: cannot be read");
  }
}
