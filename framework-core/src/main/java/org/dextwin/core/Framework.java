package org.dextwin.core;

import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Deque;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.dextwin.api.spi.Command;
import org.dextwin.api.spi.Diagnostics;
import org.dextwin.api.spi.Role;
import org.dextwin.core.internal.assembly.CreationException;
import org.dextwin.core.internal.assembly.DiagnosticsRunner;
import org.dextwin.core.internal.assembly.Findings;
import org.dextwin.core.internal.assembly.LiveParts;
import org.dextwin.core.internal.assembly.Plan;
import org.dextwin.core.internal.assembly.Unconfigured;
import org.dextwin.core.internal.assembly.Validator;
import org.dextwin.core.internal.config.ConfigReader;
import org.dextwin.core.internal.config.Content;
import org.dextwin.core.internal.config.Fault;
import org.dextwin.core.internal.config.Faults;
import org.dextwin.core.internal.config.Request;
import org.dextwin.core.internal.plugin.Conflicts;
import org.dextwin.core.internal.plugin.HostCode;
import org.dextwin.core.internal.plugin.LoadedPlugin;
import org.dextwin.core.internal.plugin.PluginHost;
import org.dextwin.core.internal.plugin.PluginHostException;
import org.dextwin.core.internal.plugin.PluginLock;
import org.dextwin.core.internal.plugin.ProviderCatalog;
import org.dextwin.core.internal.plugin.UserFolders;
import org.jspecify.annotations.Nullable;

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

  private final @Nullable PluginHost host;
  private final Map<String, String> environment;
  private final Set<Assembly> assemblies = Collections.newSetFromMap(new IdentityHashMap<>());
  private List<LoadedPlugin> plugins;
  private ProviderCatalog catalog;

  private Framework(
      List<LoadedPlugin> plugins, Map<String, String> environment, @Nullable PluginHost host) {
    this.environment = environment;
    this.host = host;
    this.plugins = Conflicts.refused(plugins);
    catalog = new ProviderCatalog(this.plugins);
  }

  /**
   * Returns where plugins are: the built-in folder (system property {@code dextwin.plugins}), those
   * of the environment variable {@code DEXTWIN_PLUGINS}, the user's {@code ~/.dextwin/plugins} if
   * there is one, and additional ones.
   *
   * @param additional further folders
   * @return all folders, each once
   */
  public static List<Path> pluginFolders(List<Path> additional) {
    String separator = Pattern.quote(File.pathSeparator);
    String fromEnvironment = System.getenv().getOrDefault("DEXTWIN_PLUGINS", "");
    List<Path> folders = new ArrayList<>(builtInFolders());
    Stream.of(fromEnvironment.split(separator))
        .filter(folder -> !folder.isBlank())
        .map(Path::of)
        .forEach(folders::add);
    if (Files.isDirectory(UserFolders.plugins())) {
      folders.add(UserFolders.plugins());
    }
    folders.addAll(additional);
    return folders.stream().distinct().toList();
  }

  /** Returns the folders of the plugins that come with the program. */
  private static List<Path> builtInFolders() {
    String builtIn = System.getProperty("dextwin.plugins", "");
    return Stream.of(builtIn.split(Pattern.quote(File.pathSeparator)))
        .filter(folder -> !folder.isBlank())
        .map(Path::of)
        .toList();
  }

  /**
   * Loads the plugins of some folders. One that is broken is listed with its failure, and the
   * others go on. A file that is new, or has changed, is first tried out in a JVM of its own,
   * unless it is in the built-in folder.
   *
   * @param pluginFolders folders with jars and zips
   * @return the framework
   * @throws PluginException if a folder is missing
   */
  public static Framework open(List<Path> pluginFolders) {
    try {
      PluginHost host =
          PluginHost.open(pluginFolders, builtInFolders(), UserFolders.cache(), API_VERSION);
      return new Framework(host.plugins(), System.getenv(), host);
    } catch (PluginHostException e) {
      throw new PluginException(String.valueOf(e.getMessage()), e);
    }
  }

  /** Opens a framework with given plugins, for tests of everything but loading. */
  static Framework of(List<LoadedPlugin> plugins, Map<String, String> environment) {
    return new Framework(plugins, environment, null);
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
    List<LoadedPlugin> used = pluginsOf(plan);
    checkLock(source.hasFile() ? file.resolveSibling("") : source.workingFolder(), used);
    return new ValidConfig(file, plan, used.stream().map(PluginInfo::new).toList());
  }

  /** Refuses plugins other than those that a lock beside the configuration pins. */
  private static void checkLock(Path folder, List<LoadedPlugin> used) {
    List<Problem> refusals =
        PluginLock.in(folder).stream()
            .flatMap(lock -> lock.refusals(used).stream())
            .map(refusal -> new Problem(refusal.location(), "", refusal.message()))
            .toList();
    if (!refusals.isEmpty()) {
      throw new ConfigException(refusals);
    }
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

  /** Returns the plugins that make the parts of a plan, and those that these need. */
  private List<LoadedPlugin> pluginsOf(Plan plan) {
    Set<String> used = new HashSet<>();
    Deque<String> unvisited = new ArrayDeque<>();
    plan.parts().forEach(part -> unvisited.add(part.offer().pluginId()));
    while (!unvisited.isEmpty()) {
      String id = unvisited.remove();
      if (used.add(id)) {
        plugins.stream()
            .filter(plugin -> plugin.id().equals(id))
            .forEach(plugin -> unvisited.addAll(plugin.dependencies()));
      }
    }
    return plugins.stream()
        .filter(plugin -> plugin.failure() == null && used.contains(plugin.id()))
        .toList();
  }

  /**
   * Pins all plugins that can be used to their exact files. Configurations in the folder are then
   * refused with other ones.
   *
   * @param folder folder of the configurations
   * @return the file {@code plugins.lock} that was written
   */
  public Path lock(Path folder) {
    return PluginLock.write(folder, plugins.stream().filter(p -> p.failure() == null).toList());
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
    for (PluginInfo plugin : config.plugins()) {
      if (host != null && plugins.stream().noneMatch(plugin::describes)) {
        throw new IllegalStateException(
            "the configuration was found to be valid with "
                + plugin.jar()
                + ", which has been unloaded since; validate it again");
      }
    }
    try {
      Assembly assembly =
          new Assembly(
              config.plugins(), LiveParts.of(config.plan(), findings()), assemblies::remove);
      assemblies.add(assembly);
      return assembly;
    } catch (CreationException e) {
      throw translated(e);
    }
  }

  private Findings findings() {
    return new Findings(UserFolders.findings(), plugins, HostCode::ofThisProgram);
  }

  /**
   * Loads one more plugin.
   *
   * @param file jar or zip
   * @return the plugin, which may have failed
   * @throws PluginException if the file is loaded already
   */
  public PluginInfo load(Path file) {
    Path absolute = file.toAbsolutePath().normalize();
    try {
      openHost().load(absolute);
    } catch (PluginHostException e) {
      throw new PluginException(String.valueOf(e.getMessage()), e);
    }
    refresh();
    return plugins().stream().filter(p -> p.jar().equals(absolute)).findFirst().orElseThrow();
  }

  /**
   * Unloads a plugin, so that another version can take its place. Configurations that were
   * validated with it must be validated again.
   *
   * @param id its id
   * @throws PluginException if there is no such plugin, or another one needs it
   * @throws IllegalStateException if an assembly is open that uses it
   */
  public void unload(String id) {
    if (assemblies.stream().anyMatch(assembly -> assembly.uses(id))) {
      throw new IllegalStateException(
          "an assembly uses the plugin '" + id + "'; close it before unloading the plugin");
    }
    try {
      openHost().unload(id);
    } catch (PluginHostException e) {
      throw new PluginException(String.valueOf(e.getMessage()), e);
    }
    refresh();
  }

  private PluginHost openHost() {
    if (host == null) {
      throw new IllegalStateException("this framework has no plugin folders");
    }
    return host;
  }

  private void refresh() {
    plugins = Conflicts.refused(openHost().plugins());
    catalog = new ProviderCatalog(plugins);
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
    if (host != null) {
      host.close();
    }
  }
}
