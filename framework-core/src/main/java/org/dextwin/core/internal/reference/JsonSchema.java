package org.dextwin.core.internal.reference;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.dextwin.api.experiment.Item;
import org.dextwin.api.spi.KeyDoc;
import org.dextwin.core.internal.run.Json;

/**
 * The reference as a JSON schema, from which editors complete and check configurations that are
 * written as JSON. It asks for no key: what is missing may come from another file, or from the
 * command line.
 */
public final class JsonSchema {

  private static final String FREE_KEYS = "block with free keys, each ";
  private static final String LIST = "list of ";
  private static final Pattern BOUND =
      Pattern.compile("(at least|greater than|at most|less than) (\\S+)");

  private JsonSchema() {}

  /** Writes the reference. */
  public static String of(Reference reference) {
    Map<String, Object> roles = new LinkedHashMap<>();
    reference.roles().forEach(role -> roles.put(role.name(), role(role)));
    return Json.pretty(
        Item.of(
            Map.of(
                "$schema",
                "https://json-schema.org/draft/2020-12/schema",
                "title",
                "DexTwin configuration",
                "type",
                "object",
                "properties",
                roles)));
  }

  private static Map<String, Object> role(Reference.RoleEntry role) {
    Map<String, Object> properties = new LinkedHashMap<>();
    List<String> names = role.components().stream().map(e -> e.provider().name()).toList();
    properties.put("type", Map.of("enum", names));
    properties.putAll(properties(role.keys()));
    for (Reference.Entry entry : role.components()) {
      Map<String, Object> block = block(entry.provider().keys());
      block.put("description", entry.plugin().description());
      properties.put(entry.provider().name(), block);
    }
    Map<String, Object> schema = new LinkedHashMap<>();
    schema.put("type", "object");
    schema.put("properties", properties);
    schema.put("additionalProperties", false);
    return schema;
  }

  private static Map<String, Object> block(List<KeyDoc> keys) {
    Map<String, Object> schema = new LinkedHashMap<>();
    schema.put("type", "object");
    schema.put("properties", properties(keys));
    schema.put("additionalProperties", false);
    return schema;
  }

  private static Map<String, Object> properties(List<KeyDoc> keys) {
    Map<String, Object> properties = new LinkedHashMap<>();
    for (KeyDoc key : keys) {
      Map<String, Object> schema = type(key.type(), key);
      String unit = key.unit().isEmpty() ? "" : " [" + key.unit() + "]";
      String fallback = key.fallback().isEmpty() ? "" : " Default: " + key.fallback() + ".";
      schema.put("description", key.doc() + unit + fallback);
      properties.put(key.name(), schema);
    }
    return properties;
  }

  /** Turns the words of {@link KeyDoc#type} into a schema. */
  private static Map<String, Object> type(String words, KeyDoc key) {
    Map<String, Object> schema = new LinkedHashMap<>();
    switch (words) {
      case "number", "numbers" -> {
        schema.put("type", "number");
        putBounds(schema, key.range());
      }
      case "whole number", "whole numbers" -> {
        schema.put("type", "integer");
        putBounds(schema, key.range());
      }
      case "true or false" -> schema.put("type", "boolean");
      case "text",
          "texts",
          "path",
          "paths",
          "path of a file",
          "path of a folder",
          "path of a file or folder" ->
          schema.put("type", "string");
      case "[x, y, z]" -> putNumbers(schema, 3);
      case "[w, x, y, z]" -> putNumbers(schema, 4);
      case "block", "blocks" -> schema.putAll(block(key.nested()));
      default -> putComposed(schema, words, key);
    }
    return schema;
  }

  private static void putComposed(Map<String, Object> schema, String words, KeyDoc key) {
    if (words.startsWith(LIST)) {
      schema.put("type", "array");
      schema.put("items", type(words.substring(LIST.length()), key));
    } else if (words.startsWith(FREE_KEYS)) {
      schema.put("type", "object");
      schema.put("additionalProperties", type(words.substring(FREE_KEYS.length()), key));
    } else if (words.contains("(block or path")) {
      schema.put("type", List.of("object", "string"));
    } else if (words.matches("[a-z0-9-]+( \\| [a-z0-9-]+)*")) {
      schema.put("enum", Arrays.asList(words.split(" \\| ", -1)));
    } else {
      throw new IllegalStateException("no schema for the type '" + words + "' of " + key.name());
    }
  }

  private static void putNumbers(Map<String, Object> schema, int count) {
    schema.put("type", "array");
    schema.put("items", Map.of("type", "number"));
    schema.put("minItems", count);
    schema.put("maxItems", count);
  }

  /** Turns the words of {@link KeyDoc#range} into bounds. */
  private static void putBounds(Map<String, Object> schema, String range) {
    List<String> understood = new ArrayList<>();
    Matcher bound = BOUND.matcher(range);
    while (bound.find()) {
      understood.add(bound.group());
      double number = Double.parseDouble(bound.group(2));
      schema.put(
          switch (bound.group(1)) {
            case "at least" -> "minimum";
            case "greater than" -> "exclusiveMinimum";
            case "at most" -> "maximum";
            default -> "exclusiveMaximum";
          },
          number);
    }
    if (!String.join(" and ", understood).equals(range)) {
      throw new IllegalStateException("no bounds for the range '" + range + "'");
    }
  }
}
