package org.dextwin.mechanics.log;

import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Iterator;
import java.util.Optional;
import org.dextwin.api.model.JointOrder;
import org.dextwin.api.model.RobotModel;
import org.dextwin.api.spi.InvalidInputException;
import org.dextwin.api.spi.IoReason;

/**
 * Reads joint logs from CSV files with a header; a line before it may declare the order in which
 * the joints are numbered: {@code # joint-order: NAME}. What is not as it should be is refused with
 * file, line and column, with two exceptions that are noted:
 *
 * <ul>
 *   <li>The last line is dropped if the file does not end with a line break: the recorder was
 *       stopped while it wrote, and even a line with all its fields may end in half a number.
 *   <li>A row that repeats the row before it, time included, is dropped. The same time with other
 *       values, and a time that steps back, are refused: either way the clock cannot be trusted.
 * </ul>
 *
 * <p><i>Thread safety</i>: immutable.
 */
public final class JointLogReader {

  /** About an hour of a hand of 16 joints at 300 Hz. */
  private static final long DEFAULT_LIMIT_BYTES = 1L << 30;

  private final JointColumns columns;
  private final JointOrder order;
  private final Optional<RobotModel> robot;
  private final long limitBytes;

  /**
   * Makes a reader for files of up to 1 GiB.
   *
   * @param columns which columns to read
   * @param order the joints, in the order of their numbers in the columns
   */
  public JointLogReader(JointColumns columns, JointOrder order) {
    this(columns, order, DEFAULT_LIMIT_BYTES);
  }

  /**
   * Makes a reader.
   *
   * @param columns which columns to read
   * @param order the joints, in the order of their numbers in the columns
   * @param limitBytes size from which a file is refused
   */
  public JointLogReader(JointColumns columns, JointOrder order, long limitBytes) {
    this(columns, order, Optional.empty(), limitBytes);
  }

  /**
   * Makes a reader for files of up to 1 GiB of a robot's joints, numbered in any of its orders. A
   * file whose order neither it nor the columns name is refused if the robot has several.
   *
   * @param columns which columns to read
   * @param robot the robot; its motor order is that of the readings
   */
  public JointLogReader(JointColumns columns, RobotModel robot) {
    this(columns, robot.motorOrder(), Optional.of(robot), DEFAULT_LIMIT_BYTES);
  }

  private JointLogReader(
      JointColumns columns, JointOrder order, Optional<RobotModel> robot, long limitBytes) {
    this.columns = columns;
    this.order = order;
    this.robot = robot;
    this.limitBytes = limitBytes;
  }

  /**
   * Reads one file.
   *
   * @param file the CSV file
   * @return the readings, with what was dropped
   * @throws InvalidInputException if the file is missing, too large or malformed
   */
  public JointRecording read(Path file) {
    try {
      long size = Files.size(file);
      if (size > limitBytes) {
        throw new InvalidInputException(
            file
                + ": "
                + size
                + " bytes, more than the "
                + limitBytes
                + " that are read; cut the log into takes");
      }
      boolean cut = size > 0 && !endsWithLineBreak(file, size);
      try (CsvReader<CsvRecord> reader =
          CsvReader.builder().detectBomHeader(true).ofCsvRecord(file)) {
        return read(file, reader.iterator(), cut);
      }
    } catch (IOException e) {
      throw new InvalidInputException(file + ": cannot be read: " + IoReason.of(e), e);
    } catch (UncheckedIOException e) {
      throw new InvalidInputException(
          file + ": cannot be read: " + IoReason.of(e) + "; is this a joint log?", e);
    }
  }

  /** Returns the order in which the columns are numbered. */
  private JointOrder numbered(Path file, Optional<String> declared) {
    if (robot.isPresent()) {
      return DeclaredOrder.resolve(file, declared, columns.order(), robot.get());
    }
    if (declared.isPresent() && !order.name().equals(declared.get())) {
      throw new InvalidInputException(
          file
              + ":1: declares the joint order '"
              + declared.get()
              + "'; expected '"
              + order.name()
              + "'; is this the log of another robot?");
    }
    return order;
  }

  private static boolean endsWithLineBreak(Path file, long size) throws IOException {
    try (RandomAccessFile bytes = new RandomAccessFile(file.toFile(), "r")) {
      bytes.seek(size - 1);
      int last = bytes.read();
      return last == '\n' || last == '\r';
    }
  }

  private JointRecording read(Path file, Iterator<CsvRecord> records, boolean cut) {
    long line = 0;
    try {
      if (!records.hasNext()) {
        throw new InvalidInputException(
            file + ": is empty; expected a header with column '" + columns.time() + "'");
      }
      CsvRecord first = records.next();
      Optional<String> declared = Optional.empty();
      if (DeclaredOrder.isIn(first)) {
        declared = Optional.of(DeclaredOrder.of(file, first));
        if (!records.hasNext()) {
          throw new InvalidInputException(
              file + ":1: ends here; expected a header with column '" + columns.time() + "'");
        }
        first = records.next();
        line++;
      }
      JointHeader header = JointHeader.of(file, first, columns, numbered(file, declared), order);
      JointRows rows = new JointRows(file, header, order);
      line++;
      while (records.hasNext()) {
        CsvRecord record = records.next();
        line = record.getStartingLineNumber();
        if (cut && !records.hasNext()) {
          rows.dropCut(record);
        } else {
          rows.add(record);
        }
      }
      return rows.finish();
    } catch (CsvParseException e) { // a field or line beyond the parser's limits
      throw new InvalidInputException(
          file
              + ":"
              + (line + 1)
              + ": the line is too long for a joint log; the file is binary, lacks line breaks, or"
              + " has a quotation mark that is left open",
          e);
    }
  }
}
