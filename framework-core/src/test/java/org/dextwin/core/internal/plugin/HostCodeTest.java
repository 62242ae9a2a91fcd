package org.dextwin.core.internal.plugin;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class HostCodeTest {

  @TempDir private Path folder = Path.of("");

  @Test
  void ownJarsAreToldApartByContentAndLibrariesByName() throws IOException {
    Path own = Files.writeString(folder.resolve("framework-api-1.0.0.jar"), "one");
    Path library = Files.writeString(folder.resolve("slf4j-2.0.0.jar"), "two");
    String classPath = own + File.pathSeparator + library;
    String before = HostCode.of(classPath);
    assertThat(before).contains("slf4j-2.0.0.jar");
    Files.writeString(library, "repackaged");
    assertThat(HostCode.of(classPath)).isEqualTo(before);
    Files.writeString(own, "another");
    assertThat(HostCode.of(classPath)).isNotEqualTo(before);
    assertThat(HostCode.of(own.toString())).isNotEqualTo(HostCode.of(classPath));
  }

  @Test
  void classesInFoldersMayChangeAtAnyTime() {
    assertThatThrownBy(() -> HostCode.of(folder.toString()))
        .isInstanceOf(IOException.class)
        .hasMessageContaining("is no jar");
  }
}
