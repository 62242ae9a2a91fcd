package org.dextwin.core;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.dextwin.core.internal.assembly.Plan;
import org.dextwin.core.internal.config.EffectiveConfig;

/**
 * A configuration that was found to be valid.
 *
 * <p><i>Thread safety</i>: immutable.
 */
public final class ValidConfig {

  private final Path file;
  private final Plan plan;
  private final List<PluginInfo> plugins;

  ValidConfig(Path file, Plan plan, List<PluginInfo> plugins) {
    this.file = file;
    this.plan = plan;
    this.plugins = List.copyOf(plugins);
  }

  /**
   * A component that will be made.
   *
   * @param path path of its block
   * @param role its role
   * @param provider name of its provider
   * @param plugin id of its plugin
   */
  public record Part(String path, String role, String provider, String plugin) {}

  /**
   * Returns the configuration file.
   *
   * @return its absolute path
   */
  public Path file() {
    return file;
  }

  /**
   * Returns what the configuration launches.
   *
   * @return name of the experiment; empty if there is none
   */
  public String experiment() {
    return parts().stream()
        .filter(part -> part.path().equals("experiment"))
        .map(Part::provider)
        .findFirst()
        .orElse("");
  }

  /**
   * Returns the seed of all random streams.
   *
   * @return the seed
   */
  public long seed() {
    return plan.seed();
  }

  /**
   * Returns the components that will be made.
   *
   * @return the components in the order of their creation
   */
  public List<Part> parts() {
    return plan.parts().stream()
        .map(
            part ->
                new Part(
                    part.path(),
                    part.offer().roleName(),
                    part.offer().name(),
                    part.offer().pluginId()))
        .toList();
  }

  /**
   * Returns the plugins that make the components.
   *
   * @return the plugins by id
   */
  public List<PluginInfo> plugins() {
    return plugins;
  }

  /**
   * Returns the files and folders that the components read.
   *
   * @return absolute paths, each once; all exist
   */
  public List<Path> inputs() {
    return plan.inputs();
  }

  /**
   * Writes the configuration as it took effect: after all substitutions, with absolute paths and
   * fallbacks, and with a comment per value that names its origin.
   *
   * @return a configuration in HOCON that can be run again
   */
  public String effective() {
    return plan.effective();
  }

  /**
   * Reads the values of a configuration that {@link #effective} wrote.
   *
   * @param file the file that holds it, for messages
   * @param effective the configuration
   * @return values by key, whatever their origins
   * @throws org.dextwin.api.spi.InvalidInputException if the configuration is damaged
   */
  public static Map<String, Object> values(Path file, String effective) {
    return EffectiveConfig.values(file, effective);
  }

  Plan plan() {
    return plan;
  }
}
