package org.dextwin.core.internal.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.dextwin.api.experiment.Item;
import org.dextwin.api.experiment.Table;
import org.junit.jupiter.api.Test;

class TextTableTest {

  @Test
  void alignsNumbersRightAndTextsLeft() {
    Table table =
        new Table(
            "Masses",
            "Identified from one take each.",
            List.of(
                Table.Column.of("object", "object"),
                new Table.Column("mass_kg", "mass [g]", 1000, 1),
                Table.Column.of("takes", "takes")),
            List.of(
                Item.empty().with("object", "box").with("mass_kg", 0.15234).with("takes", 3),
                Item.empty().with("object", "bottle").with("mass_kg", Item.NOT_RUN),
                Item.empty().with("object", "cup").with("mass_kg", Double.NaN).with("takes", 12)));

    assertThat(TextTable.render(table))
        .isEqualTo(
            """
            Masses
            object  mass [g]  takes
            ------  --------  -----
            box        152.3      3
            bottle   not run      –
            cup            –     12
            Identified from one take each.
            """);
  }

  @Test
  void doesNotShowASmallNumberAsZero() {
    assertThat(cell(0.00001, 1, 2)).isEqualTo("1.0e-05");
    assertThat(cell(-0.0, 1, 2)).isEqualTo("0.00");
    assertThat(cell(0.4, 1, 0)).isEqualTo("0");
    assertThat(cell(12_345_678_901.0, 1, 3)).isEqualTo("1.2e+10");
    assertThat(cell(9_007_199_254_740_993L, 1, 3)).isEqualTo("9007199254740993");
  }

  @Test
  void showsNamedValuesWithSixDigits() {
    Map<String, Object> facts = new LinkedHashMap<>();
    facts.put("a", 1.0);
    facts.put("long_name", 0.123456789);
    facts.put("tiny", 1.5e-7);
    facts.put("gone", null);
    facts.put("flags", List.of(true, Item.NOT_RUN));

    assertThat(TextTable.facts(facts))
        .isEqualTo(
            """
            a          1
            long_name  0.123457
            tiny       1.5000e-07
            gone       –
            flags      yes, not run
            """);
  }

  private static String cell(Object value, double scale, int decimals) {
    return Cells.text(new Table.Column("k", "k", scale, decimals), Item.empty().with("k", value));
  }
}
