package org.dextwin.mechanics.log;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.dextwin.api.model.JointOrder;
import org.dextwin.api.robot.JointLog;
import org.dextwin.api.spi.InvalidInputException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@link JointLogReader} and {@link JointLogWriter}. */
final class JointLogFilesTest {

  private static final JointOrder TWO = new JointOrder("two", List.of("a", "b"));
  private static final String HEADER =
      "timestamp,position_0,position_1,velocity_0,velocity_1,effort_0,effort_1\n";
  private static final JointLogReader READER = new JointLogReader(JointColumns.DREX, TWO);

  @TempDir private Path folder;

  private Path file(String text) throws IOException {
    return Files.writeString(folder.resolve("joints.csv"), text);
  }

  private ThrowingCallable reading(String text) throws IOException {
    Path file = file(text);
    return () -> READER.read(file);
  }

  @Test
  void whatIsWrittenIsReadBackToTheSameBits() {
    JointLog log = new SyntheticPush(1.7e9, 1, true).joints();
    Path file = folder.resolve("joints.csv");
    new JointLogWriter(JointColumns.DREX).write(file, log);
    JointRecording read = new JointLogReader(JointColumns.DREX, SyntheticPush.ORDER).read(file);

    assertThat(read.notes()).isEmpty();
    assertThat(read.log().times()).containsExactly(log.times());
    for (int i = 0; i < log.size(); i++) {
      for (int joint = 0; joint < 4; joint++) {
        assertThat(read.log().position(i, joint)).isEqualTo(log.position(i, joint));
        assertThat(read.log().velocity(i, joint)).isEqualTo(log.velocity(i, joint));
        assertThat(read.log().effort(i, joint)).isEqualTo(log.effort(i, joint));
      }
    }
  }

  @Test
  void writtenLayoutIsThatOfTheRealLogs() throws IOException {
    JointLog log =
        new JointLog(
            TWO,
            new double[] {1700000000.25},
            new double[] {0.5, -1},
            new double[2],
            new double[] {3, 4});
    Path file = folder.resolve("joints.csv");
    new JointLogWriter(JointColumns.DREX).write(file, log);
    assertThat(Files.readString(file))
        .isEqualTo(
            """
            timestamp,local_time,position_0,position_1,velocity_0,velocity_1,effort_0,effort_1
            1700000000.25,2023-11-14 22:13:20.250,0.5,-1.0,0.0,0.0,3.0,4.0
            """
                .replace("\n", "\r\n"));
  }

  @Test
  void columnsMayStandInAnyOrderUnderOtherNames() throws IOException {
    JointColumns columns = new JointColumns("t", "q{}", "dq{}", "tau{}", 1);
    Path file = file("\uFEFFtau2,tau1,note,q1,q2,t,dq1,dq2\n6,5,x,1,2,0.5,3,4\n");
    JointLog log = new JointLogReader(columns, TWO).read(file).log();
    assertThat(log.time(0)).isEqualTo(0.5);
    assertThat(log.position(0, 1)).isEqualTo(2);
    assertThat(log.velocity(0, 0)).isEqualTo(3);
    assertThat(log.effort(0, 0)).isEqualTo(5);
    assertThat(log.effort(0, 1)).isEqualTo(6);
  }

  @Test
  void patternNeedsAPlaceForTheNumber() {
    assertThatThrownBy(() -> new JointColumns("t", "q", "dq{}", "tau{}", 0))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("position = \"q\"");
  }

  @Test
  void missingColumnsAreNamedTogether() throws IOException {
    assertThatThrownBy(reading("timestamp,position_0,velocity_0,velocity_1,effort_0\n0,1,2,3,4\n"))
        .isInstanceOf(InvalidInputException.class)
        .hasMessageContaining("joints.csv:1")
        .hasMessageContaining("[position_1, effort_1]");
  }

  @Test
  void logOfALargerHandIsRefused() throws IOException {
    assertThatThrownBy(reading(HEADER.strip() + ",position_2\n"))
        .isInstanceOf(InvalidInputException.class)
        .hasMessageContaining("position_2")
        .hasMessageContaining("another hand");
  }

  @Test
  void doubledColumnIsRefused() throws IOException {
    assertThatThrownBy(reading(HEADER.strip() + ",effort_1\n"))
        .isInstanceOf(InvalidInputException.class)
        .hasMessageContaining("'effort_1' twice");
  }

  @Test
  void malformedNumberIsNamedWithLineAndColumn() throws IOException {
    assertThatThrownBy(reading(HEADER + "0,1,2,3,4,5,6\n1,1,two,3,4,5,6\n2,1,2,3,4,5,6\n"))
        .isInstanceOf(InvalidInputException.class)
        .hasMessageContaining("joints.csv:3")
        .hasMessageContaining("'position_1'")
        .hasMessageContaining("'two'");
  }

  @Test
  void nanAndInfinityAreRefused() throws IOException {
    for (String bad : List.of("NaN", "-Infinity", "1e999")) {
      assertThatThrownBy(reading(HEADER + "0,1,2,3,4,5," + bad + "\n"))
          .isInstanceOf(InvalidInputException.class)
          .hasMessageContaining("joints.csv:2")
          .hasMessageContaining("'effort_1'")
          .hasMessageContaining(bad);
    }
  }

