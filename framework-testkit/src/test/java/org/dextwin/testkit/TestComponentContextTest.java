package org.dextwin.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Map;
import org.dextwin.api.model.HandModel;
import org.dextwin.api.robot.Hand;
import org.dextwin.api.spi.ComponentRef;
import org.dextwin.testkit.robot.FakeHand;
import org.junit.jupiter.api.Test;

class TestComponentContextTest {

  private static final ComponentRef<Hand> REFERENCE = new ComponentRef<>(Hand.class, "a.b.hand");

  private static TestComponentContext written(Map<String, Object> hand) {
    return new TestComponentContext(
        MapSettings.ofProvider("a", Map.of(), "b", Map.of("hand", hand)), 1);
  }

  @Test
  void makesABlockWrittenInPlaceOnce() {
    try (TestComponentContext context =
        written(Map.of("type", "fake-hand", "fake-hand", Map.of("side", "left")))) {
      Hand hand = context.resolve(REFERENCE);
      assertThat(hand.model().side()).isEqualTo(HandModel.Side.LEFT);
      assertThat(context.resolve(REFERENCE)).isSameAs(hand);
    }
  }

  @Test
  void prefersWhatTheTestSupplies() {
    FakeHand byRole = new FakeHand(HandModel.Side.RIGHT);
    FakeHand byPath = new FakeHand(HandModel.Side.LEFT);
    try (TestComponentContext context = new TestComponentContext(1).with(Hand.class, byRole)) {
      assertThat(context.resolve(REFERENCE)).isSameAs(byRole);
      context.with("a.b.hand", byPath);
      assertThat(context.resolve(REFERENCE)).isSameAs(byPath);
    }
  }

  @Test
  void namesWhatIsMissing() {
    try (TestComponentContext context = new TestComponentContext(1)) {
      assertThatThrownBy(() -> context.resolve(REFERENCE)).hasMessageContaining("a.b.hand");
    }
    try (TestComponentContext context = written(Map.of("type", "no-hand"))) {
      assertThatThrownBy(() -> context.resolve(REFERENCE)).hasMessageContaining("no-hand");
    }
    try (TestComponentContext context = written(Map.of("type", "fake-hand"))) {
      assertThatThrownBy(() -> context.resolve(REFERENCE)).hasMessageContaining("side");
    }
  }

  @Test
  void streamsDependOnSeedAndNameAlone() {
    TestComponentContext context = new TestComponentContext(1);
    long first = context.random("a").nextLong();
    assertThat(context.random("b").nextLong()).isNotEqualTo(first);
    assertThat(context.random("a").nextLong()).isEqualTo(first);
    assertThat(new TestComponentContext(2).random("a").nextLong()).isNotEqualTo(first);
  }
}
