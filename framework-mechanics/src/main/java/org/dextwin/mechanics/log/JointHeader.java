package org.dextwin.mechanics.log;

import de.siegmar.fastcsv.reader.CsvRecord;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.dextwin.api.model.JointOrder;
import org.dextwin.api.spi.InvalidInputException;

/**
 * Where a CSV file keeps time, positions, velocities and efforts.
 *
 * @param names names of all columns
 * @param time index of the time column
 * @param positions indices of the position columns, by joint
 * @param velocities indices of the velocity columns, by joint
 * @param efforts indices of the effort columns, by joint
 */
record JointHeader(
    List<String> names,
    int time,
    List<Integer> positions,
    List<Integer> velocities,
    List<Integer> efforts) {

  /** What other programs put between columns, in the order in which it is looked for. */
  private static final Map<String, String> SEPARATORS =
      new TreeMap<>(Map.of(";", "semicolons", "\t", "tabs", "|", "vertical bars"));

  /**
   * Finds the columns.
   *
   * @param order the order in which the columns are numbered
   * @param wanted the order of the result
   */
  static JointHeader of(
      Path file, CsvRecord record, JointColumns columns, JointOrder order, JointOrder wanted) {
    int[] numbers = wanted.joints().stream().mapToInt(order::indexOf).toArray();
    List<String> names = record.getFields().stream().map(String::strip).toList();
    if (names.size() == 1) {
      refuseSeparator(file, record, names.get(0));
    }
    List<String> missing = new ArrayList<>();
    JointHeader header =
        new JointHeader(
            names,
            find(file, names, columns.time(), missing),
            findAll(file, names, columns, columns.position(), numbers, missing),
            findAll(file, names, columns, columns.velocity(), numbers, missing),
            findAll(file, names, columns, columns.effort(), numbers, missing));
    if (!missing.isEmpty()) {
      throw new InvalidInputException(
          file
              + ":"
              + record.getStartingLineNumber()
              + ": has no column "
              + missing
              + "; it has "
              + names
              + "; name the columns in the configuration, or check that the log is of a hand of "
              + order.size()
              + " joints ('"
              + order.name()
              + "')");
    }
    String extra = columns.column(columns.position(), order.size());
    if (names.contains(extra)) {
      throw new InvalidInputException(
          file
              + ":"
              + record.getStartingLineNumber()
              + ": has column '"
              + extra
              + "', but order '"
              + order.name()
              + "' has only "
              + order.size()
              + " joints; is this the log of another hand?");
    }
    return header;
  }

  /** Spreadsheets separate by what the language of the user makes of a comma. */
  private static void refuseSeparator(Path file, CsvRecord record, String header) {
    SEPARATORS.forEach(
        (separator, name) -> {
          if (header.contains(separator)) {
            throw new InvalidInputException(
                file
                    + ":"
                    + record.getStartingLineNumber()
                    + ": the columns are separated by "
                    + name
                    + ", expected commas; save the log as CSV with commas, and with points in its"
                    + " numbers");
          }
        });
  }

  private static List<Integer> findAll(
      Path file,
      List<String> names,
      JointColumns columns,
      String pattern,
      int[] numbers,
      List<String> missing) {
    List<Integer> found = new ArrayList<>();
    for (int joint : numbers) {
      found.add(find(file, names, columns.column(pattern, joint), missing));
    }
    return found;
  }

  private static int find(Path file, List<String> names, String name, List<String> missing) {
    int index = names.indexOf(name);
    if (index < 0) {
      missing.add(name);
    } else if (names.lastIndexOf(name) != index) {
      throw new InvalidInputException(
          file + ":1: has column '" + name + "' twice; rename or remove one");
    }
    return index;
  }
}
