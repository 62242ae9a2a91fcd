package org.dextwin.tracker.foundationpose;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.dextwin.api.math.Quat;
import org.dextwin.api.math.Vec3;
import org.dextwin.api.perception.PoseTrack.Quality;
import org.dextwin.api.perception.PoseTrack.Sample;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** {@link HalfTurns}, {@link DepthJumps} and {@link WildPoses}, one after the other. */
final class RepairTest {

  private static final Vec3 AXIS = new Vec3(0.3, -0.2, 0.9);
  private static final Quat HALF_TURN = Quat.aboutAxis(AXIS, Math.PI);

  /** Noise of two poses, three standard deviations in each of three directions. */
  private static final double NOISE = Math.toRadians(5);

  private final List<String> notes = new ArrayList<>();

  private List<Sample> repair(List<Sample> samples) {
    return repair(samples, RepairConfig.DEFAULT);
  }

  private List<Sample> repair(List<Sample> samples, RepairConfig config) {
    List<Sample> upright = new HalfTurns(config).undo(samples, notes);
    return new WildPoses(config).flag(new DepthJumps(config).mend(upright, notes), notes);
  }

  private static List<Sample> changed(List<Sample> samples, int from, int to, Quat turn) {
    List<Sample> changed = new ArrayList<>(samples);
    for (int i = from; i < to; i++) {
      changed.set(i, TestTrack.turned(samples.get(i), turn));
    }
    return changed;
  }

  private static void assertOnlyChanged(
      List<Sample> repaired, List<Sample> read, Quality quality, int... indices) {
    List<Integer> expected = IntStream.of(indices).boxed().toList();
    for (int i = 0; i < read.size(); i++) {
      if (expected.contains(i)) {
        assertThat(repaired.get(i).quality()).as("quality of %s", i).isEqualTo(quality);
      } else {
        // records of doubles: equal means the same bits
        assertThat(repaired.get(i)).as("sample %s", i).isEqualTo(read.get(i));
      }
    }
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
  void goodTracksPassUntouched(long seed) {
    List<Sample> track = TestTrack.of(seed);
    assertThat(repair(track)).isEqualTo(track);
    assertThat(notes).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 2, 5, 40})
  void flipThatReturnsIsUndone(int length) {
    List<Sample> truth = TestTrack.of(11);
    List<Sample> flipped = changed(truth, 10, 10 + length, HALF_TURN);
    List<Sample> repaired = repair(flipped);

    assertOnlyChanged(
        repaired, flipped, Quality.FLIP_UNDONE, IntStream.range(10, 10 + length).toArray());
    assertRotations(repaired, truth, Quat.IDENTITY);
    assertThat(notes).singleElement().asString().contains(length + " poses turned back");
  }

  @Test
  void flipDuringTheFallIsUndone() {
    List<Sample> truth = TestTrack.of(12);
    List<Sample> flipped = changed(truth, 64, 66, HALF_TURN);
    List<Sample> repaired = repair(flipped);

    assertOnlyChanged(repaired, flipped, Quality.FLIP_UNDONE, 64, 65);
    // the object turns by up to 25 degrees between these poses, which tilts the axis by half
    for (int i = 64; i < 66; i++) {
      double error = repaired.get(i).pose().rotation().angleTo(truth.get(i).pose().rotation());
      assertThat(error).isLessThan(Math.toRadians(30));
    }
  }

  @Test
  void flipThatPersistsIsUndoneWhereFewerPosesChange() {
    List<Sample> truth = TestTrack.of(13);
    List<Sample> late = changed(truth, 100, TestTrack.LENGTH, HALF_TURN);
    assertOnlyChanged(repair(late), late, Quality.FLIP_UNDONE, IntStream.range(100, 120).toArray());
    assertRotations(repair(late), truth, Quat.IDENTITY);

    List<Sample> early = changed(truth, 15, TestTrack.LENGTH, HALF_TURN);
    assertOnlyChanged(repair(early), early, Quality.FLIP_UNDONE, IntStream.range(0, 15).toArray());
    // the whole track is then seen from the other side
    assertRotations(repair(early), truth, HALF_TURN);
  }

