package org.dextwin.core.internal.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.dextwin.core.internal.plugin.PluginJar.integratorSource;
import static org.dextwin.core.internal.plugin.PluginJar.plugin;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.dextwin.core.internal.plugin.FileChecksum;
import org.dextwin.core.internal.plugin.PluginJar;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PluginsCommandTest {

  @TempDir private Path temp;
  private StringWriter out = new StringWriter();
  private StringWriter err = new StringWriter();

  private int dextwin(String... words) {
    out = new StringWriter();
    err = new StringWriter();
    return CommandTree.execute(
        new Environment(new PrintWriter(out), new PrintWriter(err), false, 80, temp), words);
  }

  private Path verlet(String version, String statement) throws IOException {
    return plugin("verlet")
        .manifest("Plugin-Version", version)
        .source("v.Verlet", integratorSource("v.Verlet", "verlet", "2", statement))
        .services("v.Verlet")
        .write(temp.resolve("downloaded.jar"));
  }

  @Test
  void installsListsVerifiesReplacesAndRemoves() throws IOException {
    Path jar = verlet("1.0.0", "");
    String sum = FileChecksum.of(jar);
    assertThat(dextwin("plugins", "install", "downloaded.jar", "--to", "lab")).isZero();
    Path installed = temp.resolve("lab/verlet-1.0.0.jar");
    assertThat(out).hasToString("installed verlet 1.0.0 as " + installed + "\n");
    assertThat(temp.resolve("lab/checksums.sha256")).hasContent(sum + "  verlet-1.0.0.jar");

    assertThat(dextwin("plugins", "list", "--plugins", "lab")).isZero();
    assertThat(out.toString()).contains("verlet", "1.0.0", "integrator.verlet");
    assertThat(dextwin("plugins", "verify", "--plugins", "lab")).isZero();
    assertThat(out.toString()).contains(installed.toString(), "as installed", "usable");

    verlet("1.1.0", "");
    assertThat(dextwin("plugins", "install", "downloaded.jar", "--to", "lab")).isEqualTo(2);
    assertThat(err.toString())
        .isEqualToIgnoringNewLines(
            "dextwin: the plugin 'verlet' is installed as "
                + installed
                + "; --replace puts this one in its place");
    assertThat(dextwin("plugins", "install", "downloaded.jar", "--to", "lab", "--replace"))
        .isZero();
    assertThat(installed).doesNotExist();
    assertThat(temp.resolve("lab/checksums.sha256")).content().contains("verlet-1.1.0.jar\n");

    assertThat(dextwin("plugins", "remove", "verlet", "--from", "lab")).isZero();
    assertThat(temp.resolve("lab")).isDirectoryNotContaining("glob:**.jar");
    assertThat(temp.resolve("lab/checksums.sha256")).isEmptyFile();
    assertThat(dextwin("plugins", "remove", "verlet", "--from", "lab")).isEqualTo(2);
    assertThat(err.toString()).contains("the plugin 'verlet' is not installed in");
  }

  @Test
  void installsNothingThatDoesNotWork() throws IOException {
    verlet("1.0.0", "if (true) throw new IllegalStateException(\"no licence\");");
    assertThat(dextwin("plugins", "install", "downloaded.jar", "--to", "lab")).isEqualTo(2);
    assertThat(err.toString())
        .contains(
            "downloaded.jar is not installed: it Provider v.Verlet could not be instantiated");
    assertThat(temp.resolve("lab")).isEmptyDirectory();
    Files.writeString(temp.resolve("notes.txt"), "x");
    assertThat(dextwin("plugins", "install", "notes.txt", "--to", "lab")).isEqualTo(2);
    assertThat(err.toString()).contains("notes.txt is no jar or zip");
  }

  @Test
  void aFileThatChangedSinceItWasInstalledIsNotLoaded() throws IOException {
    verlet("1.0.0", "");
    assertThat(dextwin("plugins", "install", "downloaded.jar", "--to", "lab")).isZero();
    Path other = verlet("1.0.0", "int other = 0;");
    Path installed = temp.resolve("lab/verlet-1.0.0.jar");
    String before = FileChecksum.of(installed);
    Files.copy(other, installed, java.nio.file.StandardCopyOption.REPLACE_EXISTING);
    assertThat(dextwin("plugins", "list", "--plugins", "lab")).isZero();
    assertThat(err.toString())
        .isEqualToIgnoringNewLines(
            "warning: plugin verlet-1.0.0.jar cannot be used: is not the file that was installed:"
                + " its SHA-256 is "
                + FileChecksum.of(other)
                + ", recorded is "
                + before
                + "; install it again with 'dextwin plugins install FILE --replace'");
    assertThat(dextwin("plugins", "verify", "--plugins", "lab")).isEqualTo(1);
    assertThat(out.toString()).contains("changed since it was installed", "unusable");
    Files.delete(installed);
    assertThat(dextwin("plugins", "verify", "--plugins", "lab", "--json")).isEqualTo(1);
    assertThat(out.toString()).contains("\"checksum\" : \"missing\"", "\"sound\" : false");
  }

  @Test
  void aLockPinsRunsToExactFiles() throws IOException {
    Path folder = Files.createDirectory(temp.resolve("own"));
    Path probe = ProbePlugin.write(folder);
    Files.writeString(temp.resolve("box.conf"), "experiment { type = probe }\n");
    assertThat(dextwin("plugins", "lock", "--plugins", "own")).isZero();
    assertThat(out).hasToString("plugins.lock\n");
    Path lock = temp.resolve("plugins.lock");
    String pinned = FileChecksum.of(probe);
    assertThat(lock).content().contains(pinned + "  probe-plugin  1.2.3\n");
    assertThat(dextwin("run", "box.conf", "--plugins", "own", "--out", "a")).isZero();
    assertThat(temp.resolve("a/provenance.json")).content().contains(pinned);

    Map<String, byte[]> more = Map.of("x.txt", new byte[] {1});
    PluginJar.append(probe, more);
    assertThat(dextwin("run", "box.conf", "--plugins", "own", "--out", "b")).isEqualTo(2);
    assertThat(err.toString())
        .contains(
            lock + ":3",
            "pins probe-plugin 1.2.3 with SHA-256 " + pinned + ", but installed is probe-plugin",
            "with " + FileChecksum.of(probe),
            "or pin this one with 'dextwin plugins lock'");
    assertThat(temp.resolve("b")).doesNotExist();

    Files.writeString(lock, "# nothing\n");
    assertThat(dextwin("validate", "box.conf", "--plugins", "own")).isEqualTo(2);
    assertThat(err.toString()).contains("does not name the plugin probe-plugin 1.2.3");

    Files.writeString(lock, "nonsense\n");
    assertThat(dextwin("validate", "box.conf", "--plugins", "own")).isEqualTo(2);
    assertThat(err.toString()).contains(lock + ":1: found 'nonsense', expected a SHA-256");
  }

  @Test
  void aPluginThatHangsWhileItIsConfiguredIsNamed() throws IOException {
    String source =
        integratorSource("h.H", "sticky", "1", "")
            .replace("return settings.as(Keys.class);", "while (true) { Thread.onSpinWait(); }");
    Path folder = Files.createDirectory(temp.resolve("own"));
    plugin("sticky").source("h.H", source).services("h.H").write(folder.resolve("h.jar"));
    ProbePlugin.write(folder);
    Files.writeString(
        temp.resolve("box.conf"), "experiment { type = probe }\nintegrator { type = sticky }\n");
    assertThat(dextwin("validate", "box.conf", "--plugins", "own")).isEqualTo(2);
    assertThat(err.toString())
        .contains(
            "box.conf:2",
            "the plugin sticky 1.2.3 did not read this block within 5 s, which is a fault of the"
                + " plugin; use another one");
  }
}
