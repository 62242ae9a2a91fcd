package org.dextwin.core.internal.config;

import com.typesafe.config.Config;
import com.typesafe.config.ConfigException;
import com.typesafe.config.ConfigFactory;
import com.typesafe.config.ConfigList;
import com.typesafe.config.ConfigObject;
import com.typesafe.config.ConfigRenderOptions;
import com.typesafe.config.ConfigResolveOptions;
import com.typesafe.config.ConfigResolver;
import com.typesafe.config.ConfigValue;
import com.typesafe.config.ConfigValueFactory;
import com.typesafe.config.ConfigValueType;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Reads a configuration file with everything that changes it: {@code --set}, includes,
 * substitutions and environment variables.
 */
public final class ConfigReader {

  /** Key of the list that declares names of a user's own. */
  static final String PARAMETERS = "parameters";

  private static final Pattern SUBSTITUTION = Pattern.compile("\\$\\{\\??([^}]*)}");

  private final Sources sources = new Sources();
  private final Faults faults;
  private final Request request;
  private final Includes includes;
  private final Source file;

  private ConfigReader(Request request, Faults faults) {
    this.request = request;
    this.faults = faults;
    includes = new Includes(sources, faults, request.workingFolder());
    file =
        hasFile()
            ? new Source(0, request.file().toString(), folder(), true)
            : new Source(0, "command line", request.workingFolder(), false);
  }

  private boolean hasFile() {
    return !request.file().toString().isEmpty();
  }

  private Path folder() {
    Path parent = request.workingFolder().resolve(request.file()).normalize().getParent();
    return parent == null ? request.workingFolder() : parent;
  }

  /**
   * Reads a configuration.
   *
   * @param request what is to be read
   * @param faults collects what is wrong
   * @return the content; empty if the file could not be read
   */
  public static Content read(Request request, Faults faults) {
    return new ConfigReader(request, faults).read();
  }

  private Content read() {
    Config inFile =
        hasFile()
            ? includes.parse(request.file(), request.file().toString())
            : ConfigFactory.empty();
    Config merged = inFile;
    if (!request.extra().isEmpty()) {
      Source source = sources.add("(added)", request.workingFolder(), true);
      merged = parsed(request.extra(), source).withFallback(merged);
    }
    for (String set : request.sets()) {
      merged = parsedSet(set).withFallback(merged);
    }
    Origin start = new Origin(file, 0);
    Content nothing = new Content(new Node.Block(start, start, Map.of()), Set.of());
    if (!faults.isEmpty()) {
      return nothing;
    }
    try {
      ConfigObject resolved = merged.resolve(resolveOptions()).root();
      Versions versions = new Versions(resolved, merged.root(), inFile.root());
      Node.Block root = withAllParameters(block(versions, start, start, ""));
      return new Content(root, substitutedIn(merged));
    } catch (ConfigException e) {
      includes.addFault(e);
      return nothing;
    }
  }

  /** A file and what it includes each declare names; HOCON alone would keep the last list. */
  private Node.Block withAllParameters(Node.Block root) {
    if (!(root.get(PARAMETERS) instanceof Node.Items items)) {
      return root;
    }
    List<Node> names = new ArrayList<>(items.elements());
    includes
        .parameters()
        .forEach(
            (name, origin) -> {
              if (names.stream()
                  .noneMatch(n -> n instanceof Node.Scalar s && s.text().equals(name))) {
                names.add(new Node.Scalar(origin, origin, name, true));
              }
            });
    Map<String, Node> entries = new LinkedHashMap<>(root.entries());
    entries.put(PARAMETERS, new Node.Items(items.at(), items.from(), names));
    return new Node.Block(root.at(), root.from(), entries);
  }

  private static Set<String> substitutedIn(Config merged) {
    String written = merged.root().render(ConfigRenderOptions.concise());
    return SUBSTITUTION
        .matcher(written)
        .results()
        .map(match -> KeyPath.first(match.group(1)))
        .collect(Collectors.toSet());
  }

  private Config parsed(String hocon, Source source) {
    try {
      return includes.parse(hocon, source);
    } catch (ConfigException e) {
      includes.addFault(e);
      return ConfigFactory.empty();
    }
  }

  /** Reads {@code key=value}: the value as HOCON if it looks like it, otherwise as plain text. */
  private Config parsedSet(String set) {
    Source source = sources.add("--set " + set, request.workingFolder(), false);
    int equals = set.indexOf('=');
    if (equals < 1) {
      faults.add(new Origin(source, 0), "", "must be key=value");
      return ConfigFactory.empty();
    }
    String key = set.substring(0, equals).strip();
    String value = set.substring(equals + 1).strip();
    try {
      Config config =
          isHocon(value)
              ? includes.parse(key + " = " + value, source)
              : ConfigFactory.empty()
                  .withValue(key, ConfigValueFactory.fromAnyRef(value, sources.mark(source)));
      if (!isOneKey(config.root(), KeyPath.split(key))) {
        faults.add(new Origin(source, 0), "", "must set one key to one value");
      }
      return config;
    } catch (ConfigException | IllegalArgumentException e) {
      faults.add(
          new Origin(source, 0),
          "",
          "cannot be read: "
              + sources.readable(String.valueOf(e.getMessage())).replace(source.label() + ": ", "")
              + "\n    a value is a number, true or false, [a, list], { a = block } or plain text",
          e);
      return ConfigFactory.empty();
    }
  }

  private static boolean isHocon(String value) {
    return value.startsWith("[")
        || value.startsWith("{")
        || value.startsWith("\"")
        || value.contains("${")
        || value.matches("true|false|null|-?[0-9]+(\\.[0-9]+)?([eE][-+]?[0-9]+)?");
  }