  @Test
  void flipsAboutSeveralAxesAreUndone() {
    List<Sample> truth = TestTrack.of(14);
    Quat other = Quat.aboutAxis(AXIS.cross(Vec3.X), Math.PI);
    List<Sample> flipped = changed(truth, 10, 20, HALF_TURN);
    flipped = changed(flipped, 15, 25, other);
    List<Sample> repaired = repair(flipped);

    assertOnlyChanged(repaired, flipped, Quality.FLIP_UNDONE, IntStream.range(10, 25).toArray());
    assertRotations(repaired, truth, Quat.IDENTITY);
  }

  private static void assertRotations(List<Sample> repaired, List<Sample> truth, Quat turn) {
    for (int i = 0; i < truth.size(); i++) {
      Quat expected = truth.get(i).pose().rotation().times(turn);
      assertThat(repaired.get(i).pose().rotation().angleTo(expected))
          .as("rotation %s", i)
          .isLessThan(NOISE);
    }
  }

  @Test
  void turnAcrossAGapIsNoFlip() {
    List<Sample> track = new ArrayList<>();
    for (Sample sample : changed(TestTrack.of(15), 30, TestTrack.LENGTH, HALF_TURN)) {
      double pause = track.size() < 30 ? 0 : 2;
      track.add(new Sample(sample.time() + pause, sample.pose(), sample.quality()));
    }
    assertThat(repair(track)).isEqualTo(track);
  }

  @Test
  void flipsCanBeLeftAlone() {
    RepairConfig config = new RepairConfig(1e-3, 0, 0.01, 0.02, 179, 3, 2, 0.5);
    List<Sample> track = changed(TestTrack.of(16), 100, TestTrack.LENGTH, HALF_TURN);
    assertThat(repair(track, config)).isEqualTo(track);
  }

  @Test
  void depthJumpIsMendedAlongTheRay() {
    List<Sample> truth = TestTrack.of(17);
    List<Sample> track = new ArrayList<>(truth);
    for (int i : new int[] {20, 21, 90, 119}) {
      track.set(i, TestTrack.moved(truth.get(i), truth.get(i).pose().position().times(1.1)));
    }
    List<Sample> repaired = repair(track);

    assertOnlyChanged(repaired, track, Quality.DEPTH_MENDED, 20, 21, 90, 119);
    for (int i : new int[] {20, 21, 90, 119}) {
      Vec3 mended = repaired.get(i).pose().position();
      Vec3 read = track.get(i).pose().position();
      assertThat(mended.cross(read).norm()).as("off the ray at %s", i).isLessThan(1e-12);
      // depth noise is 1 mm
      assertThat(mended.distanceTo(truth.get(i).pose().position())).isLessThan(5e-3);
    }
    assertThat(notes).singleElement().asString().startsWith("4 poses moved along the camera ray");
  }

  @Test
  void lonePoseElsewhereIsFlaggedAndKept() {
    List<Sample> track = new ArrayList<>(TestTrack.of(18));
    track.set(30, TestTrack.moved(track.get(30), track.get(30).pose().position().plus(Vec3.X)));
    track.set(80, TestTrack.turned(track.get(80), Quat.aboutAxis(Vec3.Y, 1.2)));
    List<Sample> repaired = repair(track);

    assertOnlyChanged(repaired, track, Quality.OUTLIER, 30, 80);
    assertThat(repaired.get(30).pose()).isEqualTo(track.get(30).pose());
    assertThat(repaired.get(80).pose()).isEqualTo(track.get(80).pose());
    assertThat(notes).singleElement().asString().startsWith("2 poses flagged as outliers");
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 2, 3, 4})
  void shortTracksPass(int length) {
    List<Sample> track = TestTrack.of(19).subList(0, length);
    assertThat(repair(track)).isEqualTo(track);
  }
}
