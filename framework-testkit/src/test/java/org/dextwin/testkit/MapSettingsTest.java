package org.dextwin.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.dextwin.api.robot.Hand;
import org.dextwin.api.spi.Key;
import org.dextwin.api.spi.Settings;
import org.junit.jupiter.api.Test;

class MapSettingsTest {

  @Test
  void readsWhatIsWritten() {
    MapSettings settings =
        MapSettings.of(
            Map.of(
                "number",
                2,
                "text",
                "words",
                "flag",
                true,
                "numbers",
                List.of(1, 2.5),
                "texts",
                List.of("a", "b"),
                "file",
                "a/b.txt",
                "block",
                Map.of("inner", 3),
                "blocks",
                List.of(Map.of("n", 1), Map.of("n", 2))));
    assertThat(settings.number("number")).isEqualTo(2);
    assertThat(settings.integer("number")).isEqualTo(2);
    assertThat(settings.text("text")).isEqualTo("words");
    assertThat(settings.flag("flag")).isTrue();
    assertThat(settings.numbers("numbers")).containsExactly(1.0, 2.5);
    assertThat(settings.texts("texts")).containsExactly("a", "b");
    assertThat(settings.file("file")).isEqualTo(Path.of("a/b.txt").toAbsolutePath());
    assertThat(settings.block("block").integer("inner")).isEqualTo(3);
    assertThat(settings.blocks("blocks").stream().map(block -> block.integer("n")))
        .containsExactly(1L, 2L);
    assertThat(settings.problems()).isEmpty();
  }

  @Test
  void recordsWhatNobodyAskedFor() {
    MapSettings settings =
        MapSettings.ofProvider(
            "hand", Map.of(), "fake", Map.of("block", Map.of("used", 1, "spare", 2)));
    settings.block("block").number("used");
    assertThat(settings.problems()).hasSize(1);
    assertThat(settings.problems().get(0)).contains("hand.fake.block.spare").contains("[used]");
  }

  @Test
  void recordsWhatIsMissing() {
    MapSettings settings = MapSettings.of(Map.of());
    assertThat(settings.number("mass-kg")).isZero();
    Settings block = settings.block("object");
    block.number("radius-m");
    assertThat(settings.problems())
        .as("a missing block is one problem")
        .hasSize(2)
        .anyMatch(problem -> problem.startsWith("mass-kg: "))
        .anyMatch(problem -> problem.startsWith("object: "));
  }

  @Test
  void recordsWrongTypes() {
    MapSettings settings =
        MapSettings.of(
            Map.of("a", "words", "b", 1.5, "c", 1, "d", List.of("x"), "e", 3, "f", List.of()));
    settings.number("a");
    settings.integer("b");
    settings.flag("c");
    settings.numbers("d");
    settings.block("e");
    settings.text("f");
    assertThat(settings.problems()).hasSize(6);
  }

  @Test
  void rejectsAKeyOnce() {
    MapSettings settings = MapSettings.of(Map.of("a", "words"));
    settings.number("a");
    settings.reject("a", "is 0, but must be greater than 0");
    assertThat(settings.problems()).hasSize(1);
    settings.reject("b", "is forbidden");
    assertThat(settings.problems()).hasSize(2);
  }

  /** A record that refuses a value by itself. */
  record Even(@Key(doc = "An even number.", atLeast = 0) int number) {
    Even {
      if (number % 2 != 0) {
        throw new IllegalArgumentException(number + " is odd");
      }
    }
  }

  record Evens(
      @Key(doc = "Some.") List<Even> listed, @Key(doc = "More.") Map<String, Even> named) {}

  @Test
  void allElementsOfListsAndMapsAreChecked() {
    Map<String, Integer> odd = Map.of("number", 3);
    Map<String, Integer> negative = Map.of("number", -2);
    MapSettings settings =
        MapSettings.of(
            Map.of("listed", List.of(odd, negative), "named", Map.of("a", odd, "b", negative)));
    assertThatThrownBy(() -> settings.as(Evens.class)).hasMessage("3 is odd");
    assertThat(settings.problems())
        .containsExactlyInAnyOrder(
            "listed.0: 3 is odd",
            "listed.1.number: is -2, but must be at least 0",
            "named.a: 3 is odd",
            "named.b.number: is -2, but must be at least 0");
  }

  @Test
  void referencesAreBlocksPathsOrTheRole() {
    MapSettings settings =
        MapSettings.ofProvider(
            "task", Map.of(), "grasp", Map.of("a", Map.of("type", "x"), "b", "hands.right"));
    assertThat(settings.component("a", Hand.class).path()).isEqualTo("task.grasp.a");
    assertThat(settings.component("b", Hand.class).path()).isEqualTo("hands.right");
    assertThat(settings.component("c", Hand.class).path()).isEqualTo("hand");
    assertThat(settings.problems()).isEmpty();
  }

  @Test
  void optionsAreThoseOfTheRole() {
    MapSettings settings = MapSettings.ofProvider("probe", Map.of("rate-hz", 5), "fake", Map.of());
    assertThat(settings.options(Probe.Options.class).rateHz()).isEqualTo(5);
    assertThat(settings.problems()).isEmpty();
  }
}
