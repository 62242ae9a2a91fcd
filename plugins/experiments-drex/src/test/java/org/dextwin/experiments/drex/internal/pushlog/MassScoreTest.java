package org.dextwin.experiments.drex.internal.pushlog;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.Map;
import org.dextwin.api.experiment.Item;
import org.junit.jupiter.api.Test;

class MassScoreTest {

  private static Item take(
      String name, String object, Verdict verdict, double mass, double volume) {
    return Item.empty()
        .with("take", name)
        .with("object", object)
        .with("verdict", verdict.word())
        .with("mass_kg", mass)
        .with("mesh_volume_m3", volume);
  }

  private static final List<Item> TAKES =
      List.of(
          take("a-1", "a", Verdict.IDENTIFIED, 0.11, 1e-4),
          take("a-2", "a", Verdict.IDENTIFIED, 0.13, 1e-4),
          take("b-1", "b", Verdict.MODEL_DOES_NOT_FIT, 0.30, 2e-4),
          take("c-1", "c", Verdict.NOT_IDENTIFIABLE, Double.NaN, 4e-4),
          take("d-1", "d", Verdict.IDENTIFIED, 0.5, 5e-4));

  // d has no truth; c has one but is not scored
  private static final MassScore SCORE =
      MassScore.of(TAKES, new GroundTruth(Map.of("a", 0.1, "b", 0.2, "c", 0.6)));

  @Test
  void averagesRepeatsAndScoresByObject() {
    assertThat(SCORE.scored()).extracting(ObjectScore::object).containsExactly("a", "b");
    // a: 0.12 against 0.1, b: 0.3 against 0.2
    assertThat(SCORE.meanAbsoluteError(ObjectScore::mass)).isCloseTo(35, within(1e-9));
    assertThat(SCORE.medianAbsoluteError(ObjectScore::mass)).isCloseTo(35, within(1e-9));
    assertThat(SCORE.identified()).isEqualTo(2);
  }

  @Test
  void baselinesLeaveTheObjectOut() {
    ObjectScore a = SCORE.scored().get(0);
    assertThat(a.constantGuess().orElseThrow()).isCloseTo(0.4, within(1e-12));
    // densities of b and c: 1000 and 1500 kg/m^3
    assertThat(a.volumeGuess().orElseThrow()).isCloseTo(0.125, within(1e-12));
  }

  @Test
  void completesTheRowsInPlace() {
    Item row = SCORE.completed(TAKES.get(0), Map.of("a", 0.145));

    assertThat(row.number("truth_kg")).hasValue(0.1);
    assertThat(row.number("error_pct").orElseThrow()).isCloseTo(10, within(1e-9));
    assertThat(row.number("baseline_constant_pct").orElseThrow()).isCloseTo(300, within(1e-9));
    assertThat(row.number("baseline_volume_pct").orElseThrow()).isCloseTo(25, within(1e-9));
    assertThat(row.number("paper_kg")).hasValue(0.145);
    assertThat(SCORE.completed(TAKES.get(4), Map.of()).number("truth_kg")).isEmpty();
  }

  @Test
  void nothingScoredGivesNoNumber() {
    MassScore none = MassScore.of(TAKES, new GroundTruth(Map.of()));

    assertThat(none.meanAbsoluteError(ObjectScore::mass)).isNaN();
    assertThat(none.medianAbsoluteError(ObjectScore::mass)).isNaN();
    assertThat(none.scored()).isEmpty();
  }
}
