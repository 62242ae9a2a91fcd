package org.dextwin.experiments.hardware;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.dextwin.api.model.Finger;
import org.dextwin.api.spi.InvalidInputException;
import org.dextwin.api.spi.IoReason;

/**
 * An operator's input over time, as it came: targets of joints or of fingertips, and what the tips
 * may push with. What a tracker lost is NaN.
 *
 * <p><i>Thread safety</i>: immutable.
 */
final class OperatorStream {

  /** About ten hours of an operator at 90 Hz. */
  private static final long LIMIT_BYTES = 1L << 30;

  private static final String TIME = "time_s";
  private static final String FORCE = "_n";
  private static final List<String> AXES = List.of("_x_m", "_y_m", "_z_m");

  private final Path file;
  private final double[] times;
  private final double[][] rows;
  private final int[] joints;
  private final int[] tips;
  private final int[] forces;

  private OperatorStream(
      Path file, double[] times, double[][] rows, int[] joints, int[] tips, int[] forces) {
    this.file = file;
    this.times = times;
    this.rows = rows;
    this.joints = joints;
    this.tips = tips;
    this.forces = forces;
  }

  /** Reads a stream; of a folder, the first whose columns suit the robot. */
  static OperatorStream read(Path path, Robot robot) {
    if (!Files.isDirectory(path)) {
      return readFile(path, robot);
    }
    List<String> others = new ArrayList<>();
    for (Path file : filesIn(path)) {
      List<String> columns = columns(lines(file).get(0));
      if (unknown(columns, robot).isEmpty()) {
        return readFile(file, robot);
      }
      others.add(file.getFileName() + " (" + unknown(columns, robot).get(0) + ")");
    }
    throw new InvalidInputException(
        path
            + ": holds no stream for '"
            + robot.model().name()
            + "'; expected a .csv whose columns are its joints or fingers; found, with the first"
            + " column that is neither, "
            + others);
  }

  private static List<Path> filesIn(Path folder) {
    try (Stream<Path> files = Files.list(folder)) {
      return files.filter(file -> file.toString().endsWith(".csv")).sorted().toList();
    } catch (IOException e) {
      throw new InvalidInputException(folder + ": cannot be listed: " + IoReason.of(e), e);
    }
  }

  private static List<String> lines(Path file) {
    try {
      if (Files.size(file) > LIMIT_BYTES) {
        throw new InvalidInputException(
            file + ": holds more than " + LIMIT_BYTES + " bytes; cut the stream");
      }
      List<String> lines = Files.readAllLines(file);
      if (lines.isEmpty()) {
        throw new InvalidInputException(file + ":1: is empty; expected a header");
      }
      return lines;
    } catch (IOException e) {
      throw new InvalidInputException(file + ": cannot be read: " + IoReason.of(e), e);
    }
  }

  private static List<String> columns(String line) {
    return Arrays.stream(line.split(",", -1)).map(String::strip).toList();
  }

  private static List<String> unknown(List<String> columns, Robot robot) {
    List<String> known = new ArrayList<>(robot.order().joints());
    known.add(TIME);
    for (Finger finger : robot.fingers()) {
      known.add(finger.name() + FORCE);
      AXES.forEach(axis -> known.add(finger.name() + axis));
    }
    return columns.stream().filter(column -> !known.contains(column)).toList();
  }

  private static OperatorStream readFile(Path file, Robot robot) {
    List<String> lines = lines(file);
    List<String> columns = columns(lines.get(0));
    requireColumns(file, columns, robot);
    List<double[]> rows = new ArrayList<>();
    for (int i = 1; i < lines.size(); i++) {
      if (!lines.get(i).isBlank()) {
        rows.add(row(file, i + 1, columns, lines.get(i)));
      }
    }
    if (rows.isEmpty()) {
      throw new InvalidInputException(file + ": has no rows; expected the operator's input");
    }
    int time = columns.indexOf(TIME);
    double[] times = rows.stream().mapToDouble(row -> row[time] - rows.get(0)[time]).toArray();
    for (int i = 1; i < times.length; i++) {
      if (!(times[i] > times[i - 1])) {
        throw new InvalidInputException(
            "%s: row %d is at %s s, not after the row before it; sort the stream by time"
                .formatted(file, i + 1, rows.get(i)[time]));
      }
    }
    List<String> tips = new ArrayList<>();
    List<String> forces = new ArrayList<>();
    for (Finger finger : robot.fingers()) {
      AXES.forEach(axis -> tips.add(finger.name() + axis));
      forces.add(finger.name() + FORCE);
    }
    return new OperatorStream(
        file,
        times,
        rows.toArray(double[][]::new),
        places(columns, robot.order().joints()),
        places(columns, tips),
        places(columns, forces));
  }

