package org.dextwin.arm.franka.internal.rosbridge;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Map;

/** Reads and writes messages as maps. */
public final class Json {

  private static final ObjectMapper MAPPER = new ObjectMapper();

  private Json() {}

  /** Returns the text of a message. */
  public static String text(Map<String, ?> message) {
    try {
      return MAPPER.writeValueAsString(message);
    } catch (JsonProcessingException e) {
      throw new UncheckedIOException(e); // maps of texts and numbers can be written
    }
  }

  /**
   * Reads a message.
   *
   * @throws IOException if the text is no JSON object
   */
  public static Map<String, Object> read(String text) throws IOException {
    Map<String, Object> message =
        MAPPER.readValue(text, new TypeReference<Map<String, Object>>() {});
    return message == null ? Map.of() : message; // the text "null"
  }

  /** Returns a nested message; an empty one if there is none. */
  public static Map<?, ?> map(Map<?, ?> message, String key) {
    return message.get(key) instanceof Map<?, ?> nested ? nested : Map.of();
  }

  /** Returns a list; an empty one if there is none. */
  public static List<?> list(Map<?, ?> message, String key) {
    return message.get(key) instanceof List<?> list ? list : List.of();
  }

  /** Returns a text; an empty one if there is none. */
  public static String word(Map<?, ?> message, String key) {
    return message.get(key) instanceof String word ? word : "";
  }

  /** Returns a number; zero if there is none. */
  public static double number(Map<?, ?> message, String key) {
    return message.get(key) instanceof Number number ? number.doubleValue() : 0;
  }

  /** Returns the number at a place of a list; NaN if there is none. */
  public static double number(List<?> list, int at) {
    return at < list.size() && list.get(at) instanceof Number number
        ? number.doubleValue()
        : Double.NaN;
  }
}
