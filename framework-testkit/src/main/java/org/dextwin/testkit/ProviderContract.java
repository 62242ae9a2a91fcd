package org.dextwin.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import java.io.IOException;
import java.lang.reflect.Modifier;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.ServiceLoader;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.dextwin.api.spi.Component;
import org.dextwin.api.spi.ComponentProvider;
import org.dextwin.api.spi.ComponentUnavailableException;
import org.dextwin.api.spi.Role;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;

/**
 * What every provider keeps, whatever its role; the contracts of the roles extend it. A plugin
 * subclasses the contract of its role and supplies the provider and one valid configuration:
 *
 * <pre>{@code
 * final class BarrettProviderTest extends HandContract<BarrettConfig> {
 *   protected ComponentProvider<Hand, BarrettConfig> provider() { return new BarrettProvider(); }
 *   protected Map<String, Object> validSettings() { return Map.of("side", "right"); }
 * }
 * }</pre>
 *
 * <p>A component that this machine cannot make skips the test, or fails it if the environment says
 * {@code CI=true}.
 *
 * <p><i>Thread safety</i>: confined; JUnit makes one instance per test.
 *
 * @param <T> the role
 * @param <C> the configuration record
 */
public abstract class ProviderContract<T extends Component, C> {

  /** Seed of the random streams that components under test draw from. */
  protected static final long SEED = 7;

  private final Deque<AutoCloseable> opened = new ArrayDeque<>();

  /** For subclasses. */
  protected ProviderContract() {}

  /**
   * Returns the provider under test.
   *
   * @return a new provider
   */
  protected abstract ComponentProvider<T, C> provider();

  /**
   * Returns a valid block of the provider's own keys; nested parts are written in place, as in a
   * configuration file.
   *
   * @return numbers, texts, truth values, paths, and lists and maps of these
   */
  protected abstract Map<String, Object> validSettings();

  /**
   * Returns valid values of the keys that the role itself declares.
   *
   * @return the role's options
   */
  protected Map<String, Object> roleOptions() {
    return Map.of();
  }

  /**
   * Supplies nested parts that the settings do not write in place.
   *
   * @param context where to add them
   */
  protected void supply(TestComponentContext context) {}

  /**
   * Returns the provider's settings, to be read once.
   *
   * @return the valid settings
   */
  protected final MapSettings settings() {
    return settings(validSettings(), roleOptions());
  }

  private MapSettings settings(Map<String, Object> block, Map<String, Object> options) {
    ComponentProvider<T, C> provider = provider();
    return MapSettings.ofProvider(Roles.nameOf(provider.type()), options, provider.name(), block);
  }

  /**
   * Makes a component of the valid settings; it is closed after the test.
   *
   * @return the component
   */
  protected final T create() {
    return create(settings());
  }

  /**
   * Makes a component of other settings; it is closed after the test.
   *
   * @param settings settings that the provider accepts
   * @return the component
   */
  protected final T create(MapSettings settings) {
    ComponentProvider<T, C> provider = provider();
    C config = provider.configure(settings);
    assertThat(settings.problems()).as("problems of the valid settings").isEmpty();
    TestComponentContext context = closedAtEnd(new TestComponentContext(settings, SEED));
    supply(context);
    try {
      T component = provider.create(config, context);
      assertThat(component).as("component made by %s", provider).isInstanceOf(provider.type());
      return closedAtEnd(component);
    } catch (ComponentUnavailableException e) {
      throw Availability.missing(e.getMessage() + "; " + e.remedy());
    }
  }

  /**
   * Has something closed after the test, in reverse order.
   *
   * @param resource what is to be closed
   * @param <R> its type
   * @return the same
   */
  protected final <R extends AutoCloseable> R closedAtEnd(R resource) {
    opened.push(resource);
    return resource;
  }

  @AfterEach
  final void closeAll() throws Exception {
    while (!opened.isEmpty()) {
      opened.pop().close();
    }
  }

