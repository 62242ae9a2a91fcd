package org.dextwin.core.internal.plugin;

import static org.assertj.core.api.Assertions.assertThat;
import static org.dextwin.core.internal.plugin.PluginJar.integratorSource;
import static org.dextwin.core.internal.plugin.PluginJar.plugin;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Plugins that would harm the host, or each other, if they were let. */
class HostilePluginTest {

  private static final String QUARANTINE =
      " when it was tried out, and is quarantined: it is not loaded as long as the file is the same;"
          + " 'dextwin plugins verify' tries it again";

  @TempDir private Path temp;
  private Path folder;
  private Path cache;

  @BeforeEach
  void writeAGoodPlugin() throws IOException {
    folder = Files.createDirectory(temp.resolve("plugins"));
    cache = temp.resolve("cache");
    plugin("good").integrator("good.Alpha", "alpha", "1").write(folder.resolve("good.jar"));
  }

  private PluginHost open() {
    return PluginHost.open(List.of(folder), List.of(), cache, "0.1.0");
  }

  /** Loads a bad plugin beside the good one. */
  private LoadedPlugin load(PluginJar bad) throws IOException {
    return load(bad.write(folder.resolve("bad.jar")));
  }

  private LoadedPlugin load(Path bad) {
    try (PluginHost host = open()) {
      assertThat(host.plugins())
          .filteredOn(plugin -> plugin.id().equals("good"))
          .as("the other plugin goes on")
          .singleElement()
          .matches(plugin -> plugin.failure() == null && plugin.offers().size() == 1);
      return host.plugins().stream().filter(p -> p.jar().equals(bad)).findFirst().orElseThrow();
    }
  }

  private static PluginJar withConstructor(String statement) {
    return plugin("bad")
        .source("b.B", integratorSource("b.B", "b", "1", statement))
        .services("b.B");
  }

  @Test
  void onePluginThatExitsIsQuarantinedByChecksum() throws IOException {
    Path traces = temp.resolve("traces");
    Path bad =
        withConstructor(
                "try { java.nio.file.Files.writeString(java.nio.file.Path.of(\""
                    + traces
                    + "\"), \"x\", java.nio.file.StandardOpenOption.CREATE,"
                    + " java.nio.file.StandardOpenOption.APPEND); } catch (java.io.IOException e) {}"
                    + " System.exit(7);")
            .write(folder.resolve("bad.jar"));
    String message = "ended the Java process (exit code 7)" + QUARANTINE;
    assertThat(load(bad).failure()).extracting(LoadFailure::message).isEqualTo(message);
    assertThat(load(bad).failure()).extracting(LoadFailure::message).isEqualTo(message);
    Path renamed = Files.move(bad, folder.resolve("other.jar"));
    Files.setLastModifiedTime(renamed, FileTime.fromMillis(1000));
    assertThat(load(renamed).failure()).extracting(LoadFailure::message).isEqualTo(message);
    assertThat(traces).as("its code ran once").hasContent("x");

    PluginHost.forget(List.of(folder), cache);
    assertThat(load(renamed).failure()).extracting(LoadFailure::message).isEqualTo(message);
    assertThat(traces).as("it was tried out again").hasContent("xx");
  }

  @Test
  void onePluginThatHaltsInItsStaticInitializerIsQuarantined() throws IOException {
    String source =
        integratorSource("b.B", "b", "1", "")
            .replace("public B()", "static { Runtime.getRuntime().halt(0); } public B()");
    assertThat(load(plugin("bad").source("b.B", source).services("b.B")).failure().message())
        .isEqualTo("ended the Java process (exit code 0)" + QUARANTINE);
  }

  @Test
  void onePluginThatHangsIsQuarantined() throws IOException {
    PluginJar bad = withConstructor("while (true) { Thread.onSpinWait(); }");
    assertThat(load(bad).failure().message())
        .isEqualTo("did not come back within 10 s" + QUARANTINE);
  }

