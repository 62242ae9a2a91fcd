package org.dextwin.mechanics.log;

import de.siegmar.fastcsv.writer.CsvWriter;
import de.siegmar.fastcsv.writer.LineDelimiter;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import org.dextwin.api.robot.JointLog;

/**
 * Writes joint logs as CSV files that {@link JointLogReader} reads back to the same numbers. As in
 * the D-REX logs, a column {@code local_time} repeats the time as text.
 *
 * <p><i>Thread safety</i>: immutable.
 */
public final class JointLogWriter {

  private static final DateTimeFormatter LOCAL_TIME =
      DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss.SSS").withZone(ZoneOffset.UTC);

  private final JointColumns columns;
  private final boolean declaresOrder;

  /**
   * Makes a writer of files in the layout of the D-REX logs, which do not declare their order.
   *
   * @param columns names of the columns
   */
  public JointLogWriter(JointColumns columns) {
    this(columns, false);
  }

  private JointLogWriter(JointColumns columns, boolean declaresOrder) {
    this.columns = columns;
    this.declaresOrder = declaresOrder;
  }

  /**
   * Makes a writer of files whose first line declares the order of the joints.
   *
   * @param columns names of the columns
   * @return the writer
   */
  public static JointLogWriter declaring(JointColumns columns) {
    return new JointLogWriter(columns, true);
  }

  /**
   * Writes one log.
   *
   * @param file the file; overwritten
   * @param log the readings
   * @throws UncheckedIOException if the file cannot be written
   */
  public void write(Path file, JointLog log) {
    try (CsvWriter csv = CsvWriter.builder().lineDelimiter(LineDelimiter.CRLF).build(file)) {
      if (declaresOrder) {
        csv.writeComment(DeclaredOrder.START.substring(1) + " " + log.order().name());
      }
      csv.writeRecord(header(log.order().size()));
      for (int reading = 0; reading < log.size(); reading++) {
        csv.writeRecord(row(log, reading));
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private List<String> header(int joints) {
    List<String> names = new ArrayList<>(List.of(columns.time(), "local_time"));
    for (String pattern : List.of(columns.position(), columns.velocity(), columns.effort())) {
      for (int joint = 0; joint < joints; joint++) {
        names.add(columns.column(pattern, joint));
      }
    }
    return names;
  }

  private static List<String> row(JointLog log, int reading) {
    int joints = log.order().size();
    double time = log.time(reading);
    List<String> fields = new ArrayList<>(2 + 3 * joints);
    fields.add(BigDecimal.valueOf(time).toPlainString());
    fields.add(LOCAL_TIME.format(Instant.ofEpochMilli((long) Math.floor(time * 1e3))));
    for (int joint = 0; joint < joints; joint++) {
      fields.add(Double.toString(log.position(reading, joint)));
    }
    for (int joint = 0; joint < joints; joint++) {
      fields.add(Double.toString(log.velocity(reading, joint)));
    }
    for (int joint = 0; joint < joints; joint++) {
      fields.add(Double.toString(log.effort(reading, joint)));
    }
    return fields;
  }
}
