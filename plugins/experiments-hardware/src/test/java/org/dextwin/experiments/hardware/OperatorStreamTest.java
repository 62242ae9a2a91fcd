package org.dextwin.experiments.hardware;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.dextwin.api.spi.InvalidInputException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class OperatorStreamTest {

  @TempDir private Path temp;

  private final DrivenHand hand = new DrivenHand();
  private final Robot robot = Robot.of(hand, hand.driver().orElseThrow());
  private final String joint = robot.order().joints().get(1);
  private final String finger = robot.fingers().get(0).name();

  private Path write(String name, String text) throws IOException {
    return Files.writeString(
        temp.resolve(name), text.replace("JOINT", joint).replace("FINGER", finger));
  }

  private OperatorStream read(String text) throws IOException {
    return OperatorStream.read(write("operator.csv", text), robot);
  }

  @Test
  void theLastInputThatHasComeHolds() throws IOException {
    OperatorStream stream = read("time_s,JOINT\n10,0.1\n10.5,\n11,0.3\n");

    assertThat(stream.durationS()).isEqualTo(1);
    assertThat(stream.rowAt(0)).isZero();
    assertThat(stream.rowAt(0.49)).isZero();
    assertThat(stream.rowAt(0.5)).isEqualTo(1);
    assertThat(stream.rowAt(99)).isEqualTo(2);
    assertThat(stream.joints(0)[1]).isEqualTo(0.1);
    assertThat(stream.joints(0)[0]).as("of no column").isNaN();
    assertThat(stream.joints(1)[1]).as("lost").isNaN();
    assertThat(stream.hasTips()).isFalse();
    assertThat(stream.hasForces()).isFalse();
  }

  @Test
  void tipsAndForcesAreReadByFinger() throws IOException {
    OperatorStream stream =
        read("FINGER_n, FINGER_z_m, FINGER_x_m, FINGER_y_m, time_s\n2.5,3,1,2,0\n");

    assertThat(stream.tips(0)).startsWith(1, 2, 3);
    assertThat(stream.forces(0)).startsWith(2.5, Double.POSITIVE_INFINITY);
    assertThat(stream.hasForces()).isTrue();
  }

  @Test
  void ofAFolderTheStreamOfTheRobotIsTaken() throws IOException {
    write("a.csv", "time_s,elbow\n0,0\n");
    assertThatThrownBy(() -> OperatorStream.read(temp, robot))
        .isInstanceOf(InvalidInputException.class)
        .hasMessageContaining("no stream for '" + robot.model().name() + "'")
        .hasMessageContaining("a.csv (elbow)");
    write("b.csv", "time_s,JOINT\n0,0.7\n");
    assertThat(OperatorStream.read(temp, robot).joints(0)[1]).isEqualTo(0.7);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "''                                          | csv:1: is empty",
        "time_s,JOINT                                | has no rows",
        "time_s,JOINT;0,x                            | csv:2: JOINT is 'x'; expected a finite number",
        "time_s,JOINT;0,NaN                          | csv:2: JOINT is 'NaN'",
        "time_s,JOINT;,1                             | csv:2: time_s is ''",
        "time_s,JOINT;0                              | csv:2: found 1 cells, expected 2",
        "time_s,JOINT;1,0;1,0                        | row 2 is at 1.0 s, not after",
        "time_s,elbow;0,0                            | csv:1: the columns [elbow] are of no joint",
        "time_s;0                                    | expected time_s and either joints or",
        "JOINT;0                                     | expected time_s and either joints or",
        "time_s,JOINT,FINGER_x_m;0,0,0               | expected time_s and either joints or",
        "time_s,FINGER_x_m;0,0                       | has 1 of three coordinates",
      })
  void whatIsWrongIsNamed(String text, String words) {
    assertThatThrownBy(() -> read(text.replace(";", "\n")))
        .isInstanceOf(InvalidInputException.class)
        .hasMessageContaining("operator.csv")
        .hasMessageContaining(words.replace("JOINT", joint));
  }
}
