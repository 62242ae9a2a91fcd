package org.dextwin.testkit;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import org.dextwin.api.spi.Component;
import org.dextwin.api.spi.ComponentRef;
import org.dextwin.api.spi.Settings;
import org.jspecify.annotations.Nullable;

/**
 * Settings over nested maps, as strict as those of a configuration file: what is missing, of
 * another type, refused or never asked for is among the {@link #problems}.
 *
 * <pre>{@code
 * var settings = MapSettings.of(Map.of("radius-m", 0.02));
 * var config = provider.configure(settings);
 * assertThat(settings.problems()).isEmpty();
 * }</pre>
 *
 * <p><i>Thread safety</i>: confined.
 */
public final class MapSettings implements Settings {

  private final String path;
  private final Map<String, Object> values;
  private final Log log;

  /** The block of the role, which holds the options; this block itself if it stands alone. */
  private final @Nullable MapSettings roleBlock;

  private final Set<String> read = new LinkedHashSet<>();
  private final Map<String, MapSettings> children = new LinkedHashMap<>();

  private MapSettings(
      String path, Map<String, ?> values, Log log, @Nullable MapSettings roleBlock) {
    this.path = path;
    this.values = Map.copyOf(values);
    this.log = log;
    this.roleBlock = roleBlock;
  }

  /** What one tree of blocks shares. */
  private static final class Log {
    final List<String> problems = new ArrayList<>();
    final Set<String> pathKeys = new LinkedHashSet<>();
  }

  /**
   * Returns a block that stands alone; {@link #options} reads its own keys.
   *
   * @param block numbers, texts, truth values, paths, and lists and maps of these
   * @return the settings
   */
  public static MapSettings of(Map<String, ?> block) {
    return new MapSettings("", block, new Log(), null);
  }

  /**
   * Returns the block of one provider inside the block of its role.
   *
   * @param role name of the role's block, such as {@code simulator}
   * @param options the keys that the role itself declares
   * @param provider name of the provider
   * @param block the provider's own keys
   * @return the settings at {@code role.provider}
   */
  public static MapSettings ofProvider(
      String role, Map<String, ?> options, String provider, Map<String, ?> block) {
    Log log = new Log();
    MapSettings roleBlock = new MapSettings(role, options, log, null);
    return new MapSettings(role + "." + provider, block, log, roleBlock);
  }

  /**
   * Returns everything that was wrong so far, keys that nothing asked for included.
   *
   * @return one line per problem, each with the path of its key
   */
  public List<String> problems() {
    List<String> all = new ArrayList<>(log.problems);
    addUnknown(all);
    return Collections.unmodifiableList(all);
  }

  private void addUnknown(List<String> all) {
    for (String key : keys()) {
      if (!read.contains(key)) {
        all.add(at(key) + ": unknown key; this block accepts " + new TreeSet<>(read));
      }
    }
    children.values().forEach(child -> child.addUnknown(all));
  }

  /**
   * Returns the keys that were read as paths.
   *
   * @return full paths of the keys, in the order of reading
   */
  Set<String> pathKeys() {
    return Collections.unmodifiableSet(log.pathKeys);
  }

  /**
   * Returns the block that a reference names, as written, with a log of its own.
   *
   * @param reference path of the block
   * @return the block; empty if this tree does not write it
   */
  Optional<Map<String, Object>> written(String reference) {
    if (!reference.startsWith(path + ".") && !path.isEmpty()) {
      return Optional.empty();
    }
    Object value = values;
    String rest = path.isEmpty() ? reference : reference.substring(path.length() + 1);
    for (String key : rest.split("\\.", -1)) {
      value = value instanceof Map<?, ?> map ? map.get(key) : null;
    }
    return value instanceof Map<?, ?> map ? Optional.of(texted(map)) : Optional.empty();
  }

  private static Map<String, Object> texted(Map<?, ?> map) {
    Map<String, Object> texted = new LinkedHashMap<>();
    map.forEach((key, value) -> texted.put(String.valueOf(key), value));
    return texted;
  }

  private String at(String key) {
    return path.isEmpty() ? key : path + "." + key;
  }

  private <T> T value(String key, String type, T standIn, Function<Object, @Nullable T> convert) {
    read.add(key);
    Object found = values.get(key);
    if (found == null) {
      log.problems.add(at(key) + ": required key is missing; expected " + type);
      return standIn;
    }
    T converted = convert.apply(found);
    if (converted == null) {
      log.problems.add(at(key) + ": " + found + " is not " + type);
      return standIn;
    }
    return converted;
  }

  @Override
  public String path() {
    return path;
  }

  @Override
  public <R extends Record> R options(Class<R> type) {
    return roleBlock == null ? as(type) : roleBlock.as(type);
  }

