package org.dextwin.mechanics.log;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.time.ZoneOffset;
import java.util.List;
import java.util.stream.IntStream;
import org.dextwin.api.math.Pose;
import org.dextwin.api.model.JointOrder;
import org.dextwin.api.perception.PoseTrack;
import org.dextwin.api.perception.PoseTrack.Clock;
import org.dextwin.api.perception.PoseTrack.Quality;
import org.dextwin.api.perception.PoseTrack.Sample;
import org.dextwin.api.robot.JointLog;
import org.dextwin.api.spi.InvalidInputException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class LogSyncTest {

  private static final SyntheticPush PUSH = new SyntheticPush(1.7e9, 3, true);
  private static final LogSync SYNC = new LogSync(0.5);
  private static final double HOUR = 3600;

  @ParameterizedTest
  @ValueSource(doubles = {-14, -9.5, -7, -3.5, 0, 1, 5.75, 12.75, 14})
  void zoneIsFound(double hours) {
    PoseTrack local = PUSH.poses(hours * HOUR, Clock.UNZONED);
    SyncedLogs synced = SYNC.align(PUSH.joints(), local);

    assertThat(synced.zone()).isEqualTo(ZoneOffset.ofTotalSeconds((int) (hours * HOUR)));
    assertThat(synced.poses().clock()).isEqualTo(Clock.UTC);
    assertThat(synced.poses().samples().get(0).time())
        .isCloseTo(PUSH.poses(0, Clock.UTC).samples().get(0).time(), within(1e-6));
    assertThat(synced.start()).isEqualTo(PUSH.joints().time(0));
    assertThat(synced.end() - synced.start()).isCloseTo(5, within(0.01));
  }

  @Test
  void trackInUtcIsPassedOnAsItIs() {
    PoseTrack utc = PUSH.poses(0, Clock.UTC);
    assertThat(SYNC.align(PUSH.joints(), utc).poses()).isSameAs(utc);
  }

  @Test
  void trackOfAnotherTakeIsRejected() {
    PoseTrack other = new SyntheticPush(1.7e9 + 72, 4, true).poses(-7 * HOUR, Clock.UNZONED);
    assertThatThrownBy(() -> SYNC.align(PUSH.joints(), other))
        .isInstanceOf(InvalidInputException.class)
        .hasMessageContaining("any time zone")
        .hasMessageContaining("same take");
  }

  @Test
  void anotherDayIsNoZone() {
    PoseTrack yesterday = PUSH.poses(-24 * HOUR, Clock.UNZONED);
    assertThatThrownBy(() -> SYNC.align(PUSH.joints(), yesterday))
        .isInstanceOf(InvalidInputException.class);
  }

  @Test
  void trackInUtcThatDoesNotOverlapIsRejected() {
    PoseTrack shifted = PUSH.poses(-7 * HOUR, Clock.UTC);
    assertThatThrownBy(() -> SYNC.align(PUSH.joints(), shifted))
        .isInstanceOf(InvalidInputException.class)
        .hasMessageContaining("do not overlap");
  }

  @Test
  void relativeTimesCannotBeMatched() {
    PoseTrack relative = PUSH.poses(-1.7e9, Clock.RELATIVE);
    assertThatThrownBy(() -> SYNC.align(PUSH.joints(), relative))
        .isInstanceOf(InvalidInputException.class)
        .hasMessageContaining("first pose");
  }

  @Test
  void longRecordingsNeedAStatedZone() {
    JointLog joints = still(1.7e9, 4000);
    PoseTrack poses = resting(1.7e9 - 7 * HOUR, 4000);
    assertThatThrownBy(() -> SYNC.align(joints, poses))
        .isInstanceOf(InvalidInputException.class)
        .hasMessageContaining("-07:00")
        .hasMessageContaining("-07:15")
        .hasMessageContaining("state the zone");
    assertThat(SYNC.align(joints, poses, ZoneOffset.ofHours(-7)).end()).isEqualTo(1.7e9 + 3999);
  }

  private static JointLog still(double start, int seconds) {
    double[] times = IntStream.range(0, seconds).mapToDouble(i -> start + i).toArray();
    JointOrder one = new JointOrder("one", List.of("joint"));
    return new JointLog(one, times, new double[seconds], new double[seconds], new double[seconds]);
  }

  private static PoseTrack resting(double start, int seconds) {
    List<Sample> samples =
        IntStream.range(0, seconds)
            .mapToObj(i -> new Sample(start + i, Pose.identity("camera", "box"), Quality.MEASURED))
            .toList();
    return new PoseTrack("box", Clock.UNZONED, samples, List.of());
  }
}
