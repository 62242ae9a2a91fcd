package org.dextwin.core;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.dextwin.api.spi.IoReason;
import org.dextwin.core.internal.plugin.FileChecksum;
import org.dextwin.core.internal.plugin.LoadedPlugin;

/**
 * A plugin that was found.
 *
 * <p><i>Thread safety</i>: immutable.
 */
public final class PluginInfo {

  /** Whether a plugin can be used. */
  public enum State {
    /** It can be used. */
    STARTED,
    /** It cannot be used, see {@link PluginInfo#failure}. */
    FAILED
  }

  private final LoadedPlugin plugin;

  PluginInfo(LoadedPlugin plugin) {
    this.plugin = plugin;
  }

  /** Says whether this is about a certain loading of a plugin. */
  boolean describes(LoadedPlugin other) {
    return plugin.equals(other); // providers are equal only to themselves
  }

  /**
   * Returns the id of its descriptor.
   *
   * @return the id; the name of its file if there is no descriptor
   */
  public String id() {
    return plugin.id();
  }

  /**
   * Returns its version.
   *
   * @return the version; empty if unknown
   */
  public String version() {
    return plugin.version();
  }

  /**
   * Returns who provides it.
   *
   * @return the provider; empty if unknown
   */
  public String provider() {
    return plugin.vendor();
  }

  /**
   * Returns what it is.
   *
   * @return the description; empty if unknown
   */
  public String description() {
    return plugin.description();
  }

  /**
   * Returns its licence.
   *
   * @return the licence; empty if unknown
   */
  public String licence() {
    return plugin.licence();
  }

  /**
   * Returns the versions of the API that it works with.
   *
   * @return a range such as {@code >=0.1.0 & <1.0.0}; {@code *} if it does not say
   */
  public String requires() {
    return plugin.requires();
  }

  /**
   * Returns what it needs besides the API.
   *
   * @return ids of other plugins
   */
  public List<String> dependencies() {
    return plugin.dependencies();
  }

  /**
   * Returns what is wrong with it although it works.
   *
   * @return sentences for its author
   */
  public List<String> warnings() {
    return plugin.warnings();
  }

  /**
   * Returns its file.
   *
   * @return jar or zip
   */
  public Path jar() {
    return plugin.jar();
  }

  /**
   * Reads its file and returns the checksum.
   *
   * @return SHA-256 in lower-case hexadecimal digits
   * @throws UncheckedIOException if the file cannot be read
   */
  public String sha256() {
    try {
      return FileChecksum.of(jar());
    } catch (IOException e) {
      throw new UncheckedIOException(jar() + " cannot be read: " + IoReason.of(e), e);
    }
  }

  /**
   * Returns whether it can be used.
   *
   * @return its state
   */
  public State state() {
    return plugin.failure() == null ? State.STARTED : State.FAILED;
  }

  /**
   * Returns why it cannot be used.
   *
   * @return the failure; empty if it can
   */
  public Optional<PluginFailure> failure() {
    return Optional.ofNullable(plugin.failure())
        .map(f -> new PluginFailure(jar(), f.message(), Optional.ofNullable(f.cause())));
  }

  /**
   * Returns what it offers.
   *
   * @return its providers by role, then name
   */
  public List<ProviderInfo> providers() {
    return plugin.offers().stream()
        .map(ProviderInfo::new)
        .sorted(Comparator.comparing(ProviderInfo::role).thenComparing(ProviderInfo::name))
        .toList();
  }
}
