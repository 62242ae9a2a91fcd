package org.dextwin.sim.mujoco.internal.library;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import org.dextwin.api.spi.ComponentUnavailableException;
import org.dextwin.sim.mujoco.CCompiler;
import org.dextwin.sim.mujoco.internal.layout.EngineVersion;
import org.dextwin.sim.mujoco.internal.layout.Layout;
import org.dextwin.sim.mujoco.internal.layout.LayoutTable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Libraries of other versions than the installed one, as far as their structs go. */
class LibraryLayoutTest {

  @TempDir Path folder;

  private static Layout layout(int version) {
    return LayoutTable.shipped().find(new EngineVersion(version)).orElseThrow();
  }

  @ParameterizedTest
  @ValueSource(ints = {210, 222, 237, 300, 316, 340, 3005000, 3010000, 3011000, 3012001, 3014000})
  void structsAreReadByTheirVersion(int version) throws IOException, InterruptedException {
    MujocoLibrary library =
        MujocoLibrary.open(FakeLibrary.compile(folder, layout(version), version));
    assertThat(library.version()).isEqualTo(new EngineVersion(version));
    assertThat(library.stateCalls().isPresent())
        .isEqualTo(layout(version).has("mjSTATE_INTEGRATION"));
    assertThat(library.layout().find("mjModel.dof_frictionloss"))
        .as("a field that probing cannot find without doubt")
        .isEmpty();
  }

  @ParameterizedTest
  @CsvSource({"222, 237", "237, 300", "300, 222", "340, 3005000", "3005000, 340", "3012001, 300"})
  void wrongStructsAreRefused(int real, int reported) throws IOException, InterruptedException {
    Path file = FakeLibrary.compile(folder, layout(real), reported);
    assertThatCode(() -> MujocoLibrary.open(file))
        .isInstanceOf(ComponentUnavailableException.class)
        .hasMessageContainingAll(file.getFileName().toString(), "does not behave as version")
        .hasMessageContaining(new EngineVersion(reported).toString());
  }

  @Test
  void unknownVersionNamesTheKnown() throws IOException, InterruptedException {
    Path file = FakeLibrary.compile(folder, layout(300), 9001002);
    assertThatCode(() -> MujocoLibrary.open(file))
        .isInstanceOf(ComponentUnavailableException.class)
        .hasMessageContainingAll("9.1.2", "2.2.2", "3.12.1");
  }

  @Test
  void otherLibrariesAreRefused() throws IOException, InterruptedException {
    Path other = CCompiler.compile(folder, "libmujoco.so", "int f;", "-shared", "-fPIC");
    assertThatCode(() -> MujocoLibrary.open(other))
        .isInstanceOf(ComponentUnavailableException.class)
        .hasMessageContaining("is no MuJoCo library");
    Path text = Files.writeString(folder.resolve("libtext.so"), "this is no library");
    assertThatCode(() -> MujocoLibrary.open(text))
        .isInstanceOf(ComponentUnavailableException.class)
        .hasMessageContaining("cannot be loaded");
  }

  @Test
  void dependenciesBesideTheLibraryAreLoadedFirst() throws IOException, InterruptedException {
    Path needed =
        CCompiler.compile(
            folder,
            "libneeded.so.1",
            "int needed;",
            "-shared",
            "-fPIC",
            "-Wl,-soname,libneeded.so.1");
    Path needing =
        CCompiler.compile(
            folder,
            "libneeding.so",
            "extern int needed; int f(void) { return needed; }",
            "-shared",
            "-fPIC",
            needed.toString());
    assertThatCode(() -> MujocoLibrary.open(needing))
        .as("loaded, and then found to be something else")
        .hasMessageContaining("is no MuJoCo library");
  }

  @Test
  void namedLibraryIsTakenOrNamedInTheError() throws IOException {
    Path library = Files.writeString(folder.resolve("libmujoco.so.9"), "");
    LibrarySearch byVariable =
        new LibrarySearch(Map.of(LibrarySearch.VARIABLE, folder.toString()), folder);
    assertThat(byVariable.find(Optional.empty())).isEqualTo(library);
    assertThat(byVariable.find(Optional.of(library))).isEqualTo(library);
    Path missing = folder.resolve("elsewhere/libmujoco.so");
    assertThatCode(() -> byVariable.find(Optional.of(missing)))
        .isInstanceOf(ComponentUnavailableException.class)
        .hasMessageContainingAll("library", missing.toString());
  }

  @Test
  void installedLibraryComesFirst() throws IOException {
    LibrarySearch search =
        new LibrarySearch(Map.of("DEXTWIN_HOME", folder.toString()), folder.resolve("home"));
    Files.createDirectories(search.installFolder().resolve("lib"));
    Path library = Files.writeString(search.installFolder().resolve("lib/libmujoco.so.2.2.2"), "");
    assertThat(search.find(Optional.empty())).isEqualTo(library);
  }
}