  @Override
  public Set<String> keys() {
    return Collections.unmodifiableSet(new TreeSet<>(values.keySet()));
  }

  @Override
  public boolean has(String key) {
    return values.containsKey(key);
  }

  @Override
  public String text(String key) {
    return value(key, "a text", "", MapSettings::asText);
  }

  @Override
  public double number(String key) {
    return value(key, "a number", 0.0, MapSettings::asNumber);
  }

  @Override
  public long integer(String key) {
    return value(key, "a whole number", 0L, MapSettings::asInteger);
  }

  @Override
  public boolean flag(String key) {
    return value(key, "true or false", false, found -> found instanceof Boolean flag ? flag : null);
  }

  @Override
  public List<Double> numbers(String key) {
    return value(
        key, "a list of numbers", List.of(), found -> listOf(found, MapSettings::asNumber));
  }

  @Override
  public List<String> texts(String key) {
    return value(key, "a list of texts", List.of(), found -> listOf(found, MapSettings::asText));
  }

  @Override
  public Settings block(String key) {
    Map<String, Object> block =
        value(
            key, "a block", Map.of(), found -> found instanceof Map<?, ?> map ? texted(map) : null);
    // the keys of a block that is not there are not missing as well
    Log childLog = has(key) ? log : new Log();
    return children.computeIfAbsent(
        key, ignored -> new MapSettings(at(key), block, childLog, roleBlock));
  }

  @Override
  public List<Settings> blocks(String key) {
    List<Map<String, Object>> maps =
        value(
            key,
            "a list of blocks",
            List.of(),
            found ->
                listOf(found, element -> element instanceof Map<?, ?> map ? texted(map) : null));
    List<Settings> blocks = new ArrayList<>();
    for (int i = 0; i < maps.size(); i++) {
      String name = key + "[" + i + "]";
      Map<String, Object> map = maps.get(i);
      blocks.add(
          children.computeIfAbsent(
              name, ignored -> new MapSettings(at(name), map, log, roleBlock)));
    }
    return Collections.unmodifiableList(blocks);
  }

  @Override
  public Settings elements(String key) {
    List<Object> elements =
        value(
            key,
            "a list",
            List.of(),
            found -> found instanceof List<?> list ? List.copyOf(list) : null);
    Map<String, Object> numbered = new LinkedHashMap<>();
    for (int i = 0; i < elements.size(); i++) {
      numbered.put(String.valueOf(i), elements.get(i));
    }
    return children.computeIfAbsent(
        key, ignored -> new MapSettings(at(key), numbered, log, roleBlock));
  }

  @Override
  public Path file(String key) {
    return path(key);
  }

  @Override
  public Path folder(String key) {
    return path(key);
  }

  @Override
  public Path path(String key) {
    log.pathKeys.add(at(key));
    return value(
            key,
            "a path",
            Path.of(""),
            found -> {
              if (found instanceof Path path) {
                return path;
              }
              return found instanceof String text ? Path.of(text) : null;
            })
        .toAbsolutePath();
  }

  @Override
  public <T extends Component> ComponentRef<T> component(String key, Class<T> role) {
    read.add(key);
    Object found = values.get(key);
    if (found == null) {
      return new ComponentRef<>(role, Roles.nameOf(role));
    }
    if (found instanceof Map) {
      return new ComponentRef<>(role, at(key));
    }
    return new ComponentRef<>(role, value(key, "a block or the path of one", "", this::asPath));
  }

  private @Nullable String asPath(Object found) {
    return found instanceof String text ? text : null;
  }

  @Override
  public void reject(String key, String message) {
    read.add(key);
    // a stand-in for a value that is already reported is not wrong as well
    if (log.problems.stream().noneMatch(problem -> problem.startsWith(at(key) + ":"))) {
      log.problems.add(at(key) + ": " + message);
    }
  }

  private static @Nullable String asText(Object found) {
    return found instanceof String || found instanceof Number || found instanceof Boolean
        ? String.valueOf(found)
        : null;
  }

  private static @Nullable Double asNumber(Object found) {
    return found instanceof Number number ? number.doubleValue() : null;
  }

  private static @Nullable Long asInteger(Object found) {
    if (found instanceof Number number && number.doubleValue() == Math.rint(number.doubleValue())) {
      return number.longValue();
    }
    return null;
  }

  private static <T> @Nullable List<T> listOf(Object found, Function<Object, @Nullable T> convert) {
    if (!(found instanceof List<?> list)) {
      return null;
    }
    List<T> converted = new ArrayList<>();
    for (Object element : list) {
      T value = convert.apply(element);
      if (value == null) {
        return null;
      }
      converted.add(value);
    }
    return Collections.unmodifiableList(converted);
  }
}
