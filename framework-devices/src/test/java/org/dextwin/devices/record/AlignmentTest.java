package org.dextwin.devices.record;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/** Sources at 15, 30, 100 and 300 Hz whose clocks run by themselves. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class AlignmentTest {

  private static final double[] RATES = {15, 30, 100, 300};
  private static final double[] DRIFTS = {0, 40e-6, -120e-6, 300e-6};
  private static final double[] OFFSETS_S = {0, 3600, -0.7, 12};
  private static final double SECONDS = 60;

  /** Smallest delay of a frame, which cannot be told from an offset, and mean of what adds [ns]. */
  private static final double DELAY = 2e5;

  private static final double MEAN_LATENESS = 1.5e6;

  /** What late frames leave of an estimate in error [ns]. */
  private static final double CLOCK_ERROR = 5e5;

  private final Random random = new Random(15);

  private static Source source(int index) {
    return new Source(
        "source-" + index, Source.Kind.IMAGE, RATES[index], Optional.empty(), "its own");
  }

  /** Frames whose reading is the time at which they were truly taken [ns]. */
  private List<Frame> frames(int index, double silentFrom, double silentTo) {
    List<Frame> frames = new ArrayList<>();
    double phase = random.nextDouble();
    for (int i = 0; (i + phase) / RATES[index] < SECONDS; i++) {
      double truth = (i + phase) / RATES[index] * 1e9;
      if (truth >= silentFrom * 1e9 && truth < silentTo * 1e9) {
        continue;
      }
      double stamp = OFFSETS_S[index] * 1e9 + truth * (1 + DRIFTS[index]);
      double late = DELAY - MEAN_LATENESS * Math.log(1 - random.nextDouble());
      byte[] taken = java.nio.ByteBuffer.allocate(Long.BYTES).putLong((long) truth).array();
      frames.add(new Frame(index, (long) stamp, (long) (truth + late), new Reading.Image(taken)));
    }
    return frames;
  }

  private static long taken(Frame frame) {
    return java.nio.ByteBuffer.wrap(((Reading.Image) frame.reading()).encoded()).getLong();
  }

  private Episode episode(double silentFrom, double silentTo) {
    List<Source> sources = new ArrayList<>();
    List<Frame> frames = new ArrayList<>();
    for (int index = 0; index < RATES.length; index++) {
      sources.add(source(index));
      frames.addAll(index == 1 ? frames(index, silentFrom, silentTo) : frames(index, 0, 0));
    }
    frames.sort(Comparator.comparingLong(Frame::hostNanos));
    return new Episode(new Episode.Header("test", 0, sources), frames, List.of());
  }

  @Test
  void offsetAndDriftAreFound() {
    for (int index = 0; index < RATES.length; index++) {
      SourceClock clock = SourceClock.estimate(frames(index, 0, 0));
      double drift = 1 / (1 + DRIFTS[index]) - 1;
      assertThat(clock.drift()).as("drift at %s Hz", RATES[index]).isCloseTo(drift, within(2e-5));
      for (double second : new double[] {0, 30, 60}) {
        long stamp = (long) (OFFSETS_S[index] * 1e9 + second * 1e9 * (1 + DRIFTS[index]));
        assertThat(clock.hostNanos(stamp) - second * 1e9)
            .as("error at %s Hz after %s s [ns]", RATES[index], second)
            .isCloseTo(DELAY, within(CLOCK_ERROR));
      }
    }
  }

  @Test
  void everyFrameIsWithinHalfAPeriodOfItsRow() {
    for (double rate : new double[] {15, 30, 50}) {
      Alignment aligned = Alignment.of(episode(0, 0), rate);
      // the first and last fraction of a period are the slowest source's to lose
      assertThat(aligned.rows()).hasSizeGreaterThan((int) (0.98 * rate * SECONDS));
      assertThat(aligned.leftOut()).isZero();
      for (Alignment.Row row : aligned.rows()) {
        for (int index = 0; index < RATES.length; index++) {
          double apart = Math.abs(taken(row.frames().get(index)) - (row.hostNanos() - DELAY));
          assertThat(apart)
              .as("row %d, source at %s Hz [ns]", row.tick(), RATES[index])
              .isLessThanOrEqualTo(0.5e9 / RATES[index] + CLOCK_ERROR);
          assertThat(row.hostNanos() + row.lateNanos().get(index) - DELAY)
              .as("time of the frame in row %d, source at %s Hz [ns]", row.tick(), RATES[index])
              .isCloseTo((double) taken(row.frames().get(index)), within(CLOCK_ERROR));
        }
      }
    }
  }

  @Test
  void rowsWhileASourceIsSilentAreLeftOut() {
    Alignment aligned = Alignment.of(episode(20, 25), 30);
    assertThat(aligned.leftOut()).isBetween(148, 151);
    assertThat(aligned.rows())
        .noneMatch(row -> row.hostNanos() > 20.05e9 && row.hostNanos() < 24.95e9);
    assertThat(aligned.rows()).anyMatch(row -> row.hostNanos() > 26e9);

    List<List<Alignment.Row>> runs = aligned.unbroken();
    assertThat(runs).as("before and after the silence").hasSize(2);
    assertThat(runs.get(0).size() + runs.get(1).size()).isEqualTo(aligned.rows().size());
    for (List<Alignment.Row> run : runs) {
      long first = run.get(0).tick();
      assertThat(run.get(run.size() - 1).tick()).isEqualTo(first + run.size() - 1);
    }
  }

  @Test
  void aShortRecordingHasAnOffsetButNoDrift() {
    SourceClock clock = SourceClock.estimate(frames(3, 1, SECONDS));
    assertThat(clock.drift()).isZero();
    assertThat(clock.hostNanos((long) (OFFSETS_S[3] * 1e9)))
        .isCloseTo((long) DELAY, within((long) CLOCK_ERROR));
  }

  @Test
  void anOutlierAtTheBeginDoesNotShiftAllRows() {
    List<Frame> frames = new ArrayList<>();
    for (int i = 0; i < 100; i++) {
      long time = i * 100_000_000L;
      frames.add(new Frame(0, time, time, new Reading.Image(new byte[0])));
      // the second source answers within 10 ms, but for the first time
      long late = i == 0 ? 60_000_000L : 10_000_000L;
      frames.add(new Frame(1, time + late, time + late, new Reading.Image(new byte[0])));
    }
    Source source = new Source("a", Source.Kind.IMAGE, 10, Optional.empty(), "host");
    Source other = new Source("b", Source.Kind.IMAGE, 10, Optional.empty(), "host");
    Episode episode =
        new Episode(new Episode.Header("test", 0, List.of(source, other)), frames, List.of());
    Alignment aligned = Alignment.of(episode, 10);
    assertThat(aligned.rows()).hasSize(99);
    assertThat(aligned.leftOut()).isZero();
    for (Alignment.Row row : aligned.rows()) {
      assertThat(Math.abs(row.lateNanos().get(0))).isLessThan(20_000_000);
    }
  }
}