  @Test
  final void roleIsAnAnnotatedInterface() {
    Class<T> type = provider().type();
    assertThat(type).as("the role").isInterface();
    assertThat(type.getAnnotation(Role.class)).as("@Role of %s", type.getName()).isNotNull();
  }

  @Test
  final void nameIsKebabCase() {
    assertThat(provider().name()).matches("[a-z][a-z0-9]*(-[a-z0-9]+)*");
  }

  @Test
  final void providerHasAPublicConstructorWithoutParameters() {
    Class<?> type = provider().getClass();
    assertThat(Modifier.isPublic(type.getModifiers())).as("%s is public", type).isTrue();
    assertThatCode(type::getConstructor)
        .as("public constructor without parameters of %s", type)
        .doesNotThrowAnyException();
  }

  @Test
  final void serviceFileListsTheProvider() {
    Class<?> type = provider().getClass();
    Set<Class<?>> listed =
        ServiceLoader.load(ComponentProvider.class, type.getClassLoader()).stream()
            .map(ServiceLoader.Provider::type)
            .collect(Collectors.toSet());
    assertThat(listed).as("META-INF/services/%s", ComponentProvider.class.getName()).contains(type);
  }

  @Test
  final void validSettingsGiveARecord() {
    MapSettings settings = settings();
    assertThat(provider().configure(settings)).as("configuration").isInstanceOf(Record.class);
    assertThat(settings.problems()).as("problems of the valid settings").isEmpty();
  }

  @Test
  final void unknownKeyIsRejected() {
    MapSettings settings = settings(with(validSettings(), "no-such-key", 1), roleOptions());
    assertThat(problemsOf(settings))
        .as("problems of settings with the unknown key 'no-such-key'")
        .anyMatch(problem -> problem.contains("no-such-key"));
  }

  @Test
  final void missingRequiredKeyIsRecorded() {
    for (ConfigKeys.Declared key : declaredKeys()) {
      if (key.doc().required() && validSettings().containsKey(key.name())) {
        assertThat(problemsOf(settings(without(validSettings(), key.name()), roleOptions())))
            .as("problems of settings without the required key '%s'", key.name())
            .anyMatch(problem -> problem.contains(key.name()));
      }
    }
    for (ConfigKeys.Declared key : declaredOptions()) {
      if (key.doc().required()) {
        assertThat(problemsOf(settings(validSettings(), without(roleOptions(), key.name()))))
            .as("problems of a role block without the required key '%s'", key.name())
            .anyMatch(problem -> problem.contains(key.name()));
      }
    }
  }

  @Test
  final void badRangeIsRecorded() {
    for (ConfigKeys.Declared key : declaredKeys()) {
      if (key.outOfRange().isPresent() && validSettings().get(key.name()) instanceof Number) {
        double bad = key.outOfRange().get();
        assertThat(problemsOf(settings(with(validSettings(), key.name(), bad), roleOptions())))
            .as("problems of settings with %s = %s, out of its range", key.name(), bad)
            .anyMatch(problem -> problem.contains(key.name()));
      }
    }
    for (ConfigKeys.Declared key : declaredOptions()) {
      if (key.outOfRange().isPresent() && key.doc().required()) {
        double bad = key.outOfRange().get();
        assertThat(problemsOf(settings(validSettings(), with(roleOptions(), key.name(), bad))))
            .as("problems of a role block with %s = %s, out of its range", key.name(), bad)
            .anyMatch(problem -> problem.contains(key.name()));
      }
    }
  }

  @Test
  final void wrongTypeIsRecordedNotThrown() {
    validSettings()
        .forEach(
            (key, value) -> {
              Object wrong = value instanceof Map || value instanceof List ? (Object) 1 : List.of();
              assertThat(problemsOf(settings(with(validSettings(), key, wrong), roleOptions())))
                  .as("problems of settings with %s = %s, of the wrong type", key, wrong)
                  .anyMatch(problem -> problem.contains(key));
            });
  }

