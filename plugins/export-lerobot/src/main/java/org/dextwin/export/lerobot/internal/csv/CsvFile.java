package org.dextwin.export.lerobot.internal.csv;

import java.io.IOException;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;

/**
 * Writes lines of comma-separated values. <i>References</i>: RFC 4180, with line feeds alone.
 *
 * <p><i>Thread safety</i>: confined.
 */
final class CsvFile implements AutoCloseable {

  private final Writer out;

  CsvFile(Path file) throws IOException {
    out = Files.newBufferedWriter(file);
  }

  /** Writes a line that is no record. */
  void comment(String text) throws IOException {
    out.write("# " + text + "\n");
  }

  void line(List<String> fields) throws IOException {
    out.write(fields.stream().map(CsvFile::quoted).collect(Collectors.joining(",", "", "\n")));
  }

  private static String quoted(String field) {
    return field.matches("[^\",\r\n]*") ? field : '"' + field.replace("\"", "\"\"") + '"';
  }

  /** Nanoseconds as seconds, exactly. */
  static String seconds(long nanos) {
    return "%d.%09d"
        .formatted(Math.floorDiv(nanos, 1_000_000_000L), Math.floorMod(nanos, 1_000_000_000L));
  }

  @Override
  public void close() throws IOException {
    out.close();
  }
}
