package org.dextwin.experiments.hardware;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.dextwin.api.model.JointOrder;
import org.dextwin.api.spi.InvalidInputException;
import org.dextwin.mechanics.log.JointColumns;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TrackTest {

  @TempDir private Path temp;

  private final DrivenHand hand = new DrivenHand();
  private final Robot robot = Robot.of(hand, hand.driver().orElseThrow());

  private Track read(Path path) {
    return Track.read(path, robot, JointColumns.DREX);
  }

  @Test
  void isStraightBetweenFramesAndHeldAtTheEnds() {
    Path file = temp.resolve("take.dxlog");
    Logs.write(file, robot.order(), 5, 0.4);
    Track track = read(file);
    assertThat(track.durationS()).isEqualTo(0.08);
    assertThat(track.at(-1)).containsExactly(0, 0, 0, 0);
    assertThat(track.at(0.03)[1]).isEqualTo(0.4 * 0.03 / 0.08, within(1e-12));
    assertThat(track.at(0.04)[1]).isEqualTo(0.2, within(1e-12));
    assertThat(track.at(9)[3]).isEqualTo(1.2, within(1e-12));
  }

  @Test
  void jointsAreFoundByNameInAnotherOrder() {
    List<String> reversed = new ArrayList<>(robot.order().joints());
    Collections.reverse(reversed);
    Path file = temp.resolve("take.dxlog");
    Logs.write(file, new JointOrder("reversed", reversed), 2, 0.1);
    assertThat(read(file).at(9)).containsExactly(new double[] {0.3, 0.2, 0.1, 0}, within(1e-12));
  }

  @Test
  void ofAFolderTheLogOfTheRobotsJointsIsTaken() {
    Logs.write(temp.resolve("a.dxlog"), new JointOrder("claw", List.of("thumb")), 2, 0.1);
    assertThatThrownBy(() -> read(temp))
        .isInstanceOf(InvalidInputException.class)
        .hasMessageContaining("no episode log of the joints of 'fake-hand-motor'")
        .hasMessageContaining("a.dxlog (claw)");
    Logs.write(temp.resolve("b.dxlog"), robot.order(), 2, 0.1);
    assertThat(read(temp).at(9)[2]).isEqualTo(0.2, within(1e-12));
  }

  @Test
  void aLogOfOtherJointsIsRefused() {
    Path file = temp.resolve("a.dxlog");
    Logs.write(file, new JointOrder("claw", List.of("thumb")), 2, 0.1);
    assertThatThrownBy(() -> read(file))
        .isInstanceOf(InvalidInputException.class)
        .hasMessageContaining("a.dxlog has no frames of the joints of 'fake-hand-motor'");
  }
}
