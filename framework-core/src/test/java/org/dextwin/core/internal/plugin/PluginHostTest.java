package org.dextwin.core.internal.plugin;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.dextwin.core.internal.plugin.PluginJar.integratorSource;
import static org.dextwin.core.internal.plugin.PluginJar.library;
import static org.dextwin.core.internal.plugin.PluginJar.plugin;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.dextwin.api.sim.Integrator;
import org.dextwin.api.spi.ComponentProvider;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.mockito.Mockito;

class PluginHostTest {

  @TempDir Path temp;
  private Path folder;
  private Path cache;

  @BeforeEach
  void createFolder() throws IOException {
    folder = Files.createDirectory(temp.resolve("plugins"));
    cache = temp.resolve("cache");
  }

  private PluginHost open(Path... folders) {
    return PluginHost.open(
        folders.length == 0 ? List.of(folder) : List.of(folders), List.of(), cache, "0.1.0");
  }

  private static LoadedPlugin pluginOf(PluginHost host, String id) {
    return host.plugins().stream().filter(p -> p.id().equals(id)).findFirst().orElseThrow();
  }

  private LoadFailure failureOf(PluginJar jar) throws IOException {
    jar.write(folder.resolve("broken.jar"));
    plugin("good").integrator("good.Alpha", "alpha", "1").write(folder.resolve("good.jar"));
    try (PluginHost host = open()) {
      assertThat(pluginOf(host, "good").failure()).as("the other plugin goes on").isNull();
      LoadedPlugin broken =
          host.plugins().stream()
              .filter(p -> p.jar().endsWith("broken.jar"))
              .findFirst()
              .orElseThrow();
      assertThat(broken.offers()).isEmpty();
      assertThat(broken.failure()).isNotNull();
      return broken.failure();
    }
  }

  /** The order of an integrator is what our test plugins report by. */
  private static int orderOf(PluginHost host, String pluginId) {
    return integrator(pluginOf(host, pluginId).offers().get(0).provider()).order();
  }

  @SuppressWarnings("unchecked")
  private static <C> Integrator integrator(ComponentProvider<?, C> provider) {
    return (Integrator) provider.create((C) null, Mockito.mock());
  }

  @Test
  void readsDescriptorAndProviders() throws IOException {
    Path jar =
        plugin("alpha")
            .manifest("Plugin-Provider", "Acme")
            .manifest("Plugin-Description", "An integrator.")
            .integrator("p.Alpha", "alpha", "1")
            .write(folder.resolve("alpha.jar"));
    try (PluginHost host = open()) {
      LoadedPlugin plugin = host.plugins().get(0);
      assertThat(plugin.id()).isEqualTo("alpha");
      assertThat(plugin.version()).isEqualTo("1.2.3");
      assertThat(plugin.vendor()).isEqualTo("Acme");
      assertThat(plugin.description()).isEqualTo("An integrator.");
      assertThat(plugin.licence()).isEqualTo("Apache-2.0");
      assertThat(plugin.jar()).isEqualTo(jar);
      assertThat(plugin.failure()).isNull();
      Offer offer = plugin.offers().get(0);
      assertThat(offer.role()).isEqualTo(Integrator.class);
      assertThat(offer.name()).isEqualTo("alpha");
      assertThat(offer.configuration()).get().extracting(Class::getName).isEqualTo("p.Alpha$Keys");
    }
  }

  @Test
  void aFileThatIsNoZipIsNamed() throws IOException {
    Files.writeString(folder.resolve("notes.jar"), "this is no jar");
    Files.writeString(folder.resolve("README.txt"), "not looked at");
    try (PluginHost host = open()) {
      assertThat(host.plugins()).hasSize(1);
      assertThat(host.plugins().get(0).id()).isEqualTo("notes.jar");
      assertThat(host.plugins().get(0).failure().message())
          .startsWith("is not a jar or zip that can be read: ");
    }
  }

  @Test
  void aJarWithoutDescriptorIsNamed() throws IOException {
    assertThat(failureOf(library().source("q.Lib", "package q; public class Lib {}")).message())
        .isEqualTo(
            "has no plugin descriptor: its META-INF/MANIFEST.MF needs Plugin-Id and Plugin-Version");
  }

