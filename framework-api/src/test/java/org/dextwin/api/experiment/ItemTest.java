package org.dextwin.api.experiment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ItemTest {

  @Test
  void keepsOrderAndTurnsMissingNumbersIntoNull() {
    Item item =
        Item.empty()
            .with("take", "box-1")
            .with("mass_kg", 0.1)
            .with("error_pct", Double.NaN)
            .with("steps", 3)
            .with("truth_kg", null);

    assertThat(item.values().keySet())
        .containsExactly("take", "mass_kg", "error_pct", "steps", "truth_kg");
    assertThat(item.values().get("error_pct")).isNull();
    assertThat(item.number("mass_kg")).hasValue(0.1);
    assertThat(item.number("error_pct")).isEmpty();
    assertThat(item.text("take")).isEqualTo("box-1");
  }

  @Test
  void survivesAsPlainValues() {
    Item item =
        Item.empty().with("list", Arrays.asList(1.5, null, "a")).with("map", Map.of("k", 2));
    assertThat(Item.of(item.values())).isEqualTo(item);
  }

  @Test
  void isImmutable() {
    Item item = Item.empty().with("a", List.of(1));
    item.with("b", 2);
    assertThat(item.values()).hasSize(1);
    assertThatThrownBy(() -> item.values().put("c", 3))
        .isInstanceOf(UnsupportedOperationException.class);
  }

  @Test
  void refusesWhatJsonCannotHold() {
    assertThatThrownBy(() -> Item.empty().with("x", new Object()))
        .hasMessageContaining("value of 'x' is a java.lang.Object");
    assertThatThrownBy(() -> Item.empty().text("mass"))
        .hasMessageContaining("item has no text 'mass'");
  }
}
