package org.dextwin.core.internal.plugin;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.dextwin.api.spi.IoReason;
import org.jspecify.annotations.Nullable;
import org.pf4j.Plugin;
import org.pf4j.PluginDescriptor;
import org.pf4j.PluginWrapper;

/**
 * Loads plugins. Whatever is wrong with one of them is kept with it, and the others go on; no code
 * of a file runs here before it was tried out in a JVM of its own.
 */
public final class PluginHost implements AutoCloseable {

  private static final String ID = "[A-Za-z0-9][A-Za-z0-9._-]{0,99}";

  private final HostPluginManager manager;
  private final String apiVersion;
  private final Path cache;
  private final ProbeMemory memory;
  private final Map<String, PluginWrapper> loaded = new LinkedHashMap<>();

  /** Jar or zip of each loaded plugin: PF4J only knows where a zip was unpacked. */
  private final Map<String, Path> files = new HashMap<>();

  private final Map<Path, Verdict> verdicts = new HashMap<>();
  private final List<LoadedPlugin> plugins = new ArrayList<>();

  private PluginHost(Path cache, String apiVersion) {
    this.cache = cache;
    this.apiVersion = apiVersion;
    memory = new ProbeMemory(cache);
    manager = new HostPluginManager(apiVersion);
  }

  /**
   * Loads every jar and zip of some folders.
   *
   * @param folders the folders
   * @param trusted folders among them whose files need not be tried out: those built with the host
   * @param cache where zips are unpacked, and where it is remembered which files were tried out
   * @param apiVersion version that {@code Plugin-Requires} is held against
   * @throws PluginHostException if a folder cannot be read
   */
  public static PluginHost open(
      List<Path> folders, List<Path> trusted, Path cache, String apiVersion) {
    PluginHost host = new PluginHost(cache, apiVersion);
    PluginFiles.in(trusted.stream().filter(folders::contains).toList())
        .forEach(file -> host.verdicts.put(file, Verdict.accepted(List.of())));
    host.add(PluginFiles.in(folders));
    return host;
  }

  /** Forgets the verdicts on all files of some folders, so that they are tried out again. */
  public static void forget(List<Path> folders, Path cache) {
    ProbeMemory memory = new ProbeMemory(cache);
    for (Path file : PluginFiles.in(folders)) {
      try {
        memory.forget(file);
      } catch (IOException e) {
        // A file that cannot be read fails for that reason when it is loaded.
      }
    }
  }

  /** Loads files that nobody vouches for; the predicate says whether to run a file's code. */
  static void tryOut(List<Path> files, Path cache, String apiVersion, Predicate<Path> chosen) {
    try (PluginHost host = new PluginHost(cache, apiVersion)) {
      files.forEach(host::read);
      host.settle();
      for (PluginWrapper plugin : host.loaded.values()) {
        Path file = host.fileOf(plugin.getDescriptor());
        if (chosen.test(file)) {
          host.examine(plugin).offers().forEach(Offer::configuration);
        }
      }
    }
  }

  /**
   * Loads one more file.
   *
   * @return the plugin, which may have failed
   * @throws PluginHostException if the file is loaded already
   */
  public LoadedPlugin load(Path file) {
    if (plugins.stream().anyMatch(plugin -> plugin.jar().equals(file))) {
      throw new PluginHostException(file + " is loaded already; unload it first");
    }
    add(List.of(file));
    return plugins.stream().filter(plugin -> plugin.jar().equals(file)).findFirst().orElseThrow();
  }

  /**
   * Unloads a plugin and closes its class loader.
   *
   * @throws PluginHostException if there is no such plugin, or another one needs it
   */
  public void unload(String id) {
    LoadedPlugin plugin =
        plugins.stream()
            .filter(p -> p.id().equals(id))
            .findFirst()
            .orElseThrow(
                () -> new PluginHostException("there is no plugin '" + id + "' to unload"));
    for (PluginWrapper other : loaded.values()) {
      if (Dependencies.idsOf(other.getDescriptor()).contains(id)) {
        throw new PluginHostException(
            "the plugin '" + other.getPluginId() + "' needs '" + id + "'; unload that one first");
      }
    }
    if (loaded.remove(id) != null) {
      files.remove(id);
      manager.unload(id);
    }
    plugins.remove(plugin);
    verdicts.remove(plugin.jar());
  }

