package org.dextwin.mechanics.json;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.StreamReadFeature;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.dextwin.api.spi.InvalidInputException;

/**
 * Reads small JSON files (RFC 8259) as maps, lists, texts, numbers and truth values. A null in an
 * object counts as a name that is not there; in a list it is refused.
 *
 * <p><i>Thread safety</i>: thread-safe; holds no state.
 */
public final class JsonFile {

  private static final long MAX_BYTES = 64L << 20;
  private static final int MAX_DEPTH = 64;

  private static final JsonFactory FACTORY =
      JsonFactory.builder()
          .streamReadConstraints(StreamReadConstraints.builder().maxNestingDepth(MAX_DEPTH).build())
          .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
          .build();

  private final Path file;
  private final JsonParser json;

  private JsonFile(Path file, JsonParser json) {
    this.file = file;
    this.json = json;
  }

  /**
   * Reads a file that holds one object.
   *
   * @param file the file
   * @return its values by their names, in the file's order: a {@code Map}, {@code List}, {@code
   *     String}, {@code Double} or {@code Boolean} each
   * @throws InvalidInputException if the file cannot be read, has more than 64 MB, or holds
   *     anything else
   */
  public static Map<String, Object> readObject(Path file) {
    try {
      if (Files.size(file) > MAX_BYTES) {
        throw new InvalidInputException(
            file + ": has more than " + (MAX_BYTES >> 20) + " MB; expected a smaller JSON file");
      }
      try (InputStream in = Files.newInputStream(file);
          JsonParser json = FACTORY.createParser(in)) {
        return new JsonFile(file, json).whole();
      }
    } catch (JsonProcessingException e) {
      String line = e.getLocation() == null ? "" : ":" + e.getLocation().getLineNr();
      throw new InvalidInputException(
          file + line + ": is no JSON: " + e.getOriginalMessage() + "; write the file again", e);
    } catch (IOException e) {
      throw new InvalidInputException(file + ": cannot be read: " + e, e);
    }
  }

  private Map<String, Object> whole() throws IOException {
    if (json.nextToken() != JsonToken.START_OBJECT) {
      throw problem("expected a JSON object");
    }
    Map<String, Object> object = object();
    if (json.nextToken() != null) {
      throw problem("goes on after its end; remove the rest");
    }
    return object;
  }

  private Map<String, Object> object() throws IOException {
    Map<String, Object> object = new LinkedHashMap<>();
    while (next() != JsonToken.END_OBJECT) {
      String name = json.currentName();
      value(next()).ifPresent(value -> object.put(name, value));
    }
    return object;
  }

  private List<Object> list() throws IOException {
    List<Object> list = new ArrayList<>();
    for (JsonToken token = next(); token != JsonToken.END_ARRAY; token = next()) {
      list.add(value(token).orElseThrow(() -> problem("found null in a list")));
    }
    return list;
  }

  private Optional<Object> value(JsonToken token) throws IOException {
    return switch (token) {
      case START_OBJECT -> Optional.of(object());
      case START_ARRAY -> Optional.of(list());
      case VALUE_STRING -> Optional.of(json.getText());
      case VALUE_NUMBER_INT, VALUE_NUMBER_FLOAT -> Optional.of(json.getDoubleValue());
      case VALUE_TRUE -> Optional.of(true);
      case VALUE_FALSE -> Optional.of(false);
      case VALUE_NULL -> Optional.empty();
      default -> throw problem("found " + token);
    };
  }

  private JsonToken next() throws IOException {
    JsonToken token = json.nextToken();
    if (token == null) {
      throw problem("ends too early; write the file again");
    }
    return token;
  }

  private InvalidInputException problem(String what) {
    return new InvalidInputException(file + ":" + json.currentLocation().getLineNr() + ": " + what);
  }
}
