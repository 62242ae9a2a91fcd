package org.dextwin.mechanics.log;

import de.siegmar.fastcsv.reader.CsvRecord;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.dextwin.api.model.JointOrder;
import org.dextwin.api.robot.JointLog;
import org.dextwin.api.spi.InvalidInputException;

/** Collects and checks the rows of a joint log. */
final class JointRows {

  /** 5138 CE in seconds; times of today in milliseconds are beyond it. */
  private static final double LATEST_TIME = 1e11;

  private final Path file;
  private final JointHeader header;
  private final JointOrder order;
  private final List<String> notes = new ArrayList<>();
  private int size;
  private int repeated;
  private double[] times = new double[1024];
  private double[] positions;
  private double[] velocities;
  private double[] efforts;

  JointRows(Path file, JointHeader header, JointOrder order) {
    this.file = file;
    this.header = header;
    this.order = order;
    positions = new double[times.length * order.size()];
    velocities = new double[positions.length];
    efforts = new double[positions.length];
  }

  void add(CsvRecord record) {
    if (record.getFieldCount() != header.names().size()) {
      throw new InvalidInputException(
          at(record)
              + ": has "
              + record.getFieldCount()
              + " fields, the header has "
              + header.names().size()
              + "; remove or complete the line");
    }
    grow();
    times[size] = time(record);
    int row = size * order.size();
    for (int joint = 0; joint < order.size(); joint++) {
      positions[row + joint] = number(record, header.positions().get(joint));
      velocities[row + joint] = number(record, header.velocities().get(joint));
      efforts[row + joint] = number(record, header.efforts().get(joint));
    }
    if (size > 0 && !(times[size] > times[size - 1])) {
      if (!repeatsRowBefore()) {
        throw new InvalidInputException(
            column(record, header.time())
                + ": is "
                + times[size]
                + ", not after "
                + times[size - 1]
                + " of the row before; the clock stood or was set back: cut the log there");
      }
      repeated++;
    } else {
      size++;
    }
  }

  void dropCut(CsvRecord record) {
    notes.add(at(record) + ": the last line is cut off and was dropped");
  }

  JointRecording finish() {
    if (size == 0) {
      throw new InvalidInputException(
          file + ": has a header but no complete row; record the take again");
    }
    if (repeated > 0) {
      notes.add(file + ": " + repeated + " repeated rows were dropped");
    }
    int length = size * order.size();
    return new JointRecording(
        new JointLog(
            order,
            Arrays.copyOf(times, size),
            Arrays.copyOf(positions, length),
            Arrays.copyOf(velocities, length),
            Arrays.copyOf(efforts, length)),
        notes);
  }

  private double time(CsvRecord record) {
    double time = number(record, header.time());
    if (Math.abs(time) > LATEST_TIME) {
      throw new InvalidInputException(
          column(record, header.time())
              + ": "
              + record.getField(header.time())
              + " is no time in seconds since the epoch; is it in milliseconds or nanoseconds?");
    }
    return time;
  }

  private double number(CsvRecord record, int field) {
    String text = record.getField(field);
    double value;
    try {
      value = Double.parseDouble(text);
    } catch (NumberFormatException e) {
      throw new InvalidInputException(
          column(record, field) + ": '" + text + "' is not a number; correct or remove the line",
          e);
    }
    if (!Double.isFinite(value)) {
      throw new InvalidInputException(
          column(record, field) + ": is " + text + "; a reading must be finite: remove the line");
    }
    return value;
  }

  private boolean repeatsRowBefore() {
    int row = size * order.size();
    return times[size] == times[size - 1]
        && repeats(positions, row)
        && repeats(velocities, row)
        && repeats(efforts, row);
  }

  private boolean repeats(double[] values, int row) {
    int joints = order.size();
    return Arrays.equals(values, row - joints, row, values, row, row + joints);
  }

  private void grow() {
    if (size == times.length) {
      times = Arrays.copyOf(times, 2 * size);
      positions = Arrays.copyOf(positions, 2 * positions.length);
      velocities = Arrays.copyOf(velocities, 2 * velocities.length);
      efforts = Arrays.copyOf(efforts, 2 * efforts.length);
    }
  }

  private String at(CsvRecord record) {
    return file + ":" + record.getStartingLineNumber();
  }

  private String column(CsvRecord record, int field) {
    return at(record) + ": column '" + header.names().get(field) + "'";
  }
}
