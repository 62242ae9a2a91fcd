package org.dextwin.core;

import java.io.File;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.dextwin.api.spi.Command;
import org.dextwin.api.spi.Diagnostics;
import org.dextwin.api.spi.Role;
import org.dextwin.core.internal.assembly.CreationException;
import org.dextwin.core.internal.assembly.DiagnosticsRunner;
import org.dextwin.core.internal.assembly.LiveParts;
import org.dextwin.core.internal.assembly.Plan;
import org.dextwin.core.internal.assembly.Unconfigured;
import org.dextwin.core.internal.assembly.Validator;
import org.dextwin.core.internal.config.ConfigReader;
import org.dextwin.core.internal.config.Content;
import org.dextwin.core.internal.config.Fault;
import org.dextwin.core.internal.config.Faults;
import org.dextwin.core.internal.config.Request;
import org.dextwin.core.internal.plugin.LoadedPlugin;
import org.dextwin.core.internal.plugin.PluginHost;
import org.dextwin.core.internal.plugin.PluginHostException;
import org.dextwin.core.internal.plugin.ProviderCatalog;

/**
 * The framework: plugins, and the systems that configurations assemble from them.
 *
 * <pre>{@code
 * try (Framework framework = Framework.open(Framework.pluginFolders(List.of()))) {
 *   ValidConfig config = framework.validate(ConfigSource.of(Path.of("box.conf")));
 *   try (Assembly assembly = framework.assemble(config)) {
 *     Hand hand = assembly.get(Hand.class, "hand");
 *   }
 * }
 * }</pre>
 *
 * <p><i>Thread safety</i>: confined. <i>Lifecycle</i>: close assemblies first; closing the
 * framework unloads the plugins.
 */
public final class Framework implements AutoCloseable {

  /** Version of the API that plugins are held against. */
  public static final String API_VERSION = "0.1.0";

  private final Runnable closing;
  private final List<LoadedPlugin> plugins;
  private final ProviderCatalog catalog;
  private final Map<String, String> environment;

  private Framework(List<LoadedPlugin> plugins, Map<String, String> environment, Runnable closing) {
    this.plugins = plugins;
    this.environment = environment;
    this.closing = closing;
    catalog = new ProviderCatalog(plugins);
  }

  /**
   * Returns where plugins are: the built-in folder (system property {@code dextwin.plugins}), those
   * of the environment variable {@code DEXTWIN_PLUGINS}, and additional ones.
   *
   * @param additional further folders
   * @return all folders, each once
   */
  public static List<Path> pluginFolders(List<Path> additional) {
    String separator = Pattern.quote(File.pathSeparator);
    String builtIn = System.getProperty("dextwin.plugins", "");
    String fromEnvironment = System.getenv().getOrDefault("DEXTWIN_PLUGINS", "");
    return Stream.concat(
            Stream.of(builtIn, fromEnvironment)
                .flatMap(folders -> Stream.of(folders.split(separator)))
                .filter(folder -> !folder.isBlank())
                .map(Path::of),
            additional.stream())
        .distinct()
        .toList();
  }

  /**
   * Loads the plugins of some folders. One that is broken is listed with its failure, and the
   * others go on.
   *
   * @param pluginFolders folders with jars and zips
   * @return the framework
   * @throws PluginException if a folder is missing, or two plugins offer the same
   */
  public static Framework open(List<Path> pluginFolders) {
    try {
      PluginHost host = PluginHost.open(pluginFolders, cacheFolder(), API_VERSION);
      try {
        return new Framework(host.plugins(), System.getenv(), host::close);
      } catch (PluginHostException e) {
        host.close();
        throw e;
      }
    } catch (PluginHostException e) {
      throw new PluginException(String.valueOf(e.getMessage()), e);
    }
  }

  /** Opens a framework with given plugins, for tests of everything but loading. */
  static Framework of(List<LoadedPlugin> plugins, Map<String, String> environment) {
    try {
      return new Framework(plugins, environment, () -> {});
    } catch (PluginHostException e) {
      throw new PluginException(String.valueOf(e.getMessage()), e);
    }
  }

