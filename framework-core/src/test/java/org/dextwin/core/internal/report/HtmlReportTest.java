package org.dextwin.core.internal.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.dextwin.api.experiment.Item;
import org.dextwin.api.experiment.Plot;
import org.dextwin.api.experiment.Table;
import org.junit.jupiter.api.Test;

class HtmlReportTest {

  private static final Plot PLOT =
      new Plot(
          "loss",
          "Loss",
          "step",
          "loss",
          Plot.Scale.LOGARITHMIC,
          List.of(
              new Plot.Series(
                  "a", Plot.Style.POINTS, new double[] {1, 2}, new double[] {0.1, Double.NaN})));

  private static final Table TABLE =
      new Table(
          "Errors",
          "Per object.",
          List.of(Table.Column.of("o", "object"), new Table.Column("e", "error [%]", 100, 1)),
          List.of(
              Item.empty().with("o", "<script>alert(1)</script>").with("e", 0.123),
              Item.empty().with("o", "cup").with("e", Item.NOT_RUN)));

  @Test
  void showsTablesThenNotesThenPlots() {
    String page = page(Item.empty().with("status", "done"));

    assertThat(page)
        .containsSubsequence("<h2>Errors", "12.3", "not run", "<h2>First", "<svg", "</svg");
  }

  @Test
  void needsNothingFromOutsideAndRunsNothing() {
    String page = page(Item.empty().with("status", "done"));

    assertThat(page).contains("&lt;script&gt;alert(1)&lt;/script&gt;");
    assertThat(page).doesNotContain("<script", "src=", "href=\"http", "@import", "<!ENTITY");
    // A document type within the page would end its first one.
    assertThat(page.indexOf("<!DOCTYPE")).isEqualTo(page.lastIndexOf("<!DOCTYPE"));
    assertThat(page).contains("prefers-color-scheme: dark", "@media print");
  }

  @Test
  void showsTheErrorAndItsRemedy() {
    String page =
        page(
            Item.empty()
                .with("status", "failed")
                .with(
                    "error",
                    Map.of("type", "X", "message", "no libmujoco", "remedy", "install it")));

    assertThat(page).contains("no libmujoco", "Remedy: install it", "class=\"status failed\"");
  }

  @Test
  void showsMetricsAndItems() {
    String page =
        page(
            Item.empty()
                .with("status", "done")
                .with("metrics", Map.of("median_abs_error_pct", 2.5))
                .with("items", List.of(Map.of("a", 1), Map.of("b", Item.NOT_RUN))));

    assertThat(page).contains("median_abs_error_pct", "2.5", "Items (2)", "<td>not run</td>");
  }

  @Test
  void bearsARunWithoutFiles() {
    ReportContent nothing =
        new ReportContent("x", "stopped", Item.empty(), Item.empty(), "", List.of());

    assertThat(HtmlReport.render(nothing)).contains("stopped").endsWith("</html>\n");
  }

  @Test
  void sectionsSurviveTheirPlainForm() {
    Section.TableSection table = new Section.TableSection(TABLE);
    Section.NoteSection note = new Section.NoteSection("a", "b");
    Section.PlotSection plot = new Section.PlotSection(PLOT);

    assertThat(Section.of(table.plain())).isEqualTo(table);
    assertThat(Section.of(note.plain())).isEqualTo(note);
    assertThat(Section.of(plot.plain()).plain()).isEqualTo(plot.plain());
    Plot read = ((Section.PlotSection) Section.of(plot.plain())).plot();
    assertThat(PlotPainter.svg(read)).isEqualTo(PlotPainter.svg(PLOT));
  }

  private static String page(Item result) {
    return HtmlReport.render(
        new ReportContent(
            "run-1",
            "as it is",
            result.with("experiment", "probe"),
            Item.empty().with("seed", 7),
            "a = 1 # here",
            List.of(
                new Section.NoteSection("First", "note"),
                new Section.TableSection(TABLE),
                new Section.PlotSection(PLOT))));
  }
}
