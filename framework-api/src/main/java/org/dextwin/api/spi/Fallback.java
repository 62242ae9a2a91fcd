package org.dextwin.api.spi;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Set;

/**
 * Stands in for a block that lacks a key, and reads the fallback that the key's annotation gives: a
 * number, a text, a flat list, {@code []} or {@code {}}. What is wrong with a fallback is a mistake
 * of the plugin, not of the configuration.
 *
 * @param block the block that lacks the key
 * @param key the key that is missing
 * @param written the fallback
 * @param inside true for what is inside {@code []} or {@code {}}: no key at all
 */
record Fallback(Settings block, String key, String written, boolean inside) implements Settings {

  static Fallback of(Settings block, String key, String written) {
    return new Fallback(block, key, written, false);
  }

  @Override
  public String path() {
    return block.path();
  }

  @Override
  public <R extends Record> R options(Class<R> type) {
    return block.options(type);
  }

  @Override
  public Set<String> keys() {
    return Set.of();
  }

  @Override
  public boolean has(String asked) {
    return !inside && asked.equals(key);
  }

  @Override
  public String text(String asked) {
    return unquoted(value(asked));
  }

  @Override
  public double number(String asked) {
    return parsed(value(asked));
  }

  @Override
  public long integer(String asked) {
    double number = number(asked);
    if (number != Math.rint(number)) {
      throw unreadable("a whole number");
    }
    return (long) number;
  }

  @Override
  public boolean flag(String asked) {
    return switch (value(asked)) {
      case "true" -> true;
      case "false" -> false;
      default -> throw unreadable("true or false");
    };
  }

  @Override
  public List<Double> numbers(String asked) {
    return items(asked).stream().map(this::parsed).toList();
  }

  @Override
  public List<String> texts(String asked) {
    return items(asked).stream().map(Fallback::unquoted).toList();
  }

  @Override
  public Settings block(String asked) {
    return nothing(asked, "{}");
  }

  @Override
  public List<Settings> blocks(String asked) {
    nothing(asked, "[]");
    return List.of();
  }

  @Override
  public Settings elements(String asked) {
    return nothing(asked, "[]");
  }

  @Override
  public Path file(String asked) {
    return path(asked);
  }

  @Override
  public Path folder(String asked) {
    return path(asked);
  }

  @Override
  public Path path(String asked) {
    return Path.of(text(asked)).toAbsolutePath();
  }

  /** The block lacks the key, so this is the role's own block. */
  @Override
  public <T extends Component> ComponentRef<T> component(String asked, Class<T> role) {
    return block.component(key, role);
  }

  @Override
  public void reject(String asked, String message) {
    throw new IllegalStateException(
        "the fallback of key '" + key + "' of " + block.path() + " " + message);
  }

  private String value(String asked) {
    if (!has(asked)) {
      throw new IllegalStateException(
          "the fallback '" + written + "' of key '" + key + "' leaves '" + asked + "' open");
    }
    return written;
  }

  private Settings nothing(String asked, String form) {
    if (!value(asked).equals(form)) {
      throw unreadable(form);
    }
    return new Fallback(block, key, written, true);
  }

  private List<String> items(String asked) {
    String list = value(asked);
    if (!list.startsWith("[") || !list.endsWith("]")) {
      throw unreadable("a list");
    }
    String inner = list.substring(1, list.length() - 1).strip();
    return inner.isEmpty() ? List.of() : Arrays.asList(inner.split("\\s*,\\s*", -1));
  }

  private double parsed(String number) {
    try {
      return Double.parseDouble(number);
    } catch (NumberFormatException e) {
      throw unreadable("a number");
    }
  }

  private static String unquoted(String text) {
    boolean quoted = text.length() > 1 && text.startsWith("\"") && text.endsWith("\"");
    return quoted ? text.substring(1, text.length() - 1) : text;
  }

  private IllegalStateException unreadable(String expected) {
    return new IllegalStateException(
        "the fallback '"
            + written
            + "' of key '"
            + key
            + "' of "
            + block.path()
            + " is not "
            + expected);
  }
}