  @Test
  void aJarWithoutManifestIsNamed() throws IOException {
    PluginJar.zip(folder.resolve("bare.jar"), Map.of("data.txt", new byte[] {1}));
    try (PluginHost host = open()) {
      assertThat(host.plugins().get(0).failure().message()).startsWith("has no plugin descriptor");
    }
  }

  @Test
  void aPluginForAnotherApiIsNamed() throws IOException {
    PluginJar future =
        plugin("future").manifest("Plugin-Requires", ">=9.9.0").integrator("f.F", "beta", "1");
    assertThat(failureOf(future).message())
        .isEqualTo(
            "needs the DexTwin API >=9.9.0, but this is 0.1.0; install a version of the plugin"
                + " that fits");
  }

  @Test
  void anUnreadableRequirementIsNamed() throws IOException {
    PluginJar vague =
        plugin("vague").manifest("Plugin-Requires", "the newest").integrator("v.V", "beta", "1");
    assertThat(failureOf(vague).message())
        .startsWith("has a version or Plugin-Requires that is no semantic version: ");
  }

  @Test
  void aMissingDependencyIsNamed() throws IOException {
    PluginJar lonely =
        plugin("lonely").manifest("Plugin-Dependencies", "base").integrator("l.L", "beta", "1");
    assertThat(failureOf(lonely).message())
        .isEqualTo("needs the plugin 'base', which is not installed or failed");
  }

  @Test
  void aDependencyInTheWrongVersionIsNamed() throws IOException {
    PluginJar picky =
        plugin("picky").manifest("Plugin-Dependencies", "good@>=2.0.0").integrator("l.L", "b", "1");
    assertThat(failureOf(picky).message())
        .isEqualTo("needs the plugin 'good' in version >=2.0.0, but installed is 1.2.3");
  }

  @Test
  void pluginsThatNeedEachOtherAreNamed() throws IOException {
    plugin("a")
        .manifest("Plugin-Dependencies", "b")
        .integrator("a.A", "a", "1")
        .write(folder.resolve("a.jar"));
    plugin("b")
        .manifest("Plugin-Dependencies", "a")
        .integrator("b.B", "b", "1")
        .write(folder.resolve("b.jar"));
    plugin("good").integrator("good.Alpha", "alpha", "1").write(folder.resolve("good.jar"));
    plugin("user")
        .manifest("Plugin-Dependencies", "good")
        .integrator("u.U", "u", "1")
        .write(folder.resolve("user.jar"));
    try (PluginHost host = open()) {
      assertThat(pluginOf(host, "good").failure()).isNull();
      assertThat(pluginOf(host, "a").failure().message())
          .isEqualTo("needs itself: a needs b needs a; break the circle");
      assertThat(pluginOf(host, "b").failure().message())
          .isEqualTo("needs itself: b needs a needs b; break the circle");
      assertThat(pluginOf(host, "user").failure()).as("it needs plugins, but no circle").isNull();
    }
  }

  @Test
  void aPluginSeesTheClassesOfItsDependencyButOffersOnlyItsOwn() throws IOException {
    Path base =
        plugin("base")
            .integrator("base.Base", "base", "1")
            .source("base.Value", "package base; public class Value { public static int v = 42; }")
            .write(folder.resolve("base.jar"));
    plugin("user")
        .manifest("Plugin-Dependencies", "base")
        .integrator("user.User", "user", "base.Value.v")
        .write(folder.resolve("a-user.jar"), base);
    try (PluginHost host = open()) {
      assertThat(pluginOf(host, "user").offers()).extracting(Offer::name).containsExactly("user");
      assertThat(orderOf(host, "user")).isEqualTo(42);
    }
  }

  @Test
  void aSecondPluginWithTheSameIdIsNamed() throws IOException {
    plugin("twin").integrator("t.A", "a", "1").write(folder.resolve("twin-1.jar"));
    plugin("twin").integrator("t.B", "b", "1").write(folder.resolve("twin-2.jar"));
    try (PluginHost host = open()) {
      assertThat(host.plugins()).hasSize(2);
      assertThat(pluginOf(host, "twin").failure()).isNull();
      assertThat(pluginOf(host, "twin-2.jar").failure().message())
          .isEqualTo(
              "has the id of another plugin: 'twin' is "
                  + folder.resolve("twin-1.jar")
                  + "; remove one of the two");
    }
  }

