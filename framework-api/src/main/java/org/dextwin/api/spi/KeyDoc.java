package org.dextwin.api.spi;

import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.dextwin.api.math.Quat;
import org.dextwin.api.math.Vec3;

/**
 * The documentation of one key of a configuration, read from the {@link Key} annotations of its
 * record.
 *
 * <p><i>Thread safety</i>: immutable.
 *
 * @param name the key, in kebab-case
 * @param type what may be written, in words, such as {@code list of numbers}
 * @param unit unit of its numbers, from the suffix of the name, such as {@code m/s}; empty if none
 * @param range allowed range, in words, such as {@code greater than 0}; empty if any
 * @param fallback what holds if the key is missing; empty if nothing is said
 * @param required true if the key must be written
 * @param doc what the key means
 * @param nested keys of the block, or of each block, that the key holds; empty if it holds none
 */
public record KeyDoc(
    String name,
    String type,
    String unit,
    String range,
    String fallback,
    boolean required,
    String doc,
    List<KeyDoc> nested) {

  /** Units by the token that stands for them in a key, such as {@code kg} in {@code mass-kg}. */
  private static final Map<String, String> UNITS =
      Map.ofEntries(
          Map.entry("s", "s"),
          Map.entry("s2", "s²"),
          Map.entry("s3", "s³"),
          Map.entry("ms", "ms"),
          Map.entry("us", "µs"),
          Map.entry("ns", "ns"),
          Map.entry("min", "min"),
          Map.entry("hz", "Hz"),
          Map.entry("m", "m"),
          Map.entry("m2", "m²"),
          Map.entry("m3", "m³"),
          Map.entry("mm", "mm"),
          Map.entry("cm", "cm"),
          Map.entry("px", "px"),
          Map.entry("rad", "rad"),
          Map.entry("deg", "°"),
          Map.entry("kg", "kg"),
          Map.entry("g", "g"),
          Map.entry("n", "N"),
          Map.entry("nm", "N m"),
          Map.entry("pa", "Pa"),
          Map.entry("w", "W"),
          Map.entry("j", "J"),
          Map.entry("v", "V"),
          Map.entry("a", "A"),
          Map.entry("ma", "mA"),
          Map.entry("k", "K"),
          Map.entry("pct", "%"),
          Map.entry("bytes", "bytes"));

  private static final Set<String> COUNTABLE =
      Set.of("number", "whole number", "text", "path", "block");

  /**
   * Copies the list.
   *
   * @param name the key, in kebab-case
   * @param type what may be written, in words
   * @param unit unit of its numbers; empty if none
   * @param range allowed range, in words; empty if any
   * @param fallback what holds if the key is missing; empty if nothing is said
   * @param required true if the key must be written
   * @param doc what the key means
   * @param nested keys of the block that the key holds
   */
  public KeyDoc {
    nested = List.copyOf(nested);
  }

  /**
   * Describes the keys of a configuration record; those of its role are not among them.
   *
   * @param type the record class, each component with {@link Key} or the role's options
   * @return its keys in the order of the components
   */
  public static List<KeyDoc> of(Class<? extends Record> type) {
    return Arrays.stream(type.getRecordComponents())
        .filter(component -> !RecordBinder.isRoleOptions(component))
        .map(KeyDoc::of)
        .toList();
  }

  private static KeyDoc of(RecordComponent component) {
    Key rules = RecordBinder.rulesOf(component);
    Type type = component.getGenericType();
    boolean optional = rawType(type) == Optional.class;
    Type held = optional ? argument(type, 0) : type;
    boolean reference = rawType(held) == ComponentRef.class;
    boolean fallsBack = !rules.byDefault().equals(Key.REQUIRED);
    String fallback = fallsBack ? rules.byDefault() : "";
    String name = keyOf(component.getName());
    return new KeyDoc(
        name,
        words(held, rules),
        isNumeric(held) ? unitOf(name) : "",
        isNumeric(held) ? rangeOf(rules) : "",
        fallback,
        !optional && !fallsBack && !reference,
        rules.doc(),
        nestedIn(held));
  }

  /** Returns a component's name in kebab-case. */
  static String keyOf(String component) {
    StringBuilder key = new StringBuilder();
    for (int i = 0; i < component.length(); i++) {
      char c = component.charAt(i);
      if (Character.isUpperCase(c) && !key.isEmpty() && key.charAt(key.length() - 1) != '-') {
        key.append('-');
      }
      key.append(c == '_' ? '-' : Character.toLowerCase(c));
    }
    return key.toString();
  }

  static String constantOf(Enum<?> constant) {
    return constant.name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  /** Returns the constants of an enum as they are written. */
  static List<String> words(Class<?> enumType) {
    return Arrays.stream(enumType.getEnumConstants()).map(c -> constantOf((Enum<?>) c)).toList();
  }

  static Class<?> rawType(Type type) {
    if (type instanceof Class<?> raw) {
      return raw;
    }
    if (type instanceof ParameterizedType parameterized) {
      return (Class<?>) parameterized.getRawType();
    }
    throw new IllegalStateException("unsupported type " + type.getTypeName());
  }

  static Type argument(Type type, int index) {
    if (type instanceof ParameterizedType parameterized) {
      return parameterized.getActualTypeArguments()[index];
    }
    throw new IllegalStateException(type.getTypeName() + " needs type arguments");
  }

  /** Returns the allowed range in words; empty if there is no bound. */
  static String rangeOf(Key rules) {
    List<String> bounds = new ArrayList<>();
    if (rules.atLeast() != Double.NEGATIVE_INFINITY) {
      bounds.add("at least " + plain(rules.atLeast()));
    }
    if (rules.above() != Double.NEGATIVE_INFINITY) {
      bounds.add("greater than " + plain(rules.above()));
    }
    if (rules.atMost() != Double.POSITIVE_INFINITY) {
      bounds.add("at most " + plain(rules.atMost()));
    }
    if (rules.below() != Double.POSITIVE_INFINITY) {
      bounds.add("less than " + plain(rules.below()));
    }
    return String.join(" and ", bounds);
  }

  /** Writes 3.0 as 3, and other numbers as Java does. */
  static String plain(double number) {
    boolean whole = number == Math.rint(number) && Math.abs(number) < 1e15;
    return whole ? BigDecimal.valueOf((long) number).toPlainString() : String.valueOf(number);
  }

  /** Reads the unit off the end of a key: {@code max-speed-m-per-s} is in m/s. */
  private static String unitOf(String key) {
    String[] tokens = key.split("-", -1);
    int start = tokens.length;
    while (start > 1 && (UNITS.containsKey(tokens[start - 1]) || tokens[start - 1].equals("per"))) {
      start--;
    }
    StringBuilder unit = new StringBuilder();
    for (int i = start; i < tokens.length; i++) {
      String symbol = UNITS.get(tokens[i]);
      if (symbol == null) {
        unit.append(unit.isEmpty() ? "1/" : "/");
      } else {
        boolean first = unit.isEmpty() || unit.charAt(unit.length() - 1) == '/';
        unit.append(first ? "" : " ").append(symbol);
      }
    }
    return unit.toString();
  }

  private static boolean isNumeric(Type type) {
    Class<?> raw = rawType(type);
    if (raw == List.class || raw == Optional.class) {
      return isNumeric(argument(type, 0));
    }
    return raw == double.class
        || raw == int.class
        || raw == long.class
        || Number.class.isAssignableFrom(raw)
        || raw == Vec3.class;
  }

  private static String words(Type type, Key rules) {
    Class<?> raw = rawType(type);
    if (raw == double.class || raw == Double.class) {
      return "number";
    } else if (raw == int.class || raw == long.class || Number.class.isAssignableFrom(raw)) {
      return "whole number";
    } else if (raw == boolean.class || raw == Boolean.class) {
      return "true or false";
    } else if (raw == String.class) {
      return "text";
    } else if (raw.isEnum()) {
      return String.join(" | ", words(raw));
    } else if (raw == Path.class) {
      return switch (rules.path()) {
        case FILE -> "path of a file";
        case FOLDER -> "path of a folder";
        case FILE_OR_FOLDER -> "path of a file or folder";
        case ANY -> "path";
      };
    } else if (raw == Vec3.class) {
      return "[x, y, z]";
    } else if (raw == Quat.class) {
      return "[w, x, y, z]";
    } else if (raw == ComponentRef.class) {
      String role = roleName(argument(type, 0));
      return role + " (block or path of a block; if missing, the block " + role + ")";
    } else if (raw == List.class) {
      String element = words(argument(type, 0), rules);
      return "list of " + (COUNTABLE.contains(element) ? element + "s" : element);
    } else if (raw == Map.class) {
      return "block with free keys, each " + words(argument(type, 1), rules);
    } else if (raw.isRecord()) {
      return "block";
    }
    throw new IllegalStateException("unsupported type " + type.getTypeName());
  }

  private static String roleName(Type role) {
    Role annotation = rawType(role).getAnnotation(Role.class);
    return annotation == null ? rawType(role).getSimpleName() : annotation.value();
  }

  private static List<KeyDoc> nestedIn(Type type) {
    Class<?> raw = rawType(type);
    if (raw == List.class) {
      return nestedIn(argument(type, 0));
    } else if (raw == Map.class) {
      return nestedIn(argument(type, 1));
    }
    boolean block =
        raw.isRecord() && raw != Vec3.class && raw != Quat.class && raw != ComponentRef.class;
    return block ? of(raw.asSubclass(Record.class)) : List.of();
  }
}
