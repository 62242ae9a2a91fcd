package org.dextwin.experiments.dexndm;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import org.dextwin.api.experiment.Item;
import org.dextwin.experiments.dexndm.CellsConfig.CellConfig;
import org.junit.jupiter.api.Test;

/** What was not run says so. */
class CellTableTest {

  private static CellsConfig config(CellConfig... run) {
    return new CellsConfig(
        List.of("cube", "ball"), List.of("up", "down"), List.of("+z", "diagonal"), List.of(run));
  }

  @Test
  void cellsSayWhatWasMeasuredAndAllOthersThatTheyWereNotRun() {
    CellTable table =
        new CellTable(
            config(
                new CellConfig("cube", "down", "+z", "turned"),
                new CellConfig("ball", "up", "diagonal", "cancelled")));
    Item turned =
        Item.empty().with("rot_median_rad", 5.04).with("full_episodes", 19).with("trials", 20);
    List<Item> rows = table.rows(Map.of("turned", turned));
    assertThat(rows)
        .extracting(row -> row.values().get("object") + " " + row.values().get("wrist"))
        .containsExactly("cube up", "cube down", "ball up", "ball down");
    assertThat(rows.get(1).values()).containsEntry("+z", "5.0 rad, 19 of 20");
    assertThat(rows.stream().flatMap(row -> row.values().values().stream()))
        .filteredOn(Item.NOT_RUN::equals)
        .hasSize(7);
    assertThat(table.table(rows).columns()).hasSize(4);
  }

  @Test
  void aHoldThatSlipsBackIsNotMinusNothing() {
    CellTable table = new CellTable(config(new CellConfig("cube", "up", "+z", "held")));
    Item held =
        Item.empty().with("rot_median_rad", -0.001).with("full_episodes", 20).with("trials", 20);
    assertThat(table.rows(Map.of("held", held)).get(0).values())
        .containsEntry("+z", "0.0 rad, 20 of 20");
  }

  @Test
  void cellsAreOfTheTableAndOnce() {
    assertThatThrownBy(() -> config(new CellConfig("cube", "sideways", "+z", "turned")))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("wrist 'sideways'")
        .hasMessageContaining("[up, down]");
    CellConfig twice = new CellConfig("cube", "down", "+z", "turned");
    assertThatThrownBy(() -> config(twice, twice)).hasMessageContaining("two cells");
  }
}