  @Test
  final void configureIsPure() {
    ComponentProvider<T, C> provider = provider();
    assertThat(provider.configure(settings()))
        .as("configuration of equal settings")
        .isEqualTo(provider.configure(settings()))
        .isEqualTo(provider().configure(settings()));
  }

  @Test
  final void configureReadsNoFiles() {
    MapSettings valid = settings();
    provider().configure(valid);
    Map<String, Object> moved = validSettings();
    for (String key : valid.pathKeys()) {
      moved = replaced(moved, key.substring(valid.path().length() + 1));
    }
    assertThat(problemsOf(settings(moved, roleOptions())))
        .as("problems of settings whose paths lead nowhere (core checks paths later)")
        .isEmpty();
  }

  @Test
  final void configureLoadsNoNativeLibrary() throws IOException {
    MapSettings settings = settings();
    Set<String> before = mappedLibraries();
    provider().configure(settings);
    Set<String> loaded = mappedLibraries();
    loaded.removeAll(before);
    assertThat(loaded).as("native libraries that configure loaded").isEmpty();
  }

  @Test
  final void createMakesAComponentOfTheRole() {
    assertThat(provider().type().isInstance(create())).isTrue();
  }

  @Test
  final void closingTwiceDoesNothing() {
    T component = create();
    component.close();
    assertThatCode(component::close).as("the second close()").doesNotThrowAnyException();
  }

  /** Libraries mapped into this process that do not belong to the Java runtime. */
  private static Set<String> mappedLibraries() throws IOException {
    Path maps = Path.of("/proc/self/maps");
    Assumptions.assumeTrue(Files.isReadable(maps), "only Linux lists a process's libraries");
    String runtime = System.getProperty("java.home");
    try (Stream<String> lines = Files.lines(maps)) {
      return lines
          .filter(line -> line.contains("/"))
          .map(line -> line.substring(line.indexOf('/')))
          .filter(path -> path.contains(".so") && !path.startsWith(runtime))
          .collect(Collectors.toCollection(TreeSet::new));
    }
  }

  /** All problems, a refusal by exception included; any other exception fails the test. */
  private List<String> problemsOf(MapSettings settings) {
    try {
      provider().configure(settings);
    } catch (IllegalArgumentException refused) {
      return Stream.concat(
              settings.problems().stream(), Stream.of(String.valueOf(refused.getMessage())))
          .toList();
    }
    return settings.problems();
  }

  private List<ConfigKeys.Declared> declaredKeys() {
    return provider().configure(settings()) instanceof Record config
        ? ConfigKeys.of(config.getClass()).keys()
        : List.of();
  }

  /** The options that the provider reads; core reads the others. */
  private List<ConfigKeys.Declared> declaredOptions() {
    Role role = provider().type().getAnnotation(Role.class);
    return role == null ? List.of() : ConfigKeys.of(role.options()).keys();
  }

  private static Map<String, Object> with(Map<String, Object> block, String key, Object value) {
    Map<String, Object> changed = new LinkedHashMap<>(block);
    changed.put(key, value);
    return changed;
  }

  private static Map<String, Object> without(Map<String, Object> block, String key) {
    Map<String, Object> changed = new LinkedHashMap<>(block);
    changed.remove(key);
    return changed;
  }

  /** Replaces the value at a path of keys by a path that leads nowhere. */
  private static Map<String, Object> replaced(Map<String, Object> block, String keys) {
    int dot = keys.indexOf('.');
    if (dot < 0) {
      return block.containsKey(keys) ? with(block, keys, "/no/such/path/" + keys) : block;
    }
    String key = keys.substring(0, dot);
    if (block.get(key) instanceof Map<?, ?> nested) {
      Map<String, Object> copy = new LinkedHashMap<>();
      nested.forEach((name, value) -> copy.put(String.valueOf(name), value));
      return with(block, key, replaced(copy, keys.substring(dot + 1)));
    }
    return block;
  }
}
