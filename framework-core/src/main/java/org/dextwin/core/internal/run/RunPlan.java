package org.dextwin.core.internal.run;

import java.nio.file.Path;
import java.util.List;

/**
 * What a run is going to do, and with what.
 *
 * <p><i>Thread safety</i>: immutable.
 *
 * @param experiment name of the experiment
 * @param seed seed of all random streams
 * @param config the effective configuration with origins, as a configuration file
 * @param inputs files and folders that the configuration names
 * @param plugins the plugins that take part
 * @param version version of DexTwin
 * @param commandLine words of the command line
 */
public record RunPlan(
    String experiment,
    long seed,
    String config,
    List<Path> inputs,
    List<PluginVersion> plugins,
    String version,
    List<String> commandLine) {

  /**
   * Copies the lists.
   *
   * @param experiment name of the experiment
   * @param seed seed of all random streams
   * @param config the effective configuration with origins
   * @param inputs files and folders that the configuration names
   * @param plugins the plugins that take part
   * @param version version of DexTwin
   * @param commandLine words of the command line
   */
  public RunPlan {
    inputs = List.copyOf(inputs);
    plugins = List.copyOf(plugins);
    commandLine = List.copyOf(commandLine);
  }

  /**
   * A plugin that takes part.
   *
   * @param id id of the plugin
   * @param version its version
   * @param sha256 checksum of its file
   */
  public record PluginVersion(String id, String version, String sha256) {}
}
