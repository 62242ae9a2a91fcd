package org.dextwin.testkit;

import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.ServiceLoader;
import java.util.SplittableRandom;
import java.util.random.RandomGenerator;
import org.dextwin.api.spi.Component;
import org.dextwin.api.spi.ComponentContext;
import org.dextwin.api.spi.ComponentProvider;
import org.dextwin.api.spi.ComponentRef;

/**
 * A context for tests. It resolves a reference to the part that {@link #with} supplied for its
 * path, else to the one supplied for its role, else to the block that the settings write in place,
 * made by a provider found through its service file.
 *
 * <p><i>Thread safety</i>: confined. <i>Lifecycle</i>: closes the parts it made, not those it was
 * given.
 */
public final class TestComponentContext implements ComponentContext, AutoCloseable {

  private final MapSettings settings;
  private final long seed;
  private final Map<String, Component> byPath = new HashMap<>();
  private final Map<Class<?>, Component> byRole = new LinkedHashMap<>();
  private final Deque<Component> made = new ArrayDeque<>();
  private Optional<Path> findings = Optional.empty();

  /**
   * Makes a context of no parts.
   *
   * @param seed seed of the random streams
   */
  public TestComponentContext(long seed) {
    this(MapSettings.of(Map.of()), seed);
  }

  /**
   * Makes a context for the component of a configuration.
   *
   * @param settings the settings, whose nested blocks references may name
   * @param seed seed of the random streams
   */
  public TestComponentContext(MapSettings settings, long seed) {
    this.settings = settings;
    this.seed = seed;
  }

  /**
   * Supplies the part for all references of a role.
   *
   * @param role the role
   * @param part the part; the caller closes it
   * @param <D> the role
   * @return this context
   */
  public <D extends Component> TestComponentContext with(Class<D> role, D part) {
    byRole.put(role, part);
    return this;
  }

  /**
   * Supplies the part for one path.
   *
   * @param path path of its block
   * @param part the part; the caller closes it
   * @return this context
   */
  public TestComponentContext with(String path, Component part) {
    byPath.put(path, part);
    return this;
  }

  @Override
  public <D extends Component> D resolve(ComponentRef<D> reference) {
    Class<D> role = reference.role();
    Component supplied = byPath.get(reference.path());
    if (supplied != null) {
      return role.cast(supplied);
    }
    for (Component part : byRole.values()) {
      if (role.isInstance(part)) {
        return role.cast(part);
      }
    }
    Map<String, Object> block =
        settings
            .written(reference.path())
            .orElseThrow(
                () ->
                    new IllegalArgumentException(
                        "the test supplies no "
                            + role.getSimpleName()
                            + " at '"
                            + reference.path()
                            + "'; write its block or add it by with(...)"));
    D part = role.cast(make(role, reference.path(), block));
    byPath.put(reference.path(), part);
    made.push(part);
    return part;
  }

  private Component make(Class<?> role, String path, Map<String, Object> block) {
    String type = String.valueOf(block.get("type"));
    for (ComponentProvider<?, ?> provider : ServiceLoader.load(ComponentProvider.class)) {
      if (role.isAssignableFrom(provider.type()) || provider.type().isAssignableFrom(role)) {
        if (provider.name().equals(type)) {
          return make(provider, path, block);
        }
      }
    }
    throw new IllegalArgumentException(
        path + ": no provider '" + type + "' of " + role.getName() + " is on the class path");
  }

  private <T extends Component, C> T make(
      ComponentProvider<T, C> provider, String path, Map<String, Object> block) {
    Map<String, Object> own = new HashMap<>();
    if (block.get(provider.name()) instanceof Map<?, ?> map) {
      map.forEach((key, value) -> own.put(String.valueOf(key), value));
    }
    MapSettings nested = MapSettings.ofProvider(path, block, provider.name(), own);
    C config = provider.configure(nested);
    List<String> problems = nested.problems();
    if (!problems.isEmpty()) {
      throw new IllegalArgumentException(String.join("; ", problems));
    }
    return provider.create(config, this);
  }

  @Override
  public RandomGenerator random(String stream) {
    return new SplittableRandom(seed * 0x9E3779B97F4A7C15L + stream.hashCode());
  }

  /**
   * Gives components a folder to keep findings in, whatever their parts; without one they keep
   * none.
   *
   * @param folder the folder
   * @return this context
   */
  public TestComponentContext keeping(Path folder) {
    findings = Optional.of(folder);
    return this;
  }

  @Override
  public Optional<Path> findings(List<ComponentRef<?>> parts) {
    return findings;
  }

  @Override
  public void close() {
    while (!made.isEmpty()) {
      made.pop().close();
    }
  }
}