  private static void requireColumns(Path file, List<String> columns, Robot robot) {
    List<String> unknown = unknown(columns, robot);
    if (!unknown.isEmpty()) {
      throw new InvalidInputException(
          file
              + ":1: the columns "
              + unknown
              + " are of no joint or finger of '"
              + robot.model().name()
              + "'; it has the joints "
              + robot.order().joints()
              + " and the fingers "
              + robot.fingers().stream().map(Finger::name).toList());
    }
    boolean hasJoints = columns.stream().anyMatch(robot.order().joints()::contains);
    boolean hasTips = columns.stream().anyMatch(name -> AXES.stream().anyMatch(name::endsWith));
    if (!columns.contains(TIME) || hasJoints == hasTips) {
      throw new InvalidInputException(
          file + ":1: expected time_s and either joints or fingertips, found " + columns);
    }
    for (Finger finger : robot.fingers()) {
      long axes = AXES.stream().filter(axis -> columns.contains(finger.name() + axis)).count();
      if (axes != 0 && axes != AXES.size()) {
        throw new InvalidInputException(
            "%s:1: finger '%s' has %d of three coordinates; expected all of %s"
                .formatted(file, finger.name(), axes, AXES));
      }
    }
  }

  private static double[] row(Path file, int line, List<String> columns, String text) {
    List<String> cells = columns(text);
    if (cells.size() != columns.size()) {
      throw new InvalidInputException(
          "%s:%d: found %d cells, expected %d".formatted(file, line, cells.size(), columns.size()));
    }
    double[] row = new double[cells.size()];
    for (int i = 0; i < row.length; i++) {
      boolean lost = cells.get(i).isEmpty() && !columns.get(i).equals(TIME);
      row[i] = lost ? Double.NaN : number(file, line, columns.get(i), cells.get(i));
    }
    return row;
  }

  private static double number(Path file, int line, String column, String cell) {
    try {
      double number = Double.parseDouble(cell);
      if (Double.isFinite(number)) {
        return number;
      }
    } catch (NumberFormatException e) {
      // reported below
    }
    throw new InvalidInputException(
        "%s:%d: %s is '%s'; expected a finite number, or nothing where the input was lost"
            .formatted(file, line, column, cell));
  }

  private static int[] places(List<String> columns, List<String> names) {
    return names.stream().mapToInt(columns::indexOf).toArray();
  }

  Path file() {
    return file;
  }

  double durationS() {
    return times[times.length - 1];
  }

  /** Returns the row that has come last at a time, from 0. */
  int rowAt(double time) {
    int at = Arrays.binarySearch(times, time);
    return Math.max(0, at >= 0 ? at : -at - 2);
  }

  /** When a row came [s]. */
  double timeOf(int row) {
    return times[row];
  }

  boolean hasTips() {
    return Arrays.stream(tips).anyMatch(place -> place >= 0);
  }

  boolean hasForces() {
    return Arrays.stream(forces).anyMatch(place -> place >= 0);
  }

  /** Joint positions in the order of the driver; NaN where there are none [rad]. */
  double[] joints(int row) {
    return values(row, joints);
  }

  /** Displacements of the tips, three numbers a finger; NaN where there are none [m]. */
  double[] tips(int row) {
    return values(row, tips);
  }

  /** Forces of the fingers; infinite for those without a column [N]. */
  double[] forces(int row) {
    double[] values = values(row, forces);
    for (int i = 0; i < values.length; i++) {
      values[i] = forces[i] < 0 ? Double.POSITIVE_INFINITY : values[i];
    }
    return values;
  }

  private double[] values(int row, int[] places) {
    return Arrays.stream(places)
        .mapToDouble(place -> place < 0 ? Double.NaN : rows[row][place])
        .toArray();
  }
}