  private static Path cacheFolder() {
    String chosen = System.getenv().getOrDefault("XDG_CACHE_HOME", "");
    Path caches =
        chosen.isBlank() ? Path.of(System.getProperty("user.home"), ".cache") : Path.of(chosen);
    return caches.resolve("dextwin").resolve("plugins");
  }

  /**
   * Returns all plugins that were found.
   *
   * @return started and failed plugins, by id
   */
  public List<PluginInfo> plugins() {
    return plugins.stream().map(PluginInfo::new).toList();
  }

  /**
   * Checks a configuration. Nothing is made; of files, only their existence is checked.
   *
   * @param source the configuration
   * @return the valid configuration
   * @throws ConfigException with all problems, if there are any
   */
  public ValidConfig validate(ConfigSource source) {
    Faults faults = new Faults();
    Request request =
        new Request(
            source.file(),
            source.sets(),
            source.extra().orElse(""),
            source.workingFolder(),
            environment);
    Content content = ConfigReader.read(request, faults);
    if (content.root().entries().isEmpty() && !faults.isEmpty()) {
      throw exception(faults); // the file itself cannot be read
    }
    Plan plan = Validator.validate(catalog, content, source.experimentRequired(), faults);
    if (!faults.isEmpty()) {
      throw exception(faults);
    }
    Path file = source.workingFolder().resolve(source.file()).normalize();
    return new ValidConfig(file, plan, pluginsOf(plan));
  }

  private static ConfigException exception(Faults faults) {
    List<Problem> problems = new ArrayList<>();
    List<Fault> sorted = faults.sorted();
    sorted.forEach(f -> problems.add(new Problem(f.location(), f.key(), f.message())));
    ConfigException exception = new ConfigException(problems);
    for (Fault fault : sorted) {
      if (fault.cause() != null) {
        exception.addSuppressed(fault.cause());
      }
    }
    return exception;
  }

  private List<PluginInfo> pluginsOf(Plan plan) {
    Set<String> used =
        plan.parts().stream()
            .map(part -> part.offer().pluginId())
            .collect(Collectors.toCollection(LinkedHashSet::new));
    return plugins().stream()
        .filter(plugin -> plugin.state() == PluginInfo.State.STARTED && used.contains(plugin.id()))
        .toList();
  }

  /**
   * Makes the components of a configuration: all of them, or none.
   *
   * @param config a configuration that this framework found to be valid
   * @return the components; the caller closes them
   * @throws org.dextwin.api.spi.ComponentUnavailableException if this machine lacks something
   * @throws org.dextwin.api.spi.InvalidInputException if an input file is wrong
   * @throws AssemblyException if a component fails otherwise
   */
  public Assembly assemble(ValidConfig config) {
    try {
      return new Assembly(LiveParts.of(config.plan()));
    } catch (CreationException e) {
      throw translated(e);
    }
  }

  static AssemblyException translated(CreationException e) {
    AssemblyException translated =
        new AssemblyException(String.valueOf(e.getMessage()), e.getCause());
    for (Throwable suppressed : e.getSuppressed()) {
      translated.addSuppressed(suppressed);
    }
    return translated;
  }

  /**
   * Lets every plugin that can look at this machine. One that fails is reported as a finding.
   *
   * @return what they found, by plugin
   */
  public List<Diagnosis> diagnose() {
    List<Diagnosis> diagnoses = new ArrayList<>();
    for (LoadedPlugin plugin : plugins) {
      for (var offer : plugin.offers()) {
        if (offer.role() == Diagnostics.class) {
          diagnoses.add(new Diagnosis(plugin.id(), offer.name(), DiagnosticsRunner.examine(offer)));
        }
      }
    }
    return diagnoses;
  }

  /**
   * Makes a command that a plugin adds to the command line.
   *
   * @param name its name
   * @return the command, which the caller closes; empty if no plugin has it
   */
  public Optional<Command> command(String name) {
    String role = Command.class.getAnnotation(Role.class).value();
    return catalog.find(role, name).map(offer -> (Command) Unconfigured.create(offer));
  }

  @Override
  public void close() {
    closing.run();
  }
}
