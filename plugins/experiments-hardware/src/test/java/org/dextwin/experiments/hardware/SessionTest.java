package org.dextwin.experiments.hardware;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.dextwin.api.model.HandModel;
import org.dextwin.api.robot.Hand;
import org.dextwin.api.spi.ComponentRef;
import org.dextwin.api.spi.InvalidInputException;
import org.dextwin.devices.record.Episode;
import org.dextwin.devices.record.EpisodeReader;
import org.dextwin.devices.record.Frame;
import org.dextwin.devices.record.Reading;
import org.dextwin.testkit.TestComponentContext;
import org.dextwin.testkit.experiment.TestExperimentContext;
import org.dextwin.testkit.robot.FakeHand;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SessionTest {

  private static final LoopConfig LOOP = new LoopConfig(50, 50);

  @TempDir private Path temp;

  private final DrivenHand hand = new DrivenHand();
  private final Robot robot = Robot.of(hand, hand.driver().orElseThrow());

  private Episode move(Motion motion) {
    new Session(robot, List.of(), LOOP, "test")
        .move(new TestExperimentContext(temp), start -> motion);
    return EpisodeReader.read(temp.resolve(Session.LOG));
  }

  private static double[] last(Episode episode, int source) {
    List<Frame> frames = episode.framesOf(source);
    Reading.Command command = (Reading.Command) frames.get(frames.size() - 1).reading();
    return command.position().values(command.position().order());
  }

  @Test
  void aWaveComesBackAndStaysWithinTheLimits() {
    Wave wave = Wave.of(robot.joints(), new double[] {0, 0.45, 0.6, 1.5}, 0.1, 2);
    assertThat(wave.at(0)).containsExactly(0, 0.45, 0.6, 1.5);
    assertThat(wave.at(1)).containsExactly(new double[] {0.1, 0.5, 0.5, 1.4}, within(1e-12));
    assertThat(wave.at(2)).containsExactly(0, 0.45, 0.6, 1.5);
  }

  @Test
  void readingsCommandsAndWhatWasAppliedAreRecorded() {
    Episode episode = move(Wave.of(robot.joints(), new double[4], 0.01, 0.3));
    assertThat(episode.notes()).isEmpty();
    assertThat(episode.framesOf(0)).isNotEmpty().hasSameSizeAs(episode.framesOf(1));
    assertThat(episode.framesOf(2)).hasSameSizeAs(episode.framesOf(1));
    assertThat(last(episode, 1)).containsExactly(new double[4], within(1e-9));
    assertThat(robot.driver().isConnected()).as("connected afterwards").isFalse();
  }

  @Test
  void aPlaybackGoesToTheLogFirst() {
    Path file = temp.resolve("take.dxlog");
    Logs.write(file, robot.order(), 5, 0.1);
    Track track = Track.read(file, robot, org.dextwin.mechanics.log.JointColumns.DREX);
    Playback playback = Playback.of(new double[] {0.2, 0, 0, 0}, 0.5, track);
    assertThat(playback.approachS()).isEqualTo(15.0 / 8 * 0.2 / 0.5, within(1e-12));
    assertThat(playback.at(0)).containsExactly(0.2, 0, 0, 0);
    assertThat(playback.at(playback.durationS()))
        .containsExactly(new double[] {0, 0.1, 0.2, 0.3}, within(1e-12));
    double fastest = 0;
    for (double t = 0; t < playback.approachS(); t += 1e-3) {
      fastest = Math.max(fastest, Math.abs(playback.at(t + 1e-3)[0] - playback.at(t)[0]) / 1e-3);
    }
    assertThat(fastest).isBetween(0.45, 0.5);
  }

  @Test
  void aHandWithoutADriverIsNamed() {
    TestComponentContext context =
        new TestComponentContext(1).with(Hand.class, new FakeHand(HandModel.Side.RIGHT));
    RobotChoice.Ref reference =
        new RobotChoice.Ref(Optional.of(new ComponentRef<>(Hand.class, "hand")), Optional.empty());
    assertThatThrownBy(() -> reference.resolve(context))
        .isInstanceOf(InvalidInputException.class)
        .hasMessageContaining("the hand at 'hand' has no driver")
        .hasMessageContaining("--set hand.TYPE.driver.type=twin");
  }
}