  /** Returns all plugins, also those that failed, by id. */
  public List<LoadedPlugin> plugins() {
    return List.copyOf(plugins);
  }

  @Override
  public void close() {
    List<String> ids = new ArrayList<>(loaded.keySet());
    for (int i = ids.size() - 1; i >= 0; i--) {
      manager.unload(ids.get(i));
    }
    loaded.clear();
  }

  private void add(List<Path> added) {
    Set<String> before = Set.copyOf(loaded.keySet());
    added.forEach(this::read);
    settle();
    probe();
    settle(); // those that need a quarantined one
    manager.startPlugins();
    loaded.values().stream()
        .filter(plugin -> !before.contains(plugin.getPluginId()))
        .map(this::examine)
        .forEach(plugins::add);
    plugins.sort(Comparator.comparing(LoadedPlugin::id).thenComparing(LoadedPlugin::jar));
  }

  private void read(Path file) {
    try {
      checkRecord(file);
      boolean zipped = file.getFileName().toString().endsWith(".zip");
      PluginDescriptor descriptor = descriptorOf(zipped ? UnpackedZip.of(file, cache) : file, file);
      files.put(descriptor.getPluginId(), file);
      unusable(descriptor).ifPresent(message -> drop(descriptor.getPluginId(), message));
    } catch (ProviderReader.UnusableException e) {
      plugins.add(LoadedPlugin.unreadable(file, LoadFailure.of(String.valueOf(e.getMessage()))));
    } catch (IOException | RuntimeException | LinkageError e) {
      plugins.add(LoadedPlugin.unreadable(file, new LoadFailure(Reason.ofFile(e), e)));
    }
  }

  private void checkRecord(Path file) throws IOException {
    Optional<String> recorded = InstalledPlugins.recorded(file);
    if (recorded.isPresent() && !recorded.get().equals(memory.checksum(file))) {
      throw new ProviderReader.UnusableException(
          "is not the file that was installed: its SHA-256 is "
              + memory.checksum(file)
              + ", recorded is "
              + recorded.get()
              + "; install it again with 'dextwin plugins install FILE --replace'");
    }
  }

  private PluginDescriptor descriptorOf(Path unpacked, Path file) {
    PluginDescriptor descriptor = manager.describe(unpacked);
    String id = descriptor.getPluginId();
    if (!id.matches(ID)) {
      throw new ProviderReader.UnusableException(
          "has the id '"
              + id
              + "'; an id has letters, digits, '.', '_' and '-', at most 100, and begins with a"
              + " letter or digit");
    }
    Path other = files.get(id);
    if (other != null && loaded.containsKey(id)) {
      throw new ProviderReader.UnusableException(
          "has the id of another plugin: '" + id + "' is " + other + "; remove one of the two");
    }
    PluginWrapper plugin = manager.load(unpacked);
    loaded.put(id, plugin);
    files.put(id, file);
    return plugin.getDescriptor();
  }

  private Optional<String> unusable(PluginDescriptor descriptor) {
    if (!manager.getVersionManager().checkVersionConstraint(apiVersion, descriptor.getRequires())) {
      return Optional.of(
          "needs the DexTwin API "
              + descriptor.getRequires()
              + ", but this is "
              + apiVersion
              + "; install a version of the plugin that fits");
    }
    if (!descriptor.getPluginClass().equals(Plugin.class.getName())) {
      return Optional.of(
          "declares Plugin-Class "
              + descriptor.getPluginClass()
              + ", but plugins have no life cycle of their own; remove the entry and offer providers");
    }
    return Optional.empty();
  }

  /** Drops the plugins that cannot be had together, until those that remain can. */
  private void settle() {
    dropCycles();
    boolean changed = true;
    while (changed) {
      changed = false;
      for (PluginWrapper plugin : List.copyOf(loaded.values())) {
        Optional<String> unmet = dependencies().unmet(plugin.getDescriptor());
        unmet.ifPresent(message -> drop(plugin.getPluginId(), message));
        changed |= unmet.isPresent();
      }
    }
    manager.resolve();
  }

  private void dropCycles() {
    Dependencies dependencies = dependencies();
    for (String id : List.copyOf(loaded.keySet())) {
      dependencies
          .cycleThrough(id)
          .ifPresent(
              cycle ->
                  drop(
                      id, "needs itself: " + String.join(" needs ", cycle) + "; break the circle"));
    }
  }