  @Test
  void millisecondsAreRefused() throws IOException {
    assertThatThrownBy(reading(HEADER + "1744941584374,1,2,3,4,5,6\n"))
        .isInstanceOf(InvalidInputException.class)
        .hasMessageContaining("milliseconds");
  }

  @Test
  void timeThatStepsBackIsRefused() throws IOException {
    assertThatThrownBy(reading(HEADER + "5,1,2,3,4,5,6\n4.5,1,2,3,4,5,6\n"))
        .isInstanceOf(InvalidInputException.class)
        .hasMessageContaining("joints.csv:3")
        .hasMessageContaining("4.5, not after 5.0");
  }

  @Test
  void sameTimeWithOtherValuesIsRefused() throws IOException {
    assertThatThrownBy(reading(HEADER + "5,1,2,3,4,5,6\n5,1,2,3,4,5,7\n"))
        .isInstanceOf(InvalidInputException.class)
        .hasMessageContaining("not after");
  }

  @Test
  void repeatedRowIsTakenOnceAndNoted() throws IOException {
    JointRecording read =
        READER.read(file(HEADER + "5,1,2,3,4,5,6\n5,1,2,3,4,5,6\n6,1,2,3,4,5,6\n"));
    assertThat(read.log().times()).containsExactly(5, 6);
    assertThat(read.notes()).singleElement().asString().contains("1 repeated");
  }

  @Test
  void lastLineWithoutLineBreakIsDroppedAndNoted() throws IOException {
    for (String cut : List.of("6,1,2,3", "6,1,2,3,4,5,0.", "6,1,2,3,4,5,6", "6")) {
      JointRecording read = READER.read(file(HEADER + "5,1,2,3,4,5,6\n" + cut));
      assertThat(read.log().times()).as("cut at '%s'", cut).containsExactly(5);
      assertThat(read.notes()).singleElement().asString().contains("joints.csv:3", "cut off");
    }
  }

  @Test
  void shortLineInTheMiddleIsRefused() throws IOException {
    assertThatThrownBy(reading(HEADER + "5,1,2\n6,1,2,3,4,5,6\n"))
        .isInstanceOf(InvalidInputException.class)
        .hasMessageContaining("joints.csv:2")
        .hasMessageContaining("3 fields");
  }

  @Test
  void emptyFilesAreRefused() throws IOException {
    assertThatThrownBy(reading(""))
        .isInstanceOf(InvalidInputException.class)
        .hasMessageContaining("is empty");
    assertThatThrownBy(reading(HEADER))
        .isInstanceOf(InvalidInputException.class)
        .hasMessageContaining("no complete row");
  }

  @Test
  void missingHugeAndBinaryFilesAreRefused() throws IOException {
    assertThatThrownBy(() -> READER.read(folder.resolve("none.csv")))
        .isInstanceOf(InvalidInputException.class)
        .hasMessage(
            folder.resolve("none.csv") + ": cannot be read: there is no such file or folder");
    Path file = file(HEADER + "5,1,2,3,4,5,6\n");
    assertThatThrownBy(() -> new JointLogReader(JointColumns.DREX, TWO, 50).read(file))
        .isInstanceOf(InvalidInputException.class)
        .hasMessageContaining("more than the 50");
    Path binary = Files.write(folder.resolve("binary"), new byte[] {(byte) 0xff, 0, 1, '\n'});
    assertThatThrownBy(() -> READER.read(binary))
        .isInstanceOf(InvalidInputException.class)
        .hasMessageContaining("has no column [timestamp");
    Path quoted =
        Files.writeString(folder.resolve("quoted.csv"), HEADER + "\"5,1\n" + "x".repeat(1 << 25));
    assertThatThrownBy(() -> READER.read(quoted))
        .isInstanceOf(InvalidInputException.class)
        .hasMessageContainingAll("quoted.csv:2: the line is too long", "a quotation mark");
  }

  @Test
  void endlessLineIsCalledThat() throws IOException {
    Path zeros = folder.resolve("zeros.csv");
    try (RandomAccessFile sparse = new RandomAccessFile(zeros.toFile(), "rw")) {
      sparse.setLength(1 << 25);
    }
    assertThatThrownBy(() -> READER.read(zeros))
        .isInstanceOf(InvalidInputException.class)
        .hasMessage(
            zeros
                + ":1: the line is too long for a joint log; the file is binary, lacks line breaks,"
                + " or has a quotation mark that is left open");
  }

  @Test
  void otherSeparatorsAreNamed() throws IOException {
    Map<String, String> names = Map.of(";", "semicolons", "\t", "tabs", "|", "vertical bars");
    for (var separator : names.entrySet()) {
      assertThatThrownBy(reading(HEADER.replace(",", separator.getKey()) + "0\n"))
          .isInstanceOf(InvalidInputException.class)
          .hasMessageContainingAll(
              "joints.csv:1: the columns are separated by " + separator.getValue(),
              "expected commas; save the log as CSV with commas");
    }
  }
}
