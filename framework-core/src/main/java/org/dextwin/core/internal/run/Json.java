package org.dextwin.core.internal.run;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.core.util.DefaultIndenter;
import com.fasterxml.jackson.core.util.DefaultPrettyPrinter;
import com.fasterxml.jackson.databind.ObjectWriter;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.dextwin.api.experiment.Item;
import org.dextwin.api.spi.InvalidInputException;
import org.dextwin.api.spi.IoReason;

/**
 * Items as JSON objects and back.
 *
 * <p><i>Thread safety</i>: thread-safe, without state.
 */
public final class Json {

  private static final JsonMapper MAPPER = JsonMapper.builder().build();

  private static final ObjectWriter PRETTY =
      MAPPER.writer(
          new DefaultPrettyPrinter()
              .withObjectIndenter(new DefaultIndenter("  ", "\n"))
              .withArrayIndenter(new DefaultIndenter("  ", "\n")));

  private Json() {}

  /**
   * Writes an item on several lines, for people and files.
   *
   * @param item the item
   * @return JSON with a line feed at the end
   */
  public static String pretty(Item item) {
    return written(PRETTY, item) + "\n";
  }

  /**
   * Writes an item on one line.
   *
   * @param item the item
   * @return JSON without a line feed
   */
  static String line(Item item) {
    return written(MAPPER.writer(), item);
  }

  /**
   * Reads a JSON object.
   *
   * @param text JSON
   * @return the item
   * @throws IllegalArgumentException if the text is no JSON object
   */
  static Item parse(String text) {
    try {
      Map<String, Object> values = MAPPER.readValue(text, new TypeReference<>() {});
      if (values == null) {
        throw new IllegalArgumentException("null is no JSON object");
      }
      return Item.of(values);
    } catch (JsonProcessingException e) {
      throw new IllegalArgumentException(e.getOriginalMessage(), e);
    }
  }

  /**
   * Reads a file that holds a JSON object.
   *
   * @param file the file
   * @return the item
   * @throws InvalidInputException if the file holds something else
   */
  public static Item read(Path file) {
    try {
      return parse(Files.readString(file));
    } catch (IllegalArgumentException e) {
      throw new InvalidInputException(file + ": not a JSON object: " + e.getMessage(), e);
    } catch (IOException e) {
      throw new UncheckedIOException(file + " cannot be read: " + IoReason.of(e), e);
    }
  }

  private static String written(ObjectWriter writer, Item item) {
    try {
      return writer.writeValueAsString(item.values());
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("items hold plain values only", e);
    }
  }
}
