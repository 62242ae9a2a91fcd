package org.dextwin.core.internal.cli;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.dextwin.api.experiment.Item;
import org.dextwin.api.spi.Diagnostics.Finding;
import org.dextwin.api.spi.Diagnostics.Health;
import org.dextwin.api.spi.IoReason;
import org.dextwin.core.Diagnosis;
import org.dextwin.core.Framework;
import org.dextwin.core.PluginException;
import org.dextwin.core.PluginInfo;
import org.dextwin.core.internal.run.Json;

/** What {@code dextwin doctor} finds. */
final class Checkup {

  private static final long GIB = 1L << 30;

  /** With less memory the larger experiments do not fit. */
  private static final long SMALL_HEAP = GIB;

  /** With less space the native libraries of plugins do not fit. */
  private static final long SMALL_TEMP = GIB / 2;

  /** Findings about one thing. */
  private record Chapter(String name, List<Finding> findings) {}

  private final List<Chapter> chapters = new ArrayList<>();

  private Checkup() {}

  static Checkup of(List<Path> additionalFolders) {
    Checkup checkup = new Checkup();
    checkup.chapters.add(new Chapter("machine", machine()));
    List<Path> folders = Framework.pluginFolders(additionalFolders);
    checkup.chapters.add(new Chapter("plugin folders", folders(folders)));
    // A missing folder is a finding, not the end of the examination.
    List<Path> existing = folders.stream().filter(Files::isDirectory).toList();
    try (Framework framework = Framework.open(existing)) {
      checkup.chapters.add(
          new Chapter("plugins", framework.plugins().stream().map(Checkup::plugin).toList()));
      for (Diagnosis diagnosis : framework.diagnose()) {
        String name = diagnosis.plugin() + ": " + diagnosis.name();
        checkup.chapters.add(new Chapter(name, diagnosis.findings()));
      }
    } catch (PluginException e) {
      Finding finding =
          new Finding(
              "loading",
              Health.MISSING,
              String.valueOf(e.getMessage()),
              "mend or remove the plugin that is named");
      checkup.chapters.add(new Chapter("plugins", List.of(finding)));
    }
    return checkup;
  }

  String text() {
    StringBuilder text = new StringBuilder();
    for (Chapter chapter : chapters) {
      text.append(chapter.name()).append('\n');
      for (Finding finding : chapter.findings()) {
        text.append("  ")
            .append(String.format(Locale.ROOT, "%-8s", finding.health().name()))
            .append(finding.subject())
            .append(finding.detail().isEmpty() ? "" : ": " + finding.detail())
            .append('\n');
        if (finding.health() != Health.OK && !finding.remedy().isEmpty()) {
          text.append(" ".repeat(10)).append("remedy: ").append(finding.remedy()).append('\n');
        }
      }
    }
    return text.toString();
  }

  String json() {
    List<Item> items = new ArrayList<>();
    boolean healthy = true;
    for (Chapter chapter : chapters) {
      for (Finding finding : chapter.findings()) {
        healthy &= finding.health() == Health.OK;
        items.add(
            Item.empty()
                .with("about", chapter.name())
                .with("subject", finding.subject())
                .with("health", finding.health().name().toLowerCase(Locale.ROOT))
                .with("detail", finding.detail())
                .with("remedy", finding.remedy()));
      }
    }
    return Json.pretty(
        Item.empty()
            .with("version", Version.current())
            .with("healthy", healthy)
            .with("findings", items));
  }

  private static List<Finding> machine() {
    Runtime runtime = Runtime.getRuntime();
    return List.of(
        ok("DexTwin", Version.current()),
        ok(
            "Java",
            System.getProperty("java.version")
                + ", "
                + System.getProperty("java.vendor")
                + ", "
                + System.getProperty("java.home")),
        ok(
            "system",
            System.getProperty("os.name")
                + " "
                + System.getProperty("os.version")
                + ", "
                + System.getProperty("os.arch")),
        ok("cores", String.valueOf(runtime.availableProcessors())),
        memory(runtime.maxMemory()),
        temp(Path.of(System.getProperty("java.io.tmpdir"))));
  }

  private static Finding memory(long heap) {
    String detail = gib(heap) + " for Java";
    if (ManagementFactory.getOperatingSystemMXBean()
        instanceof com.sun.management.OperatingSystemMXBean system) {
      detail += ", " + gib(system.getTotalMemorySize()) + " in the machine";
    }
    return heap >= SMALL_HEAP
        ? ok("memory", detail)
        : new Finding("memory", Health.WARNING, detail, "give Java more: DEXTWIN_JAVA_OPTS=-Xmx4g");
  }

  private static Finding temp(Path folder) {
    String remedy = "name another folder: DEXTWIN_JAVA_OPTS=-Djava.io.tmpdir=DIR";
    try {
      Path probe = Files.createTempFile(folder, "dextwin", ".probe");
      Files.delete(probe);
      long free = Files.getFileStore(folder).getUsableSpace();
      String detail = folder + ", " + gib(free) + " free";
      return free >= SMALL_TEMP
          ? ok("temporary files", detail)
          : new Finding("temporary files", Health.WARNING, detail, remedy);
    } catch (IOException e) {
      return new Finding(
          "temporary files",
          Health.MISSING,
          folder + " cannot be written: " + IoReason.of(e),
          remedy);
    }
  }

  private static List<Finding> folders(List<Path> folders) {
    if (folders.isEmpty()) {
      String remedy = "start DexTwin with its launcher, or name a folder with --plugins";
      return List.of(new Finding("none", Health.WARNING, "", remedy));
    }
    return folders.stream()
        .map(
            folder ->
                Files.isDirectory(folder)
                    ? ok(folder.toString(), "")
                    : new Finding(
                        folder.toString(),
                        Health.MISSING,
                        "no such folder",
                        "make it, or take it out of --plugins and DEXTWIN_PLUGINS"))
        .toList();
  }

  private static Finding plugin(PluginInfo plugin) {
    String name = plugin.id() + " " + plugin.version();
    return plugin
        .failure()
        .map(
            failure ->
                new Finding(
                    name.strip(),
                    Health.MISSING,
                    failure.message(),
                    "mend or remove " + plugin.jar()))
        .orElseGet(() -> ok(name.strip(), plugin.jar().toString()));
  }

  private static Finding ok(String subject, String detail) {
    return new Finding(subject, Health.OK, detail, "");
  }

  private static String gib(long bytes) {
    return String.format(Locale.ROOT, "%.1f GiB", bytes / (double) GIB);
  }
}