  private static boolean isOneKey(@Nullable ConfigValue value, List<String> path) {
    return path.isEmpty()
        || (value instanceof ConfigObject block
            && block.size() == 1
            && isOneKey(block.get(path.get(0)), path.subList(1, path.size())));
  }

  /** What the configuration does not define comes from the environment. */
  private ConfigResolveOptions resolveOptions() {
    Map<String, Source> used = new LinkedHashMap<>();
    ConfigResolver environment =
        new ConfigResolver() {
          @Override
          public @Nullable ConfigValue lookup(String path) {
            String value = request.environment().get(path);
            if (value == null) {
              return null;
            }
            Source source =
                used.computeIfAbsent(
                    path,
                    p -> sources.add("environment variable " + p, request.workingFolder(), false));
            return ConfigValueFactory.fromAnyRef(value, sources.mark(source));
          }

          @Override
          public ConfigResolver withFallback(ConfigResolver fallback) {
            return this;
          }
        };
    return ConfigResolveOptions.noSystem().setAllowUnresolved(true).appendResolver(environment);
  }

  /**
   * A value at three times.
   *
   * @param resolved after substitution
   * @param written before substitution, where that can be reached
   * @param inFile before the command line was heard, if it was there already
   */
  private record Versions(
      ConfigValue resolved, @Nullable ConfigValue written, @Nullable ConfigValue inFile) {

    Versions member(String key, ConfigValue value) {
      return new Versions(value, memberOf(written, key), memberOf(inFile, key));
    }

    Versions element(int index, ConfigList list) {
      List<ConfigValue> before = written instanceof ConfigList items ? items : List.of();
      ConfigValue element = before.size() == list.size() ? before.get(index) : null;
      return new Versions(list.get(index), element, null);
    }

    private static @Nullable ConfigValue memberOf(@Nullable ConfigValue block, String key) {
      try {
        return block instanceof ConfigObject object ? object.get(key) : null;
      } catch (ConfigException.NotResolved e) {
        return null; // a block that is merged with a substitution
      }
    }
  }

  /** Converts a value; faults name its path, or else the enclosing block. */
  private Node node(Versions value, Origin enclosing, String path) {
    ConfigValue resolved = value.resolved();
    Origin from = originOf(resolved, enclosing);
    Origin at = value.written() == null ? from : originOf(value.written(), enclosing);
    ConfigValueType type;
    try {
      type = resolved.valueType();
    } catch (ConfigException.NotResolved e) {
      return unresolved(resolved, at, path);
    }
    return switch (type) {
      case OBJECT -> // a block that --set merely changes stands where its file opens it
          value.inFile() instanceof ConfigObject opened
              ? block(value, originOf(opened, enclosing), from, path)
              : block(value, at, from, path);
      case LIST -> items(value, at, from, path);
      case STRING -> new Node.Scalar(at, from, (String) resolved.unwrapped(), true);
      case NUMBER -> // as it was written: 0080 may be a name
          new Node.Scalar(at, from, resolved.atKey("number").getString("number"), false);
      case BOOLEAN, NULL ->
          new Node.Scalar(at, from, resolved.render(ConfigRenderOptions.concise()), false);
    };
  }

  private Node.Block block(Versions value, Origin at, Origin from, String path) {
    Map<String, Node> entries = new LinkedHashMap<>();
    ((ConfigObject) value.resolved())
        .forEach(
            (key, entry) -> {
              if (isUnresolved(entry) || entry.valueType() != ConfigValueType.NULL) {
                entries.put(key, node(value.member(key, entry), at, KeyPath.child(path, key)));
              }
            });
    Map<String, Node> inOrder = new LinkedHashMap<>();
    entries.entrySet().stream()
        .sorted(
            Comparator.comparing((Map.Entry<String, Node> e) -> e.getValue().at())
                .thenComparing(e -> !e.getKey().equals("type"))
                .thenComparing(Map.Entry::getKey))
        .forEach(e -> inOrder.put(e.getKey(), e.getValue()));
    return new Node.Block(at, from, inOrder);
  }

  private Node items(Versions value, Origin at, Origin from, String path) {
    ConfigList list = (ConfigList) value.resolved();
    List<Node> elements = new ArrayList<>();
    for (int i = 0; i < list.size(); i++) {
      elements.add(node(value.element(i, list), at, KeyPath.element(path, i)));
    }
    return new Node.Items(at, from, elements);
  }

  private Node unresolved(ConfigValue value, Origin at, String path) {
    String expression = value.render(ConfigRenderOptions.concise());
    Matcher names = SUBSTITUTION.matcher(expression);
    StringBuilder text = new StringBuilder("needs ");
    String separator = "";
    while (names.find()) {
      text.append(separator).append("${").append(names.group(1)).append('}');
      separator = " and ";
    }
    text.append(", which has no value\n    give one with --set ");
    names.reset();
    text.append(names.find() ? names.group(1) : "key").append("=..., or in the file");
    faults.add(at, path, text.toString());
    return new Node.Unresolved(at, expression);
  }

  private static boolean isUnresolved(ConfigValue value) {
    try {
      value.valueType();
      return false;
    } catch (ConfigException.NotResolved e) {
      return true;
    }
  }

  private Origin originOf(ConfigValue value, Origin enclosing) {
    String description = value.origin().description();
    return value instanceof ConfigObject
        ? sources.firstWithLine(description).orElse(enclosing)
        : sources.first(description).orElse(enclosing);
  }
}
