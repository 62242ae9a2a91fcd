package org.dextwin.core;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.lang.management.MemoryPoolMXBean;
import java.lang.ref.WeakReference;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.dextwin.api.sim.Integrator;
import org.dextwin.core.internal.plugin.PluginJar;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A plugin is exchanged while the program runs. */
class HotSwapTest {

  private static final int SWAPS = 50;

  /** Metaspace grows in chunks; a leaked loader of these plugins holds more than this each. */
  private static final long FLAT_BYTES = 512 << 10;

  @TempDir private Path temp;
  private Path folder;
  private Path config;

  @BeforeEach
  void writeConfig() throws IOException {
    folder = Files.createDirectory(temp.resolve("plugins"));
    config = Files.writeString(temp.resolve("robot.conf"), "integrator { type = swapped }\n");
    PluginJar.plugin("base").integrator("b.B", "base", "1").write(folder.resolve("base.jar"));
  }

  private Path version(int number) throws IOException {
    return PluginJar.plugin("swapped")
        .manifest("Plugin-Version", "1." + number + ".0")
        .manifest("Plugin-Dependencies", "base")
        .integrator("s.S", "swapped", String.valueOf(number))
        .write(temp.resolve("swapped-" + number + ".jar"));
  }

  @Test
  void exchangesAPluginFiftyTimesWithoutLeakingItsClasses() throws IOException {
    Path[] versions = {version(1), version(2)};
    List<WeakReference<ClassLoader>> loaders = new ArrayList<>();
    try (Framework framework = Framework.open(List.of(folder))) {
      long metaspaceAfterFive = 0;
      long heapAfterFive = 0;
      for (int swap = 0; swap < SWAPS; swap++) {
        loaders.add(useOnce(framework, versions[swap % 2], swap % 2 + 1));
        if (swap == 4) {
          assertAllUnloaded(loaders);
          metaspaceAfterFive = metaspace();
          heapAfterFive = heap();
        }
      }
      assertThat(loaders).hasSize(SWAPS);
      assertAllUnloaded(loaders);
      assertThat(metaspace() - metaspaceAfterFive)
          .as("growth of metaspace in %d further swaps [bytes]", SWAPS - 5)
          .isLessThan(FLAT_BYTES);
      assertThat(heap() - heapAfterFive)
          .as("growth of the heap in %d further swaps [bytes]", SWAPS - 5)
          .isLessThan(2 * FLAT_BYTES);
      assertThat(framework.plugins()).extracting(PluginInfo::id).containsExactly("base");
    }
  }

  /** Loads, assembles, uses, closes and unloads; all it leaves is the reference. */
  private WeakReference<ClassLoader> useOnce(Framework framework, Path jar, int order) {
    PluginInfo plugin = framework.load(jar);
    assertThat(plugin.failure()).isEmpty();
    ValidConfig valid = framework.validate(ConfigSource.of(config).withoutExperiment());
    WeakReference<ClassLoader> loader;
    try (Assembly assembly = framework.assemble(valid)) {
      Integrator integrator = assembly.get(Integrator.class, "integrator");
      assertThat(integrator.order()).isEqualTo(order);
      loader = new WeakReference<>(integrator.getClass().getClassLoader());
    }
    framework.unload("swapped");
    return loader;
  }

  private static void assertAllUnloaded(List<WeakReference<ClassLoader>> loaders) {
    for (int attempt = 0;
        attempt < 10 && loaders.stream().anyMatch(l -> l.get() != null);
        attempt++) {
      System.gc();
    }
    assertThat(loaders).as("class loaders of unloaded plugins").allMatch(l -> l.get() == null);
  }

  private static long metaspace() {
    return ManagementFactory.getMemoryPoolMXBeans().stream()
        .filter(pool -> pool.getName().equals("Metaspace"))
        .map(MemoryPoolMXBean::getUsage)
        .mapToLong(usage -> usage.getUsed())
        .sum();
  }

  private static long heap() {
    System.gc();
    return ManagementFactory.getMemoryMXBean().getHeapMemoryUsage().getUsed();
  }

  @Test
  void whatIsInUseIsNotUnloaded() throws IOException {
    try (Framework framework = Framework.open(List.of(folder))) {
      framework.load(version(1));
      assertThatThrownBy(() -> framework.unload("base"))
          .isInstanceOf(PluginException.class)
          .hasMessage("the plugin 'swapped' needs 'base'; unload that one first");
      assertThatThrownBy(() -> framework.unload("none"))
          .isInstanceOf(PluginException.class)
          .hasMessage("there is no plugin 'none' to unload");
      ValidConfig valid = framework.validate(ConfigSource.of(config).withoutExperiment());
      try (Assembly assembly = framework.assemble(valid)) {
        assertThat(assembly.get(Integrator.class, "integrator").order()).isEqualTo(1);
        assertThatThrownBy(() -> framework.unload("swapped"))
            .isInstanceOf(IllegalStateException.class)
            .hasMessage(
                "an assembly uses the plugin 'swapped'; close it before unloading the plugin");
      }
      framework.unload("swapped");
      assertThatThrownBy(() -> framework.assemble(valid))
          .isInstanceOf(IllegalStateException.class)
          .hasMessageContaining("which has been unloaded since; validate it again");
    }
  }

  @Test
  void aBrokenVersionIsLoadedAsAFailureAndCanBeReplaced() throws IOException {
    Path broken = Files.writeString(temp.resolve("swapped.jar"), "no jar");
    try (Framework framework = Framework.open(List.of(folder))) {
      assertThat(framework.load(broken).failure()).isPresent();
      framework.unload("swapped.jar");
      assertThat(framework.load(version(2)).failure()).isEmpty();
    }
  }
}
