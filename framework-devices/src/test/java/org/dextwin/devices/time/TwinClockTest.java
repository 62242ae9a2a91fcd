package org.dextwin.devices.time;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class TwinClockTest {

  private static final long MILLI = 1_000_000L;

  private final VirtualClock machine = new VirtualClock();
  private final TwinClock clock = new TwinClock(machine);

  private void pass(long millis) {
    machine.sleepUntil(machine.nanos() + millis * MILLI);
  }

  @Test
  void goesWithTheMachineWhileALoopLooks() {
    for (int i = 1; i <= 50; i++) {
      pass(200);
      assertThat(clock.nanos()).isEqualTo(200 * MILLI * i);
    }
  }

  @Test
  void aPauseLastsAFifthOfASecondAtMost() {
    pass(3_600_000);
    assertThat(clock.nanos()).isEqualTo(200 * MILLI);
    pass(10);
    assertThat(clock.nanos()).isEqualTo(210 * MILLI);
  }

  @Test
  void alarmsRingButDoNotMakeTimePass() {
    List<Long> seen = new ArrayList<>();
    Clock.Alarm alarm = clock.every(25 * MILLI, () -> seen.add(clock.nanos()));
    pass(1000);
    assertThat(seen).hasSize(40).startsWith(25 * MILLI, 50 * MILLI).isSorted();
    assertThat(seen.get(39)).as("while the loop is late").isEqualTo(200 * MILLI);
    assertThat(clock.nanos()).as("when it is back").isEqualTo(200 * MILLI);
    pass(25);
    assertThat(seen.get(40)).isEqualTo(225 * MILLI);
    alarm.close();
    pass(100);
    assertThat(seen).hasSize(41);
  }

  @Test
  void sleepsUntilItIsTime() {
    TwinClock real = new TwinClock();
    long end = real.nanos() + 120 * MILLI;
    real.sleepUntil(end);
    assertThat(real.nanos()).isGreaterThanOrEqualTo(end);
  }
}
