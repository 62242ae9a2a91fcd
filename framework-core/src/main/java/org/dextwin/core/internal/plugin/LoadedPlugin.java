package org.dextwin.core.internal.plugin;

import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A plugin that was found: what its descriptor says, what it offers, or why it cannot be used.
 *
 * @param id id of its descriptor; the file's name if it has none
 * @param version version; empty if unknown
 * @param vendor who provides it; empty if unknown
 * @param description what it is; empty if unknown
 * @param licence its licence; empty if unknown
 * @param requires versions of the API that it works with; {@code *} if it does not say
 * @param dependencies ids of the plugins that it needs
 * @param jar the jar or zip
 * @param offers what it offers; empty if it failed
 * @param warnings what is wrong with it, though it works; for its author
 * @param failure why it failed; null if it works
 */
public record LoadedPlugin(
    String id,
    String version,
    String vendor,
    String description,
    String licence,
    String requires,
    List<String> dependencies,
    Path jar,
    List<Offer> offers,
    List<String> warnings,
    @Nullable LoadFailure failure) {

  /** Copies the lists. */
  public LoadedPlugin {
    dependencies = List.copyOf(dependencies);
    offers = List.copyOf(offers);
    warnings = List.copyOf(warnings);
  }

  /** Creates a plugin of which nothing but its offers, or its failure, matters. */
  public LoadedPlugin(
      String id, String version, Path jar, List<Offer> offers, @Nullable LoadFailure failure) {
    this(id, version, "", "", "", "*", List.of(), jar, offers, List.of(), failure);
  }

  /** Returns the same plugin, in another file. */
  LoadedPlugin at(Path file) {
    return new LoadedPlugin(
        id,
        version,
        vendor,
        description,
        licence,
        requires,
        dependencies,
        file,
        offers,
        warnings,
        failure);
  }

  /** Returns the same plugin, but unusable. */
  LoadedPlugin failed(LoadFailure reason) {
    return new LoadedPlugin(
        id,
        version,
        vendor,
        description,
        licence,
        requires,
        dependencies,
        jar,
        List.of(),
        warnings,
        reason);
  }

  static LoadedPlugin unreadable(Path jar, LoadFailure failure) {
    return new LoadedPlugin(jar.getFileName().toString(), "", jar, List.of(), failure);
  }
}
