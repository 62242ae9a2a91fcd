package org.dextwin.core.internal.plugin;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.ServiceConfigurationError;
import java.util.ServiceLoader;
import java.util.zip.ZipException;
import org.dextwin.api.spi.ComponentProvider;
import org.jspecify.annotations.Nullable;
import org.pf4j.DependencyResolver;
import org.pf4j.Plugin;
import org.pf4j.PluginDependency;
import org.pf4j.PluginDescriptor;
import org.pf4j.PluginWrapper;

/**
 * Loads the plugins of some folders. Whatever is wrong with one of them is kept with it, and the
 * others go on.
 */
public final class PluginHost implements AutoCloseable {

  private final HostPluginManager manager;
  private final String apiVersion;
  private final Map<String, PluginWrapper> loaded = new LinkedHashMap<>();

  /** Jar or zip of each loaded plugin: PF4J only knows where a zip was unpacked. */
  private final Map<String, Path> files = new HashMap<>();

  private final List<LoadedPlugin> plugins = new ArrayList<>();

  private PluginHost(String apiVersion) {
    this.apiVersion = apiVersion;
    manager = new HostPluginManager(apiVersion);
  }

  /**
   * Loads every jar and zip of some folders.
   *
   * @param folders the folders
   * @param cache where zips are unpacked
   * @param apiVersion version that {@code Plugin-Requires} is held against
   * @throws PluginHostException if a folder cannot be read
   */
  public static PluginHost open(List<Path> folders, Path cache, String apiVersion) {
    List<Path> found = PluginFiles.in(folders);
    PluginHost host = new PluginHost(apiVersion);
    found.forEach(file -> host.load(file, cache));
    host.dropUnmetDependencies();
    host.dropCycles();
    host.manager.startPlugins();
    host.loaded.values().forEach(plugin -> host.plugins.add(host.examine(plugin)));
    host.plugins.sort(Comparator.comparing(LoadedPlugin::id).thenComparing(LoadedPlugin::jar));
    return host;
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

  private void load(Path file, Path cache) {
    try {
      boolean zipped = file.getFileName().toString().endsWith(".zip");
      PluginWrapper plugin = manager.load(zipped ? UnpackedZip.of(file, cache) : file);
      String id = plugin.getPluginId();
      loaded.put(id, plugin);
      files.put(id, file);
      PluginDescriptor descriptor = plugin.getDescriptor();
      if (!manager
          .getVersionManager()
          .checkVersionConstraint(apiVersion, descriptor.getRequires())) {
        drop(
            id,
            "needs the DexTwin API "
                + descriptor.getRequires()
                + ", but this is "
                + apiVersion
                + "; install a version of the plugin that fits");
      } else if (!descriptor.getPluginClass().equals(Plugin.class.getName())) {
        drop(
            id,
            "declares Plugin-Class "
                + descriptor.getPluginClass()
                + ", but plugins have no life cycle of their own; remove the entry and offer providers");
      }
    } catch (IOException | RuntimeException | LinkageError e) {
      plugins.add(LoadedPlugin.unreadable(file, new LoadFailure(reason(e), e)));
    }
  }

  /** Says what is wrong with a file in terms of the file. */
  private String reason(Throwable thrown) {
    for (Throwable t = thrown; t != null; t = t.getCause()) {
      if (t instanceof ZipException) {
        return "is not a jar or zip that can be read: " + t.getMessage();
      }
      if (t.getClass().getPackageName().startsWith("com.github.zafarkhaja")) {
        return "has a version or Plugin-Requires that is no semantic version: " + describe(t);
      }
    }
    String message = String.valueOf(thrown.getMessage());
    if (message.contains("with the same id")) {
      return "has the id of another plugin: " + sameId(message) + "; remove one of the two";
    }
    if (message.contains("annot be empty") || message.contains("Cannot find")) {
      return "has no plugin descriptor: its META-INF/MANIFEST.MF needs Plugin-Id and Plugin-Version";
    }
    return describe(thrown);
  }

  private String sameId(String message) {
    return loaded.keySet().stream()
        .filter(id -> message.contains("(" + id + ")"))
        .map(id -> "'" + id + "' is " + files.get(id))
        .findFirst()
        .orElse(message);
  }

  /** A plugin whose dependency is missing or failed fails too, and so on along the chain. */
  private void dropUnmetDependencies() {
    boolean changed = true;
    while (changed) {
      changed = false;
      for (PluginWrapper plugin : List.copyOf(loaded.values())) {
        String unmet = unmetDependency(plugin.getDescriptor());
        if (unmet != null) {
          drop(plugin.getPluginId(), unmet);
          changed = true;
        }
      }
    }
  }

  private @Nullable String unmetDependency(PluginDescriptor descriptor) {
    for (PluginDependency dependency : descriptor.getDependencies()) {
      PluginWrapper other = loaded.get(dependency.getPluginId());
      String wanted = dependency.getPluginVersionSupport();
      if (other == null) {
        if (!dependency.isOptional()) {
          return "needs the plugin '"
              + dependency.getPluginId()
              + "', which is not installed or failed";
        }
      } else if (!manager
          .getVersionManager()
          .checkVersionConstraint(other.getDescriptor().getVersion(), wanted)) {
        return "needs the plugin '"
            + dependency.getPluginId()
            + "' in version "
            + wanted
            + ", but installed is "
            + other.getDescriptor().getVersion();
      }
    }
    return null;
  }

  private void dropCycles() {
    try {
      manager.resolve();
    } catch (DependencyResolver.CyclicDependencyException e) {
      for (PluginWrapper plugin : List.copyOf(loaded.values())) {
        if (!plugin.getDescriptor().getDependencies().isEmpty()) {
          drop(plugin.getPluginId(), "is part of, or depends on, plugins that need each other");
        }
      }
      manager.resolve();
    }
  }

  private void drop(String id, String message) {
    PluginWrapper plugin = loaded.remove(id);
    if (plugin != null) {
      plugins.add(described(plugin.getDescriptor(), List.of(), LoadFailure.of(message)));
      manager.unload(id);
    }
  }

  /** Asks a started plugin for its providers; one that fails makes the whole plugin fail. */
  private LoadedPlugin examine(PluginWrapper plugin) {
    PluginDescriptor descriptor = plugin.getDescriptor();
    if (!plugin.getPluginState().isStarted()) {
      Throwable cause = plugin.getFailedException();
      String why = cause == null ? "state " + plugin.getPluginState() : describe(cause);
      return described(descriptor, List.of(), new LoadFailure("did not start: " + why, cause));
    }
    List<Offer> offers = new ArrayList<>();
    try {
      collect(plugin, offers);
    } catch (ServiceConfigurationError | RuntimeException | LinkageError e) {
      return described(descriptor, List.of(), new LoadFailure(describe(e), e));
    }
    if (offers.isEmpty()) {
      return described(
          descriptor,
          List.of(),
          LoadFailure.of(
              "offers no provider: list its classes in META-INF/services/"
                  + ComponentProvider.class.getName()));
    }
    return described(descriptor, offers, null);
  }

  private void collect(PluginWrapper plugin, List<Offer> offers) {
    ClassLoader loader = plugin.getPluginClassLoader();
    @SuppressWarnings("rawtypes")
    Iterator<ServiceLoader.Provider<ComponentProvider>> providers =
        ServiceLoader.load(ComponentProvider.class, loader).stream().iterator();
    while (providers.hasNext()) {
      var provider = providers.next();
      if (provider.type().getClassLoader() == loader) { // otherwise a dependency's
        PluginDescriptor descriptor = plugin.getDescriptor();
        offers.add(
            Offer.of(
                provider.get(),
                descriptor.getPluginId(),
                descriptor.getVersion(),
                fileOf(descriptor)));
      }
    }
  }

  private LoadedPlugin described(
      PluginDescriptor descriptor, List<Offer> offers, @Nullable LoadFailure failure) {
    return new LoadedPlugin(
        descriptor.getPluginId(),
        descriptor.getVersion(),
        orEmpty(descriptor.getProvider()),
        orEmpty(descriptor.getPluginDescription()),
        orEmpty(descriptor.getLicense()),
        fileOf(descriptor),
        offers,
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

  /** Returns the chain of causes in one line. */
  private static String describe(Throwable thrown) {
    StringBuilder text = new StringBuilder();
    for (Throwable t = thrown; t != null; t = t.getCause()) {
      text.append(text.isEmpty() ? "" : ", because of ").append(t);
    }
    return text.toString();
  }
}
