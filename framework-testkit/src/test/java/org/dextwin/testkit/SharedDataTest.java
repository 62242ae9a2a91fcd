package org.dextwin.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.opentest4j.TestAbortedException;

class SharedDataTest {

  private final String before = System.getProperty(SharedData.PROPERTY, "");

  @TempDir Path folder = Path.of("");

  @AfterEach
  void putBack() {
    System.setProperty(SharedData.PROPERTY, before);
  }

  @Test
  void findsDataInTheFolderOrBelowData() throws IOException {
    System.setProperty(SharedData.PROPERTY, folder.toString());
    Path direct = Files.createDirectory(folder.resolve("direct"));
    Path below = Files.createDirectories(folder.resolve("data/below"));
    assertThat(SharedData.require("direct")).isEqualTo(direct);
    assertThat(SharedData.require("below")).isEqualTo(below);
  }

  @Test
  void absenceSkipsOrFails() {
    assertThat(Availability.missing("no data", false)).isInstanceOf(TestAbortedException.class);
    assertThatThrownBy(() -> Availability.missing("no data", true))
        .isInstanceOf(AssertionError.class)
        .hasMessageContaining("no data");
  }

  @Test
  void absenceIsToldWithThePlacesSearched() {
    System.setProperty(SharedData.PROPERTY, folder.toString());
    assertThatThrownBy(() -> SharedData.require("absent"))
        .isInstanceOfAny(TestAbortedException.class, AssertionError.class)
        .hasMessageContaining(folder.resolve("absent").toString());
    System.setProperty(SharedData.PROPERTY, "");
    assertThatThrownBy(() -> SharedData.require("absent"))
        .isInstanceOfAny(TestAbortedException.class, AssertionError.class)
        .hasMessageContaining(SharedData.PROPERTY);
  }
}