  @Test
  void aConstructorThatThrowsIsNamedWithItsCause() throws IOException {
    String source =
        integratorSource("c.C", "c", "1", "if (true) throw new IllegalStateException(\"no key\");");
    LoadFailure failure = failureOf(plugin("c").source("c.C", source).services("c.C"));
    assertThat(failure.message()).contains("c.C").contains("IllegalStateException: no key");
    assertThat(failure.cause()).hasRootCauseInstanceOf(IllegalStateException.class);
  }

  @Test
  void aListedClassThatIsMissingIsNamed() throws IOException {
    assertThat(failureOf(plugin("m").services("m.Forgotten")).message())
        .isEqualTo(
            "META-INF/services/org.dextwin.api.spi.ComponentProvider names m.Forgotten, which is not"
                + " in the plugin; correct the file or add the class");
  }

  @Test
  void aClassThatNeedsAMissingLibraryIsNamed() throws IOException {
    Path lib =
        library()
            .source("lib.Lib", "package lib; public class Lib { public static int v = 1; }")
            .write(temp.resolve("lib.jar"));
    plugin("n")
        .source("n.N", integratorSource("n.N", "n", "1", "System.identityHashCode(lib.Lib.v);"))
        .services("n.N")
        .write(folder.resolve("n.jar"), lib);
    try (PluginHost host = open()) {
      assertThat(pluginOf(host, "n").failure().message()).contains("lib/Lib");
    }
  }

  @Test
  void aPluginThatOffersNothingIsNamed() throws IOException {
    String source = integratorSource("o.O", "o", "1", "");
    assertThat(failureOf(plugin("o").source("o.O", source)).message())
        .isEqualTo(
            "offers no provider: list its classes in"
                + " META-INF/services/org.dextwin.api.spi.ComponentProvider");
  }

  @Test
  void aLifeCycleClassIsRefused() throws IOException {
    PluginJar jar = plugin("s").manifest("Plugin-Class", "s.Start").integrator("s.S", "s", "1");
    assertThat(failureOf(jar).message()).startsWith("declares Plugin-Class s.Start");
  }

  @Test
  void aNameThatIsNotInKebabCaseIsRefused() throws IOException {
    assertThat(failureOf(plugin("k").integrator("k.K", "RungeKutta", "1")).message())
        .contains("name() of k.K must be in kebab-case, not 'RungeKutta'");
  }

  @Test
  void theLibrariesOfTheHostAreInvisible() throws Exception {
    String probe =
        """
        package h;
        public class Probe {
          public static int visible() {
            int visible = 0;
            for (String name : new String[] {
                "com.fasterxml.jackson.databind.ObjectMapper", "org.pf4j.Plugin",
                "picocli.CommandLine", "com.typesafe.config.Config", "org.dextwin.core.Framework",
                "org.assertj.core.api.Assertions"}) {
              try { Class.forName(name); visible++; } catch (ClassNotFoundException e) { }
            }
            boolean resource = Probe.class.getResource("/org/pf4j/Plugin.class") != null;
            try {
              Class.forName("org.slf4j.Logger");
              Class.forName("org.dextwin.api.math.Vec3");
              Class.forName("java.net.http.HttpClient");
            } catch (ClassNotFoundException e) { visible += 1000; }
            return visible + (resource ? 100 : 0);
          }
        }
        """;
    plugin("h")
        .integrator("h.H", "h", "Probe.visible()")
        .source("h.Probe", probe)
        .write(folder.resolve("h.jar"));
    assertThat(Class.forName("com.fasterxml.jackson.databind.ObjectMapper", false, loader()))
        .as("the host itself has it")
        .isNotNull();
    try (PluginHost host = open()) {
      assertThat(orderOf(host, "h")).isZero();
    }
  }

  private static ClassLoader loader() {
    return PluginHostTest.class.getClassLoader();
  }

  @Test
  void twoVersionsOfOneLibraryRunSideBySide() throws IOException {
    for (int version = 1; version <= 2; version++) {
      plugin("v" + version)
          .integrator("v" + version + ".V", "v" + version, "lib.Version.number()")
          .source(
              "lib.Version",
              "package lib; public class Version { public static int number() { return "
                  + version
                  + "; } }")
          .write(folder.resolve("v" + version + ".jar"));
    }
    try (PluginHost host = open()) {
      assertThat(orderOf(host, "v1")).isEqualTo(1);
      assertThat(orderOf(host, "v2")).isEqualTo(2);
    }
  }

