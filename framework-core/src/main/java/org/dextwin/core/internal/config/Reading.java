package org.dextwin.core.internal.config;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.dextwin.api.spi.Component;
import org.dextwin.api.spi.ComponentRef;
import org.dextwin.api.spi.KeyDoc;
import org.dextwin.api.spi.PathKind;
import org.jspecify.annotations.Nullable;

/** What was noted while the configuration of one component was read. */
public final class Reading {

  /**
   * A path that was read.
   *
   * @param key path of the key
   * @param node what was written
   * @param path the absolute path
   * @param kind what it must lead to
   */
  public record NamedPath(String key, Node node, Path path, PathKind kind) {}

  private final Faults faults;
  private final References references;
  private final List<NamedPath> paths = new ArrayList<>();
  private final Map<String, Map<String, KeyDoc>> fallbacks = new LinkedHashMap<>();

  /** Starts a reading. */
  public Reading(Faults faults, References references) {
    this.faults = faults;
    this.references = references;
  }

  /** Returns a reading for stand-ins of blocks that are missing: what lacks there is no news. */
  static Reading unheard() {
    return new Reading(
        new Faults(),
        new References() {
          @Override
          public <T extends Component> ComponentRef<T> follow(
              String block, String path, @Nullable Node value, Origin blockAt, Class<T> role) {
            return new ComponentRef<>(role, "");
          }
        });
  }

  Faults faults() {
    return faults;
  }

  References references() {
    return references;
  }

  void addPath(NamedPath path) {
    paths.add(path);
  }

  void addFallback(String block, KeyDoc key) {
    fallbacks.computeIfAbsent(block, b -> new LinkedHashMap<>()).put(key.name(), key);
  }

  /** Returns the paths that were read. */
  public List<NamedPath> paths() {
    return List.copyOf(paths);
  }

  /** Returns the missing keys that have a fallback, by the path of their block and their name. */
  public Map<String, Map<String, KeyDoc>> fallbacks() {
    return Collections.unmodifiableMap(fallbacks);
  }

  /** Checks that the files and folders exist which must. */
  public void checkPaths() {
    paths.forEach(path -> PathCheck.check(path, faults));
  }
}
