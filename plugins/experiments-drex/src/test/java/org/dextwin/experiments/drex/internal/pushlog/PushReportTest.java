package org.dextwin.experiments.drex.internal.pushlog;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.dextwin.api.experiment.Item;
import org.dextwin.api.experiment.Table;
import org.dextwin.testkit.experiment.TestExperimentContext;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PushReportTest {

  private static final String FIGURE = "D-REX [g]";

  private static final Item TAKE =
      Item.empty()
          .with("take", "box-1")
          .with("object", "box")
          .with("verdict", Verdict.IDENTIFIED.word())
          .with("mass_kg", 0.12)
          .with("reason", "the push is as the model says")
          .with("mesh_volume_m3", 1e-4);

  @TempDir private Path run;

  private List<Table> tables(Map<String, Double> paper) {
    TestExperimentContext context = new TestExperimentContext(run);
    new PushReport(context, paper).report(List.of(TAKE), new GroundTruth(Map.of()));
    return context.tables();
  }

  @Test
  void showsFiguresOfThePaperOnlyWhereThereAreSome() {
    assertThat(tables(Map.of("box", 0.145)))
        .hasSize(2)
        .allSatisfy(
            table -> assertThat(table.columns()).extracting(Table.Column::heading).contains(FIGURE))
        .first()
        .satisfies(table -> assertThat(table.caption()).contains("the paper's own figure"));
    assertThat(tables(Map.of("cup", 0.145)))
        .hasSize(2)
        .allSatisfy(
            table ->
                assertThat(table.columns())
                    .extracting(Table.Column::heading)
                    .doesNotContain(FIGURE))
        .allSatisfy(table -> assertThat(table.caption()).doesNotContain("D-REX"));
  }
}
