package org.dextwin.devices.loop;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.util.ArrayList;
import java.util.List;
import org.dextwin.api.model.HandModel;
import org.dextwin.api.robot.DeviceException;
import org.dextwin.api.robot.DeviceException.Fault;
import org.dextwin.devices.time.VirtualClock;
import org.dextwin.testkit.robot.FakeDriver;
import org.dextwin.testkit.robot.FakeHand;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ControlLoopTest {

  private static final long MILLI = 1_000_000;

  private final VirtualClock clock = new VirtualClock();
  private final FakeDriver device =
      new FakeDriver(new FakeHand(HandModel.Side.RIGHT).model().robot());

  @ParameterizedTest
  @ValueSource(doubles = {20, 100})
  void stepsComeAtTheRate(double rate) {
    device.connect();
    ControlLoop loop = new ControlLoop(clock, rate, 0);
    List<Long> times = new ArrayList<>();
    loop.run(
        device,
        tick -> {
          times.add(clock.nanos());
          clock.sleepUntil(clock.nanos() + 3 * MILLI); // the work of a step
        },
        () -> loop.steps() < 50);
    for (int i = 0; i < 50; i++) {
      assertThat(times.get(i)).isEqualTo(Math.round(i * 1e9 / rate));
    }
    assertThat(loop.missedTicks()).isZero();
    assertThat(loop.jitter().worstNanos()).isZero();
    assertThat(device.isConnected()).as("a loop that ends well stops nothing").isTrue();
  }

  @Test
  void aSlowStepIsCountedAndNotCaughtUpWith() {
    device.connect();
    ControlLoop loop = new ControlLoop(clock, 100, 1);
    List<Long> ticks = new ArrayList<>();
    loop.run(
        device,
        tick -> {
          ticks.add(tick);
          clock.sleepUntil(clock.nanos() + (tick == 3 ? 25 : 2) * MILLI);
        },
        () -> loop.steps() < 8);
    assertThat(ticks).containsExactly(0L, 1L, 2L, 3L, 6L, 7L, 8L, 9L);
    assertThat(loop.missedTicks()).isEqualTo(2);
  }

  @Test
  void tooManyMissesStopTheDevice() {
    device.connect();
    ControlLoop loop = new ControlLoop(clock, 100, 2);
    DeviceException fault =
        catchThrowableOfType(
            DeviceException.class,
            () ->
                loop.run(
                    device,
                    tick -> clock.sleepUntil(clock.nanos() + 11 * MILLI),
                    () -> loop.steps() < 100));
    assertThat(fault.fault()).isEqualTo(Fault.STALE_COMMAND);
    assertThat(fault).hasMessageContaining("3 steps in a row").hasMessageContaining("10.0 ms");
    assertThat(loop.steps()).isEqualTo(3);
    assertThat(device.isConnected()).isFalse();
  }

  @Test
  void whateverAStepThrowsStopsTheDevice() {
    device.connect();
    ControlLoop loop = new ControlLoop(clock, 20, 0);
    assertThatThrownBy(
            () ->
                loop.run(
                    device,
                    tick -> {
                      throw new IllegalStateException("policy diverged");
                    },
                    () -> true))
        .hasMessage("policy diverged");
    assertThat(device.isConnected()).isFalse();
  }

  @Test
  void delaysFallIntoBinsThatDouble() {
    JitterHistogram histogram = new JitterHistogram();
    for (int i = 0; i < 90; i++) {
      histogram.add(500); // below 1 us
    }
    for (int i = 0; i < 9; i++) {
      histogram.add(3_000); // below 4 us
    }
    histogram.add(1_500_000);
    assertThat(histogram.count()).isEqualTo(100);
    assertThat(histogram.quantileNanos(0.5)).isEqualTo(1_000);
    assertThat(histogram.quantileNanos(0.99)).isEqualTo(4_000);
    assertThat(histogram.quantileNanos(1)).isEqualTo(1_500_000);
    assertThat(histogram.worstNanos()).isEqualTo(1_500_000);
    assertThat(histogram.bins().get(0)).isEqualTo(new JitterHistogram.Bin(1_000, 90));
    assertThat(histogram.bins().get(2)).isEqualTo(new JitterHistogram.Bin(4_000, 9));
    assertThat(histogram.bins().stream().mapToLong(JitterHistogram.Bin::count).sum())
        .isEqualTo(100);
  }
}
