package org.dextwin.export.lerobot.internal.output;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.ObjectWriter;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Maps, lists, texts and numbers as JSON. */
public final class Json {

  private static final ObjectWriter LINE = new ObjectMapper().writer();
  private static final ObjectWriter PRETTY = LINE.withDefaultPrettyPrinter();

  private Json() {}

  /** Returns JSON on one line. */
  public static String line(Object value) {
    return written(LINE, value);
  }

  /** Writes a file for people. */
  public static void write(Path file, Object value) throws IOException {
    Files.writeString(file, written(PRETTY, value) + "\n");
  }

  private static String written(ObjectWriter writer, Object value) {
    try {
      return writer.writeValueAsString(value);
    } catch (JsonProcessingException e) {
      throw new UncheckedIOException(e); // plain values can be written
    }
  }
}
