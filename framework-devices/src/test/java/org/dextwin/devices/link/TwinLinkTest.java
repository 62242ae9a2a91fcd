package org.dextwin.devices.link;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import org.dextwin.devices.time.VirtualClock;
import org.junit.jupiter.api.Test;

class TwinLinkTest {

  private final VirtualClock clock = new VirtualClock();
  private final TwinLink link = new TwinLink(bytes -> bytes, clock, 1_000_000);

  @Test
  void answersTakeAsLongAsTheWire() throws IOException {
    link.open();
    link.write(new byte[] {1, 2, 3, 4, 5});
    byte[] buffer = new byte[3];
    assertThat(link.read(buffer, 50_000)).as("too early").isZero();
    assertThat(clock.nanos()).isEqualTo(50_000);
    assertThat(link.read(buffer, 1_000_000)).isEqualTo(3);
    // 5 bytes there and 5 back, ten bits each, at 1 Mbit/s
    assertThat(clock.nanos()).isEqualTo(100_000);
    assertThat(buffer).containsExactly(1, 2, 3);
    assertThat(link.read(buffer, 1_000_000)).isEqualTo(2);
    assertThat(link.read(buffer, 1_000_000)).isZero();
  }

  @Test
  void withoutACableNothingWorks() throws IOException {
    link.open();
    link.unplug(true);
    assertThatThrownBy(() -> link.write(new byte[1]))
        .isInstanceOf(IOException.class)
        .hasMessageContaining("unplugged");
    assertThatThrownBy(link::open).hasMessageContaining("unplugged");
    link.unplug(false);
    link.write(new byte[1]);
    link.close();
    assertThatThrownBy(() -> link.write(new byte[1])).hasMessageContaining("closed");
  }
}
