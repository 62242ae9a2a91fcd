package org.dextwin.hand.leap;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Map;
import org.dextwin.api.model.HandModel;
import org.dextwin.api.robot.Hand;
import org.dextwin.testkit.MapSettings;
import org.dextwin.testkit.TestComponentContext;
import org.junit.jupiter.api.Test;

class LeapProviderTest {

  private final LeapProvider provider = new LeapProvider();

  @Test
  void handIsRight() {
    MapSettings settings = MapSettings.of(Map.of());
    LeapConfig config = provider.configure(settings);
    assertThat(settings.problems()).isEmpty();
    try (TestComponentContext context = new TestComponentContext(1);
        Hand hand = provider.create(config, context)) {
      assertThat(hand.model().side()).isEqualTo(HandModel.Side.RIGHT);
      assertThat(hand.model().robot().name()).isEqualTo("leap-right");
    }
  }

  @Test
  void leftHandIsRefusedWithAWayOut() {
    MapSettings settings = MapSettings.of(Map.of("side", "left"));

    assertThatThrownBy(() -> provider.configure(settings))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("left")
        .hasMessageContaining("type = urdf");
  }
}
