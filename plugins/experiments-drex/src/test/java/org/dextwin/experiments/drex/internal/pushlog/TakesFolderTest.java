package org.dextwin.experiments.drex.internal.pushlog;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.dextwin.api.spi.InvalidInputException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TakesFolderTest {

  @TempDir private Path folder;

  private void make(String... folders) throws IOException {
    for (String name : folders) {
      Files.createDirectories(folder.resolve(name));
    }
  }

  @Test
  void listsTakesByObjectAndNumber() throws IOException {
    make("box-10", "box-2", "tea-box-1", "meshes", ".cache", "notes");

    TakesFolder takes = TakesFolder.scan(folder);

    assertThat(takes.takes())
        .extracting(Take::name)
        .containsExactly("box-2", "box-10", "tea-box-1");
    assertThat(takes.takes()).extracting(Take::object).containsExactly("box", "box", "tea-box");
    assertThat(takes.ignored()).containsExactly("notes");
  }

  @Test
  void anEmptyFolderSaysWhatWasExpected() {
    assertThatThrownBy(() -> TakesFolder.scan(folder))
        .isInstanceOf(InvalidInputException.class)
        .hasMessage(
            folder
                + ": holds no take: expected <object>-<n>/joints.csv, <object>-<n>/poses/ and"
                + " meshes/<object>.{stl,ply,obj}; found no such folder");
  }

  @Test
  void aWrongLayoutSaysWhatWasFound() throws IOException {
    make("box", "meshes");

    assertThatThrownBy(() -> TakesFolder.scan(folder))
        .isInstanceOf(InvalidInputException.class)
        .hasMessageContaining("found only the folders [box]");
  }

  @Test
  void takesTheFirstMeshThatThereIs() throws IOException {
    make("box-1", "meshes");
    Files.writeString(folder.resolve("meshes/box.ply"), "");
    TakesFolder takes = TakesFolder.scan(folder);

    assertThat(takes.mesh("box")).isEqualTo(folder.resolve("meshes/box.ply"));
    Files.writeString(folder.resolve("meshes/box.stl"), "");
    assertThat(takes.mesh("box")).isEqualTo(folder.resolve("meshes/box.stl"));
    assertThatThrownBy(() -> takes.mesh("cone"))
        .isInstanceOf(InvalidInputException.class)
        .hasMessageContaining("has no mesh cone.stl, .ply or .obj");
  }
}
