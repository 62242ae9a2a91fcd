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
 * @param jar the jar or zip
 * @param offers what it offers; empty if it failed
 * @param failure why it failed; null if it works
 */
public record LoadedPlugin(
    String id,
    String version,
    String vendor,
    String description,
    String licence,
    Path jar,
    List<Offer> offers,
    @Nullable LoadFailure failure) {

  /** Copies the list. */
  public LoadedPlugin {
    offers = List.copyOf(offers);
  }

  static LoadedPlugin unreadable(Path jar, LoadFailure failure) {
    return new LoadedPlugin(jar.getFileName().toString(), "", "", "", "", jar, List.of(), failure);
  }
}
