package org.dextwin.experiments.drex.internal.pushlog;

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

class GroundTruthTest {

  @TempDir private Path folder;

  private Path write(String text) throws IOException {
    return Files.writeString(folder.resolve("ground-truth.csv"), text);
  }

  @Test
  void readsMassesByName() throws IOException {
    GroundTruth truth = GroundTruth.read(write("source,object,mass_kg\nscale, box ,0.1\n\n"));

    assertThat(truth.of("box")).hasValue(0.1);
    assertThat(truth.of("cone")).isEmpty();
  }

  @Test
  void readsWhatSpreadsheetsWrite() throws IOException {
    GroundTruth truth = GroundTruth.read(write("\uFEFFobject,mass_kg\r\nbox,0.1\r\n"));

    assertThat(truth.of("box")).hasValue(0.1);
  }

  @Test
  void aMissingFileHoldsNoMasses() {
    assertThat(GroundTruth.read(folder.resolve("none.csv")).masses()).isEmpty();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "name,mass_kg               | :1: the header is [name, mass_kg]",
        "object,mass_kg;box,abc     | :2: mass_kg is 'abc'",
        "object,mass_kg;box,-1      | :2: mass_kg is '-1'",
        "object,mass_kg;box,NaN     | :2: mass_kg is 'NaN'",
        "object,mass_kg;box         | :2: has 1 fields, the header 2",
        "object,mass_kg;a,1;a,2     | :3: the object 'a' stands here a second time",
      })
  void malformedFilesAreNamedWithTheirLine(String text, String message) throws IOException {
    Path file = write(text.replace(';', '\n'));

    assertThatThrownBy(() -> GroundTruth.read(file))
        .isInstanceOf(InvalidInputException.class)
        .hasMessageContaining(file + message);
  }
}