  @Test
  void aZipBringsItsLibraries() throws IOException {
    Path lib =
        library()
            .source(
                "lib.Lib", "package lib; public class Lib { public static int v() { return 5; } }")
            .write(temp.resolve("lib.jar"));
    Path main =
        library().integrator("z.Z", "z", "lib.Lib.v()").write(temp.resolve("main.jar"), lib);
    Map<String, byte[]> content = new LinkedHashMap<>();
    content.put(
        "plugin.properties",
        "plugin.id=zipped\nplugin.version=1.0.0\n".getBytes(StandardCharsets.UTF_8));
    content.put("lib/main.jar", Files.readAllBytes(main));
    content.put("lib/lib.jar", Files.readAllBytes(lib));
    Path zip = PluginJar.zip(folder.resolve("zipped.zip"), content);
    for (int start = 0; start < 2; start++) { // unpacked, then from the cache
      try (PluginHost host = open()) {
        assertThat(pluginOf(host, "zipped").failure()).isNull();
        assertThat(pluginOf(host, "zipped").jar()).isEqualTo(zip);
        assertThat(orderOf(host, "zipped")).isEqualTo(5);
      }
      assertThat(list(cache)).filteredOn(f -> f.toString().contains("zipped")).hasSize(1);
    }
    assertThat(list(folder)).as("nothing is unpacked beside the zip").containsExactly(zip);

    content.put(
        "plugin.properties",
        "plugin.id=zipped\nplugin.version=2.0.0\n".getBytes(StandardCharsets.UTF_8));
    PluginJar.zip(zip, content);
    Files.setLastModifiedTime(zip, FileTime.fromMillis(1));
    try (PluginHost host = open()) {
      assertThat(pluginOf(host, "zipped").version()).isEqualTo("2.0.0");
    }
  }

  private static List<Path> list(Path folder) throws IOException {
    try (Stream<Path> files = Files.list(folder)) {
      return files.toList();
    }
  }

  @Test
  void aZipCannotLeaveItsFolder() throws IOException {
    PluginJar.zip(folder.resolve("evil.zip"), Map.of("../../evil.txt", new byte[] {1}));
    try (PluginHost host = open()) {
      assertThat(host.plugins().get(0).failure().message())
          .contains("entry '../../evil.txt' leads out of the plugin's folder");
    }
    assertThat(temp.resolve("evil.txt")).doesNotExist();
    assertThat(list(cache)).as("nothing half-unpacked stays").isEmpty();
  }

  @Test
  void aMissingFolderIsAnError() {
    assertThatThrownBy(() -> open(temp.resolve("nowhere")))
        .isInstanceOf(PluginHostException.class)
        .hasMessage(
            "plugin folder "
                + temp.resolve("nowhere")
                + " does not exist; create it, or correct --plugins or DEXTWIN_PLUGINS");
  }

  @Test
  void aFolderGivenTwiceIsReadOnce() throws IOException {
    plugin("once").integrator("w.W", "w", "1").write(folder.resolve("w.jar"));
    try (PluginHost host = open(folder, folder.resolve("../plugins"))) {
      assertThat(host.plugins()).hasSize(1);
      assertThat(host.plugins().get(0).failure()).isNull();
    }
  }

  @Test
  void twoProvidersOfTheSameAreBothRefusedAndTheOthersGoOn() throws IOException {
    Path a = plugin("a").integrator("a.A", "same", "1").write(folder.resolve("a.jar"));
    Path b = plugin("b").integrator("b.B", "same", "1").write(folder.resolve("b.jar"));
    plugin("good").integrator("good.Alpha", "alpha", "1").write(folder.resolve("good.jar"));
    try (PluginHost host = open()) {
      List<LoadedPlugin> plugins = Conflicts.refused(host.plugins());
      String message =
          "two providers offer the integrator 'same': a.A in "
              + a
              + " and b.B in "
              + b
              + "; remove one of the plugins";
      assertThat(plugins).extracting(LoadedPlugin::id).containsExactly("a", "b", "good");
      assertThat(plugins.get(0).failure().message()).isEqualTo(message);
      assertThat(plugins.get(1).failure().message()).isEqualTo(message);
      assertThat(plugins.get(2).failure()).isNull();
      assertThat(new ProviderCatalog(plugins).of("integrator")).containsOnlyKeys("alpha");
    }
  }
}