  private Dependencies dependencies() {
    return new Dependencies(
        loaded.values().stream()
            .map(PluginWrapper::getDescriptor)
            .collect(Collectors.toMap(PluginDescriptor::getPluginId, descriptor -> descriptor)),
        manager.getVersionManager());
  }

  /** Has unknown files tried out, and drops those that are, or now get, quarantined. */
  private void probe() {
    Set<Path> fresh = new LinkedHashSet<>();
    for (PluginWrapper plugin : List.copyOf(loaded.values())) {
      Path file = fileOf(plugin.getDescriptor());
      if (!verdicts.containsKey(file)) {
        try {
          memory
              .verdict(file)
              .ifPresentOrElse(verdict -> verdicts.put(file, verdict), () -> fresh.add(file));
        } catch (IOException e) {
          drop(plugin.getPluginId(), "cannot be read: " + IoReason.of(e));
        }
      }
    }
    if (!fresh.isEmpty()) {
      tryOut(fresh);
    }
    for (PluginWrapper plugin : List.copyOf(loaded.values())) {
      Verdict verdict = verdicts.get(fileOf(plugin.getDescriptor()));
      if (verdict != null && !verdict.isAccepted()) {
        drop(plugin.getPluginId(), verdict.quarantine());
      }
    }
  }

  private void tryOut(Set<Path> fresh) {
    try {
      List<Path> all =
          loaded.values().stream()
              .map(plugin -> fileOf(plugin.getDescriptor()))
              .filter(file -> fresh.contains(file) || isAccepted(file))
              .toList();
      Map<Path, Verdict> found = new Probe(cache, apiVersion).run(all, fresh);
      verdicts.putAll(found);
      for (Map.Entry<Path, Verdict> entry : found.entrySet()) {
        memory.remember(entry.getKey(), entry.getValue());
      }
    } catch (IOException e) {
      String message = "could not be tried out in a JVM of its own: " + e.getMessage();
      fresh.forEach(file -> verdicts.put(file, Verdict.quarantined(message)));
    }
  }

  private boolean isAccepted(Path file) {
    Verdict verdict = verdicts.get(file);
    return verdict != null && verdict.isAccepted();
  }

  private void drop(String id, String message) {
    PluginWrapper plugin = loaded.remove(id);
    if (plugin != null) {
      plugins.add(described(plugin.getDescriptor(), List.of(), LoadFailure.of(message)));
      manager.unload(id);
    }
  }

  /** Asks a plugin for its providers; one that fails makes the whole plugin fail. */
  @SuppressWarnings("CatchingUnchecked") // whatever it throws is the plugin's failure
  private LoadedPlugin examine(PluginWrapper plugin) {
    PluginDescriptor descriptor = plugin.getDescriptor();
    try {
      List<Offer> offers = ProviderReader.read(plugin, fileOf(descriptor));
      return described(descriptor, offers, null);
    } catch (ProviderReader.UnusableException e) {
      return described(descriptor, List.of(), LoadFailure.of(String.valueOf(e.getMessage())));
    } catch (Throwable e) {
      return described(descriptor, List.of(), new LoadFailure(Reason.ofProviders(e), e));
    }
  }

  private LoadedPlugin described(
      PluginDescriptor descriptor, List<Offer> offers, @Nullable LoadFailure failure) {
    Path file = fileOf(descriptor);
    Verdict verdict = verdicts.get(file);
    return new LoadedPlugin(
        descriptor.getPluginId(),
        descriptor.getVersion(),
        orEmpty(descriptor.getProvider()),
        orEmpty(descriptor.getPluginDescription()),
        orEmpty(descriptor.getLicense()),
        descriptor.getRequires(),
        Dependencies.idsOf(descriptor),
        file,
        offers,
        verdict == null ? List.of() : verdict.warnings(),
        failure);
  }

  private Path fileOf(PluginDescriptor descriptor) {
    Path file = files.get(descriptor.getPluginId());
    if (file == null) {
      throw new IllegalStateException("no file of plugin " + descriptor.getPluginId());
    }
    return file;
  }

  private static String orEmpty(@Nullable String text) {
    return text == null ? "" : text;
  }
}
