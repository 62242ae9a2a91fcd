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
import org.dextwin.api.model.JointOrder;
import org.dextwin.api.spi.InvalidInputException;
import org.dextwin.api.spi.IoReason;

/**
 * Reads joint logs from CSV files with a header. What is not as it should be is refused with file,
 * line and column, with two exceptions that are noted:
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
    this.columns = columns;
    this.order = order;
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
      JointHeader header = JointHeader.of(file, records.next(), columns, order);
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