  @Test
  void severalBadOnesAreAllFoundAtOneStart() throws IOException {
    for (String name : List.of("x", "y", "z")) {
      plugin(name)
          .source(name + ".P", integratorSource(name + ".P", name, "1", "System.exit(1);"))
          .services(name + ".P")
          .write(folder.resolve(name + ".jar"));
    }
    plugin("user")
        .manifest("Plugin-Dependencies", "x")
        .integrator("u.U", "u", "1")
        .write(folder.resolve("user.jar"));
    try (PluginHost host = open()) {
      assertThat(host.plugins())
          .extracting(LoadedPlugin::id, p -> p.failure() == null)
          .containsExactly(
              org.assertj.core.groups.Tuple.tuple("good", true),
              org.assertj.core.groups.Tuple.tuple("user", false),
              org.assertj.core.groups.Tuple.tuple("x", false),
              org.assertj.core.groups.Tuple.tuple("y", false),
              org.assertj.core.groups.Tuple.tuple("z", false));
      assertThat(host.plugins().get(1).failure().message())
          .isEqualTo("needs the plugin 'x', which is not installed or failed");
    }
  }

  @Test
  void printingIsWarnedOf() throws IOException {
    LoadedPlugin plugin = load(withConstructor("System.out.print(\"hello\");"));
    assertThat(plugin.failure()).isNull();
    assertThat(plugin.warnings())
        .containsExactly(
            "prints to the standard output when it is loaded, which belongs to the results of"
                + " commands; what it prints goes to the error stream");
    assertThat(load(folder.resolve("bad.jar")).warnings()).as("remembered").hasSize(1);
  }

  @Test
  void aBundledCopyOfTheApiIsWarnedOfAndNotUsed() throws IOException {
    byte[] api;
    try (var in = getClass().getResourceAsStream("/org/dextwin/api/spi/ComponentProvider.class")) {
      api = in.readAllBytes();
    }
    LoadedPlugin plugin =
        load(
            plugin("bad")
                .integrator("b.B", "b", "1")
                .entry("org/dextwin/api/spi/ComponentProvider.class", api));
    assertThat(plugin.failure()).isNull();
    assertThat(plugin.offers()).hasSize(1);
    assertThat(plugin.warnings())
        .containsExactly(
            "holds its own copy of what DexTwin provides"
                + " (org/dextwin/api/spi/ComponentProvider.class), which is not used; give that"
                + " dependency the scope 'provided'");
  }

  @Test
  void anErrorInAConstructorIsNamed() throws IOException {
    assertThat(load(withConstructor("if (true) throw new Error(\"no\");")).failure().message())
        .isEqualTo("Provider b.B could not be instantiated: java.lang.Error: no");
  }

  @Test
  void anErrorInNameIsNamed() throws IOException {
    String source =
        integratorSource("b.B", "b", "1", "")
            .replace("return \"b\";", "throw new OutOfMemoryError(\"none\");");
    assertThat(load(plugin("bad").source("b.B", source).services("b.B")).failure().message())
        .isEqualTo("java.lang.OutOfMemoryError: none");
  }

  @Test
  void aClassForANewerJavaIsNamed() throws IOException {
    Path classes = temp.resolve("classes.jar");
    plugin("bad").integrator("b.B", "b", "1").write(classes);
    byte[] code = PluginJar.entry(classes, "b/B.class");
    int newer = Runtime.version().feature() + 4;
    code[7] = (byte) (44 + newer); // the major version of a class file
    PluginJar bad = plugin("bad").entry("b/B.class", code).services("b.B");
    assertThat(load(bad).failure().message())
        .isEqualTo(
            "is built for Java "
                + newer
                + " (class b.B), but this is Java "
                + Runtime.version().feature()
                + "; start DexTwin with Java "
                + newer
                + ", or build the plugin with --release "
                + Runtime.version().feature());
  }

