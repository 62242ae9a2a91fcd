package org.dextwin.core.internal.plugin;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.jar.Manifest;
import org.pf4j.AbstractPluginManager;
import org.pf4j.ClassLoadingStrategy;
import org.pf4j.DefaultExtensionFactory;
import org.pf4j.DefaultPluginClasspath;
import org.pf4j.DefaultVersionManager;
import org.pf4j.ExtensionFactory;
import org.pf4j.ExtensionFinder;
import org.pf4j.ManifestPluginDescriptorFinder;
import org.pf4j.Plugin;
import org.pf4j.PluginClassLoader;
import org.pf4j.PluginDescriptor;
import org.pf4j.PluginDescriptorFinder;
import org.pf4j.PluginFactory;
import org.pf4j.PluginLoader;
import org.pf4j.PluginRepository;
import org.pf4j.PluginStatusProvider;
import org.pf4j.PluginWrapper;
import org.pf4j.PropertiesPluginDescriptorFinder;
import org.pf4j.ServiceProviderExtensionFinder;
import org.pf4j.VersionManager;

/**
 * PF4J as it is needed here: descriptors, dependencies, versions and class loaders. It looks into
 * no folder by itself, since its own search logs and skips what it cannot load.
 */
final class HostPluginManager extends AbstractPluginManager {

  private static final ClassLoader HOST = new HostLoader(HostPluginManager.class.getClassLoader());

  HostPluginManager(String apiVersion) {
    super(List.of());
    setSystemVersion(apiVersion); // the default, 0.0.0, switches Plugin-Requires off
  }

  /** Loads a jar or an unpacked zip; throws whatever is wrong with it. */
  PluginWrapper load(Path path) {
    return loadPluginFromPath(path);
  }

  /** Reads a descriptor; throws if there is none. */
  PluginDescriptor describe(Path path) {
    PluginDescriptor descriptor = getPluginDescriptorFinder().find(path);
    validatePluginDescriptor(descriptor);
    return descriptor;
  }

  void resolve() {
    resolvePlugins();
  }

  void unload(String id) {
    unloadPlugin(id, false, false);
  }

  @Override
  protected PluginLoader createPluginLoader() {
    return new PluginLoader() {
      @Override
      public boolean isApplicable(Path path) {
        return true;
      }

      @Override
      public ClassLoader loadPlugin(Path path, PluginDescriptor descriptor) {
        return loaderOf(path, descriptor);
      }
    };
  }

  private PluginClassLoader loaderOf(Path path, PluginDescriptor descriptor) {
    var loader = new PluginClassLoader(this, descriptor, HOST, ClassLoadingStrategy.APD);
    if (Files.isDirectory(path)) {
      var layout = new DefaultPluginClasspath();
      for (String folder : layout.getClassesDirectories()) {
        if (Files.isDirectory(path.resolve(folder))) {
          loader.addFile(path.resolve(folder).toFile());
        }
      }
      for (String folder : layout.getJarsDirectories()) {
        PluginFiles.jarsIn(path.resolve(folder)).forEach(jar -> loader.addFile(jar.toFile()));
      }
    } else {
      loader.addFile(path.toFile());
    }
    return loader;
  }

  /** Plugins have no life of their own: they offer providers, and cannot even see PF4J. */
  @Override
  protected PluginFactory createPluginFactory() {
    return wrapper -> new Plugin();
  }

  /** PF4J's own combination of the two logs what it catches, and then has no cause to show. */
  @Override
  protected PluginDescriptorFinder createPluginDescriptorFinder() {
    var properties = new PropertiesPluginDescriptorFinder();
    var manifest = new JarManifest();
    return new PluginDescriptorFinder() {
      @Override
      public boolean isApplicable(Path path) {
        return true;
      }

      @Override
      public PluginDescriptor find(Path path) {
        boolean hasProperties = Files.isRegularFile(path.resolve("plugin.properties"));
        return hasProperties ? properties.find(path) : manifest.find(path);
      }
    };
  }

  /** A jar without a manifest is one whose manifest says nothing. */
  private static final class JarManifest extends ManifestPluginDescriptorFinder {

    @Override
    protected Manifest readManifestFromJar(Path jar) {
      Manifest manifest = super.readManifestFromJar(jar);
      return manifest == null ? new Manifest() : manifest;
    }
  }

  @Override
  protected VersionManager createVersionManager() {
    return new DefaultVersionManager();
  }

  @Override
  protected PluginRepository createPluginRepository() {
    return new PluginRepository() {
      @Override
      public List<Path> getPluginPaths() {
        return List.of();
      }

      @Override
      public boolean deletePluginPath(Path path) {
        return false;
      }
    };
  }

  @Override
  protected ExtensionFactory createExtensionFactory() {
    return new DefaultExtensionFactory();
  }

  @Override
  protected ExtensionFinder createExtensionFinder() {
    return new ServiceProviderExtensionFinder(this);
  }

  @Override
  protected PluginStatusProvider createPluginStatusProvider() {
    return new PluginStatusProvider() {
      @Override
      public boolean isPluginDisabled(String id) {
        return false;
      }

      @Override
      public void disablePlugin(String id) {}

      @Override
      public void enablePlugin(String id) {}
    };
  }
}
