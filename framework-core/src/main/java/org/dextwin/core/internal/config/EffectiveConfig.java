package org.dextwin.core.internal.config;

import com.typesafe.config.ConfigException;
import com.typesafe.config.ConfigFactory;
import com.typesafe.config.ConfigUtil;
import com.typesafe.config.ConfigValue;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.dextwin.api.spi.InvalidInputException;
import org.dextwin.api.spi.KeyDoc;

/**
 * Writes a configuration as it took effect: after all substitutions, with absolute paths and with
 * the fallbacks of missing keys; each value with a comment that names its origin. The result is a
 * configuration itself.
 */
public final class EffectiveConfig {

  private static final Set<String> UNQUOTED = Set.of("number", "whole number", "true or false");

  private final Map<String, Reading.NamedPath> paths = new HashMap<>();
  private final Map<String, Map<String, KeyDoc>> fallbacks = new LinkedHashMap<>();
  private final StringBuilder out = new StringBuilder();

  private EffectiveConfig(List<Reading> readings) {
    for (Reading reading : readings) {
      reading.paths().forEach(path -> paths.put(path.key(), path));
      reading
          .fallbacks()
          .forEach(
              (block, keys) ->
                  fallbacks.computeIfAbsent(block, b -> new LinkedHashMap<>()).putAll(keys));
    }
  }

  /** Writes a configuration. */
  public static String render(Node.Block root, List<Reading> readings) {
    var effective = new EffectiveConfig(readings);
    effective.writeEntries(root, "", "");
    return effective.out.toString();
  }

  /**
   * Reads the values of a configuration that was written so.
   *
   * @throws InvalidInputException if it is damaged; names the file
   */
  public static Map<String, Object> values(Path file, String text) {
    try {
      Map<String, Object> values = new TreeMap<>();
      for (Map.Entry<String, ConfigValue> entry : ConfigFactory.parseString(text).entrySet()) {
        values.put(entry.getKey(), entry.getValue().unwrapped());
      }
      return values;
    } catch (ConfigException e) {
      throw new InvalidInputException(file + ": damaged: " + e.getMessage(), e);
    }
  }

  private void writeEntries(Node.Block block, String path, String indent) {
    block.entries().forEach((key, node) -> writeEntry(key, node, KeyPath.child(path, key), indent));
    fallbacks.getOrDefault(path, Map.of()).forEach((key, doc) -> writeFallback(key, doc, indent));
    for (String key : missingBlocks(block, path)) {
      out.append(indent).append(ConfigUtil.joinPath(key)).append(" {\n");
      fallbacks
          .getOrDefault(KeyPath.child(path, key), Map.of())
          .forEach((name, doc) -> writeFallback(name, doc, indent + "  "));
      out.append(indent).append("}\n");
    }
  }

  /** Blocks that are not written, but whose fallbacks hold. */
  private Set<String> missingBlocks(Node.Block block, String path) {
    Set<String> missing = new TreeSet<>();
    for (String owner : fallbacks.keySet()) {
      if (owner.startsWith(path.isEmpty() ? "" : path + ".") && !owner.contains("[")) {
        List<String> keys = KeyPath.split(owner);
        int depth = path.isEmpty() || path.contains("[") ? 0 : KeyPath.split(path).size();
        if (keys.size() == depth + 1 && block.get(keys.get(depth)) == null) {
          missing.add(keys.get(depth));
        }
      }
    }
    return missing;
  }

  private void writeFallback(String key, KeyDoc doc, String indent) {
    String text = doc.fallback();
    boolean plain = UNQUOTED.contains(doc.type()) || text.startsWith("[") || text.startsWith("{");
    boolean quoted = text.startsWith("\"");
    out.append(indent)
        .append(ConfigUtil.joinPath(key))
        .append(" = ")
        .append(plain || quoted ? text : ConfigUtil.quoteString(text))
        .append(" # default\n");
  }

  private void writeEntry(String key, Node node, String path, String indent) {
    out.append(indent).append(ConfigUtil.joinPath(key));
    if (node instanceof Node.Block block && !isEmpty(block, path)) {
      out.append(" {\n");
      writeEntries(block, path, indent + "  ");
      out.append(indent).append("}\n");
    } else {
      out.append(" = ");
      writeValue(node, path, indent);
      out.append(" # ").append(originOf(node, path)).append('\n');
    }
  }

  private boolean isEmpty(Node.Block block, String path) {
    return block.entries().isEmpty() && !fallbacks.containsKey(path);
  }

  private void writeValue(Node node, String path, String indent) {
    if (node instanceof Node.Block block && isEmpty(block, path)) {
      out.append("{}");
    } else if (node instanceof Node.Block block) {
      out.append("{\n");
      writeEntries(block, path, indent + "  ");
      out.append(indent).append('}');
    } else if (node instanceof Node.Items items) {
      boolean blocks = items.elements().stream().anyMatch(Node.Block.class::isInstance);
      out.append('[');
      for (int i = 0; i < items.elements().size(); i++) {
        out.append(i == 0 ? "" : ", ");
        writeValue(items.elements().get(i), KeyPath.element(path, i), blocks ? indent : "");
      }
      out.append(']');
    } else if (node instanceof Node.Scalar scalar) {
      Reading.NamedPath named = paths.get(path);
      if (named != null) {
        out.append(ConfigUtil.quoteString(named.path().toString()));
      } else {
        out.append(scalar.quoted() ? ConfigUtil.quoteString(scalar.text()) : scalar.text());
      }
    } else {
      out.append(ConfigUtil.quoteString(node.shown()));
    }
  }

  private String originOf(Node node, String path) {
    StringBuilder origin = new StringBuilder(node.at().toString());
    if (!node.from().equals(node.at())) {
      origin.append(", from ").append(node.from());
    }
    if (paths.containsKey(path) && node instanceof Node.Scalar scalar) {
      origin.append(", written as \"").append(scalar.text()).append('"');
    }
    return origin.toString().replaceAll("\\R", " ");
  }
}
