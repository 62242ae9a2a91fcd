package org.dextwin.task.grasp.internal.object;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.dextwin.api.spi.InvalidInputException;
import org.jspecify.annotations.Nullable;

/**
 * Reads JSON (RFC 8259) as maps, lists, texts, numbers as doubles, truth values and nulls.
 *
 * <p><i>Thread safety</i>: confined.
 */
final class JsonText {

  private static final long MOST_BYTES = 64L << 20;
  private static final int MOST_DEPTH = 64;

  private final Path file;
  private final String text;
  private int at;

  private JsonText(Path file, String text) {
    this.file = file;
    this.text = text;
  }

  /**
   * Reads a file.
   *
   * @param file the file
   * @return its value
   * @throws InvalidInputException if it cannot be read or is no JSON
   */
  static @Nullable Object read(Path file) {
    try {
      if (Files.size(file) > MOST_BYTES) {
        throw new InvalidInputException(
            file + ": has more than " + MOST_BYTES + " bytes; a result has fewer");
      }
      JsonText json = new JsonText(file, Files.readString(file));
      Object value = json.value(0);
      json.skipBlanks();
      if (json.at < json.text.length()) {
        throw json.error("more text after the end");
      }
      return value;
    } catch (IOException e) {
      throw new InvalidInputException(file + ": cannot be read: " + e.getMessage(), e);
    }
  }

  private InvalidInputException error(String what) {
    long line =
        1 + text.substring(0, Math.min(at, text.length())).chars().filter(c -> c == '\n').count();
    return new InvalidInputException(file + ":" + line + ": is no JSON: " + what);
  }

  private void skipBlanks() {
    while (at < text.length() && " \t\r\n".indexOf(text.charAt(at)) >= 0) {
      at++;
    }
  }

  private char peek() {
    skipBlanks();
    if (at >= text.length()) {
      throw error("it ends too early");
    }
    return text.charAt(at);
  }

  private void expect(char c) {
    if (peek() != c) {
      throw error("expected '" + c + "', found '" + text.charAt(at) + "'");
    }
    at++;
  }

  private @Nullable Object value(int depth) {
    if (depth > MOST_DEPTH) {
      throw error("it is nested too deep");
    }
    return switch (peek()) {
      case '{' -> object(depth);
      case '[' -> list(depth);
      case '"' -> string();
      case 't' -> word("true", true);
      case 'f' -> word("false", false);
      case 'n' -> word("null", null);
      default -> number();
    };
  }

  private Map<String, @Nullable Object> object(int depth) {
    Map<String, @Nullable Object> map = new LinkedHashMap<>();
    expect('{');
    while (peek() != '}') {
      if (!map.isEmpty()) {
        expect(',');
      }
      peek();
      String key = string();
      expect(':');
      map.put(key, value(depth + 1));
    }
    expect('}');
    return map;
  }

  private List<@Nullable Object> list(int depth) {
    List<@Nullable Object> list = new ArrayList<>();
    expect('[');
    while (peek() != ']') {
      if (!list.isEmpty()) {
        expect(',');
      }
      list.add(value(depth + 1));
    }
    expect(']');
    return list;
  }

  private @Nullable Object word(String word, @Nullable Object value) {
    if (!text.startsWith(word, at)) {
      throw error("unknown word");
    }
    at += word.length();
    return value;
  }

  private Double number() {
    int from = at;
    while (at < text.length() && "+-.eE0123456789".indexOf(text.charAt(at)) >= 0) {
      at++;
    }
    try {
      return Double.valueOf(text.substring(from, at));
    } catch (NumberFormatException e) {
      throw error("no value begins with '" + text.charAt(from) + "'");
    }
  }

  private String string() {
    expect('"');
    StringBuilder out = new StringBuilder();
    while (true) {
      if (at >= text.length()) {
        throw error("a text does not end");
      }
      char c = text.charAt(at++);
      if (c == '"') {
        return out.toString();
      }
      out.append(c == '\\' ? escaped() : c);
    }
  }

  private char escaped() {
    char c = at < text.length() ? text.charAt(at++) : ' ';
    return switch (c) {
      case '"', '\\', '/' -> c;
      case 'b' -> '\b';
      case 'f' -> '\f';
      case 'n' -> '\n';
      case 'r' -> '\r';
      case 't' -> '\t';
      case 'u' -> {
        if (at + 4 > text.length()) {
          throw error("a text does not end");
        }
        at += 4;
        try {
          yield (char) Integer.parseInt(text.substring(at - 4, at), 16);
        } catch (NumberFormatException e) {
          throw error("'\\u" + text.substring(at - 4, at) + "' is no character");
        }
      }
      default -> throw error("'\\" + c + "' is no character");
    };
  }
}
