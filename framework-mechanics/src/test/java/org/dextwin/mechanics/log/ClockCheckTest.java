package org.dextwin.mechanics.log;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import org.dextwin.api.perception.PoseTrack;
import org.dextwin.api.perception.PoseTrack.Clock;
import org.dextwin.api.perception.PoseTrack.Sample;
import org.dextwin.mechanics.log.ClockOffset.Evidence;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class ClockCheckTest {

  private static final int SEEDS = 20;

  private static ClockOffset offset(SyntheticPush push, double shift) {
    SyncedLogs logs = new LogSync(0.5).align(push.joints(), push.poses(shift, Clock.UNZONED));
    return ClockCheck.diagnose(logs).orElseThrow();
  }

  @ParameterizedTest
  @ValueSource(doubles = {-1.9, -0.31, 0, 0.31, 1.9})
  void touchRevealsTheOffset(double shift) {
    for (int seed = 0; seed < SEEDS; seed++) {
      ClockOffset offset = offset(new SyntheticPush(1.7e9, seed, true), shift);
      assertThat(offset.evidence()).isEqualTo(Evidence.TOUCH);
      assertThat(offset.seconds()).as("seed %s", seed).isCloseTo(shift, within(0.1));
      assertThat(Math.abs(offset.seconds() - shift)).isLessThan(offset.uncertainty());
      assertThat(offset.uncertainty()).isBetween(0.05, 0.25);
      assertThat(offset.isConsistentWithZero()).isEqualTo(shift == 0);
    }
  }

  @Test
  void zoneAndOffsetTogether() {
    SyntheticPush push = new SyntheticPush(1.7e9, 5, true);
    PoseTrack local = push.poses(-7 * 3600 + 0.31, Clock.UNZONED);
    SyncedLogs logs = new LogSync(0.5).align(push.joints(), local);
    assertThat(logs.zone()).isEqualTo(ZoneOffset.ofHours(-7));
    assertThat(ClockCheck.diagnose(logs).orElseThrow().seconds()).isCloseTo(0.31, within(0.1));
  }

  @ParameterizedTest
  @ValueSource(doubles = {-1.5, 0, 1.5})
  void withoutATouchTheMotionBoundsTheOffset(double shift) {
    for (int seed = 0; seed < SEEDS; seed++) {
      ClockOffset offset = offset(new SyntheticPush(1.7e9, seed, false), shift);
      assertThat(offset.evidence()).isEqualTo(Evidence.MOTION);
      assertThat(Math.abs(offset.seconds() - shift)).isLessThan(offset.uncertainty());
      assertThat(offset.uncertainty()).isBetween(0.3, 0.7);
      assertThat(offset.isConsistentWithZero()).isEqualTo(shift == 0);
    }
  }

  @Test
  void restTellsNothing() {
    SyntheticPush push = new SyntheticPush(1.7e9, 6, true);
    List<Sample> before =
        push.poses(0, Clock.UTC).samples().stream()
            .filter(sample -> sample.time() < push.touch())
            .toList();
    List<Sample> resting = new ArrayList<>(before);
    for (Sample sample : before) {
      double later = sample.time() + 10.2;
      resting.add(new Sample(later, sample.pose(), sample.quality()));
    }
    PoseTrack track = new PoseTrack("box", Clock.UTC, resting, List.of());
    assertThat(ClockCheck.diagnose(new LogSync(0.5).align(push.joints(), track))).isEmpty();
  }
}
