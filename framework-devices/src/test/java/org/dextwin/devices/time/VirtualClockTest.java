package org.dextwin.devices.time;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class VirtualClockTest {

  private final VirtualClock clock = new VirtualClock(1_000);

  @Test
  void timePassesOnlyWhileSomebodyWaits() {
    assertThat(clock.nanos()).isZero();
    clock.sleepUntil(50);
    clock.sleepUntil(20);
    assertThat(clock.nanos()).isEqualTo(50);
    assertThat(clock.epochNanos()).isEqualTo(1_050);
  }

  @Test
  void alarmsRingAtTheirTimesInOrder() {
    List<String> rung = new ArrayList<>();
    clock.every(30, () -> rung.add("a" + clock.nanos()));
    Clock.Alarm fast = clock.every(20, () -> rung.add("b" + clock.nanos()));
    clock.sleepUntil(65);
    assertThat(rung).containsExactly("b20", "a30", "b40", "a60", "b60");
    fast.close();
    clock.sleepUntil(95);
    assertThat(rung).endsWith("a90");
  }

  @Test
  void anAlarmThatWaitsMakesTimePass() {
    clock.every(10, () -> clock.sleepUntil(clock.nanos() + 4));
    clock.sleepUntil(12);
    assertThat(clock.nanos()).isEqualTo(14);
  }
}
