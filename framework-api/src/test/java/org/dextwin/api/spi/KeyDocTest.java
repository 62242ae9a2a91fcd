package org.dextwin.api.spi;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.dextwin.api.math.Quat;
import org.dextwin.api.math.Vec3;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class KeyDocTest {

  @Role("gauge")
  interface Gauge extends Component {}

  enum Shape {
    ROUND,
    HALF_ROUND
  }

  record Inner(@Key(doc = "Radius.", above = 0) double radiusM) {}

  record Keys(
      @Key(doc = "Mass.", above = 0, atMost = 5) double massKg,
      @Key(doc = "Speed.", byDefault = "0.5") double speedMPerS,
      @Key(doc = "Rate.", byDefault = "30") int samplesPerS,
      @Key(doc = "Shape.") Optional<Shape> shape,
      @Key(doc = "Mesh.", path = PathKind.FILE) Path mesh,
      @Key(doc = "Place.") Vec3 placeM,
      @Key(doc = "Turn.") Quat turn,
      @Key(doc = "Gauge.") ComponentRef<Gauge> gauge,
      @Key(doc = "Parts.") List<Inner> parts,
      @Key(doc = "Gains.", atLeast = 0) Map<String, Double> gains) {}

  record Undocumented(double mass) {}

  record WithRole(Inner ofTheRole, @Key(doc = "Mass.") double massKg) {}

  private static KeyDoc doc(String name) {
    return KeyDoc.of(Keys.class).stream()
        .filter(key -> key.name().equals(name))
        .findFirst()
        .orElseThrow();
  }

  @Test
  void describesNumbersWithUnitRangeAndFallback() {
    assertThat(doc("mass-kg"))
        .isEqualTo(
            new KeyDoc(
                "mass-kg",
                "number",
                "kg",
                "greater than 0 and at most 5",
                "",
                true,
                "Mass.",
                List.of()));
    assertThat(doc("speed-m-per-s").unit()).isEqualTo("m/s");
    assertThat(doc("speed-m-per-s").fallback()).isEqualTo("0.5");
    assertThat(doc("speed-m-per-s").required()).isFalse();
    assertThat(doc("samples-per-s").unit()).isEqualTo("1/s");
    assertThat(doc("samples-per-s").type()).isEqualTo("whole number");
    assertThat(doc("place-m").unit()).isEqualTo("m");
  }

  @Test
  void describesOtherTypesInWords() {
    assertThat(doc("shape").type()).isEqualTo("round | half-round");
    assertThat(doc("shape").required()).isFalse();
    assertThat(doc("mesh").type()).isEqualTo("path of a file");
    assertThat(doc("turn").type()).isEqualTo("[w, x, y, z]");
    assertThat(doc("gauge").type()).startsWith("gauge (block or path of a block");
    assertThat(doc("gauge").required()).isFalse();
    assertThat(doc("parts").type()).isEqualTo("list of blocks");
    assertThat(doc("parts").nested()).extracting(KeyDoc::name).containsExactly("radius-m");
    assertThat(doc("gains").type()).isEqualTo("block with free keys, each number");
  }

  @Test
  void leavesOutTheOptionsOfTheRole() {
    assertThat(KeyDoc.of(WithRole.class)).extracting(KeyDoc::name).containsExactly("mass-kg");
  }

  @Test
  void insistsOnDocumentation() {
    assertThatThrownBy(() -> KeyDoc.of(Undocumented.class))
        .isInstanceOf(IllegalStateException.class)
        .hasMessageContaining("component 'mass'")
        .hasMessageContaining("lacks @Key");
  }

  @ParameterizedTest
  @CsvSource({"timeStepS,time-step-s", "mass,mass", "kpNmPerRad,kp-nm-per-rad", "x_y,x-y"})
  void keysAreNamesInKebabCase(String component, String key) {
    assertThat(KeyDoc.keyOf(component)).isEqualTo(key);
  }
}
