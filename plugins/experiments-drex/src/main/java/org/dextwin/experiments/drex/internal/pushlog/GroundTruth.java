package org.dextwin.experiments.drex.internal.pushlog;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import org.dextwin.api.spi.InvalidInputException;
import org.dextwin.api.spi.IoReason;

/**
 * True masses, for scoring only: read after all estimates exist, and by no one else.
 *
 * @param masses masses by object [kg]
 */
record GroundTruth(Map<String, Double> masses) {

  /**
   * Reads a file with the columns {@code object} and {@code mass_kg}.
   *
   * @return no masses if there is no such file
   * @throws InvalidInputException if it is malformed
   */
  static GroundTruth read(Path file) {
    if (!Files.exists(file)) {
      return new GroundTruth(Map.of());
    }
    List<String> lines;
    try {
      lines = Files.readAllLines(file);
    } catch (IOException e) {
      throw new InvalidInputException(file + ": cannot be read: " + IoReason.of(e), e);
    }
    List<String> header = lines.isEmpty() ? List.of() : fields(withoutMark(lines.get(0)));
    int object = header.indexOf("object");
    int mass = header.indexOf("mass_kg");
    if (object < 0 || mass < 0) {
      throw new InvalidInputException(
          file
              + ":1: the header is "
              + header
              + "; it needs the columns object and mass_kg, separated by commas");
    }
    Map<String, Double> masses = new LinkedHashMap<>();
    for (int i = 1; i < lines.size(); i++) {
      if (!lines.get(i).isBlank()) {
        String place = file + ":" + (i + 1);
        List<String> row = fields(lines.get(i));
        if (row.size() != header.size()) {
          throw new InvalidInputException(
              place + ": has " + row.size() + " fields, the header " + header.size());
        }
        if (masses.put(row.get(object), parsed(place, row.get(mass))) != null) {
          throw new InvalidInputException(
              place + ": the object '" + row.get(object) + "' stands here a second time");
        }
      }
    }
    return new GroundTruth(masses);
  }

  /** Spreadsheets begin UTF-8 files with a byte order mark. */
  private static String withoutMark(String line) {
    return line.startsWith("\uFEFF") ? line.substring(1) : line;
  }

  private static List<String> fields(String line) {
    return Arrays.stream(line.split(",", -1)).map(String::strip).toList();
  }

  private static double parsed(String place, String text) {
    double mass;
    try {
      mass = Double.parseDouble(text);
    } catch (NumberFormatException e) {
      mass = Double.NaN;
    }
    if (!(mass > 0) || Double.isInfinite(mass)) {
      throw new InvalidInputException(
          place + ": mass_kg is '" + text + "', but must be a positive number of kilograms");
    }
    return mass;
  }

  OptionalDouble of(String object) {
    Double mass = masses.get(object);
    return mass == null ? OptionalDouble.empty() : OptionalDouble.of(mass);
  }

  /** Returns a mass that is known to be there [kg]. */
  double require(String object) {
    return of(object).orElseThrow(() -> new IllegalArgumentException("no mass of " + object));
  }
}