  @Test
  void tenThousandProvidersAreRefusedBeforeAnyIsMade() throws IOException {
    String[] names =
        Stream.iterate(0, i -> i + 1).limit(10_000).map(i -> "b.B" + i).toArray(String[]::new);
    assertThat(load(plugin("bad").services(names)).failure().message())
        .isEqualTo(
            "lists 10000 providers in META-INF/services/org.dextwin.api.spi.ComponentProvider, but"
                + " at most 1000 are read; split it into several plugins");
  }

  @Test
  void anIdThatIsNoneIsRefused() throws IOException {
    assertThat(
            load(plugin("bad")
                    .manifest("Plugin-Id", "../../b\u00e4d \u2603")
                    .integrator("b.B", "b", "1"))
                .failure()
                .message())
        .isEqualTo(
            "has the id '../../b\u00e4d \u2603'; an id has letters, digits, '.', '_' and '-', at most"
                + " 100, and begins with a letter or digit");
  }

  @Test
  void aFileNameMayHoldAnything() throws IOException {
    Path odd =
        plugin("odd").integrator("o.O", "odd", "1").write(folder.resolve("a b%20#;+\u00e4!.jar"));
    LoadedPlugin plugin = load(odd);
    assertThat(plugin.failure()).isNull();
    assertThat(plugin.offers()).hasSize(1);
  }

  @Test
  void aTruncatedJarIsNamed() throws IOException {
    Path bad = plugin("bad").integrator("b.B", "b", "1").write(folder.resolve("bad.jar"));
    byte[] whole = Files.readAllBytes(bad);
    Files.write(bad, java.util.Arrays.copyOf(whole, whole.length / 2));
    assertThat(load(bad).failure().message())
        .isEqualTo("is not a jar or zip that can be read: zip END header not found");
  }

  @Test
  void aRoleThatTakesTheNameOfAnotherIsRefused() throws IOException {
    String role =
        "package b; @org.dextwin.api.spi.Role(\"integrator\") public interface Own extends"
            + " org.dextwin.api.spi.Component {}";
    String source =
        """
        package b;
        import org.dextwin.api.spi.*;
        public class B implements ComponentProvider<Own, Role.NoOptions> {
          @Override public Class<Own> type() { return Own.class; }
          @Override public String name() { return "own"; }
          @Override public Role.NoOptions configure(Settings s) { return s.as(Role.NoOptions.class); }
          @Override public Own create(Role.NoOptions keys, ComponentContext c) { return null; }
        }
        """;
    plugin("bad")
        .source("b.Own", role)
        .source("b.B", source)
        .services("b.B")
        .write(folder.resolve("bad.jar"));
    try (PluginHost host = open()) {
      List<LoadedPlugin> plugins = Conflicts.refused(host.plugins());
      assertThat(plugins.get(0).failure().message())
          .isEqualTo(
              "fills a role with the name 'integrator', which several interfaces claim:"
                  + " org.dextwin.api.sim.Integrator and b.Own; rename the plugin's");
      assertThat(plugins.get(1).failure()).isNull();
    }
  }

  @Test
  void aZipCannotLeaveItsFolder() throws IOException {
    Path bad = PluginJar.zip(folder.resolve("evil.zip"), Map.of("../../evil.txt", new byte[] {1}));
    assertThat(load(bad).failure().message())
        .isEqualTo(
            "is not a jar or zip that can be read: entry '../../evil.txt' leads out of the plugin's"
                + " folder");
    assertThat(temp.resolve("evil.txt")).doesNotExist();
  }

  @Test
  void fiftyPluginsAreTriedOutTogetherAndThenRemembered() throws IOException {
    for (int i = 0; i < 50; i++) {
      plugin("p" + i)
          .integrator("p" + i + ".P", "p" + i, "1")
          .write(folder.resolve("p" + i + ".jar"));
    }
    open().close();
    long start = System.nanoTime();
    try (PluginHost host = open()) {
      assertThat(host.plugins()).hasSize(51).allMatch(plugin -> plugin.failure() == null);
    }
    assertThat((System.nanoTime() - start) / 1e9).as("a later start [s]").isLessThan(3);
  }
}
