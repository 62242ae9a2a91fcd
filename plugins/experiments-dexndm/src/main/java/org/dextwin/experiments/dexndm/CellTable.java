package org.dextwin.experiments.dexndm;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.dextwin.api.experiment.Item;
import org.dextwin.api.experiment.Table;
import org.dextwin.api.experiment.Table.Column;
import org.dextwin.experiments.dexndm.internal.gait.GaitTrials;

/**
 * Makes the table of what could be run: a cell says what was measured, or that it was not run.
 *
 * <p><i>Thread safety</i>: immutable.
 *
 * @param config the table
 */
record CellTable(CellsConfig config) {

  /**
   * Returns the rows, one per object and wrist orientation.
   *
   * @param measured what was run, by the name of the gait or case
   */
  List<Item> rows(Map<String, Item> measured) {
    List<Item> rows = new ArrayList<>();
    for (String object : config.objects()) {
      for (String wrist : config.wrists()) {
        Item row = Item.empty().with("object", object).with("wrist", wrist);
        for (String axes : config.axes()) {
          row = row.with(axes, cell(object, wrist, axes, measured));
        }
        rows.add(row);
      }
    }
    return rows;
  }

  private String cell(String object, String wrist, String axes, Map<String, Item> measured) {
    return config.run().stream()
        .filter(it -> it.object().equals(object))
        .filter(it -> it.wrist().equals(wrist) && it.axes().equals(axes))
        .map(it -> measured.get(it.from()))
        .filter(it -> it != null && it.number(GaitTrials.MEDIAN).isPresent())
        .map(CellTable::text)
        .findFirst()
        .orElse(Item.NOT_RUN);
  }

  private static String text(Item item) {
    double turned = item.number(GaitTrials.MEDIAN).orElse(Double.NaN);
    return String.format(
        Locale.ROOT,
        "%.1f rad, %.0f of %.0f",
        Math.abs(turned) < 0.05 ? 0 : turned, // not -0.0
        item.number(GaitTrials.FULL).orElse(Double.NaN),
        item.number("trials").orElse(Double.NaN));
  }

  Table table(List<Item> rows) {
    List<Column> columns = new ArrayList<>();
    columns.add(Column.of("object", "object"));
    columns.add(Column.of("wrist", "wrist"));
    config.axes().forEach(axes -> columns.add(Column.of(axes, axes)));
    return new Table(
        "Wrist orientations and axes",
        "Median angle turned and episodes without a drop, of each object, wrist orientation and set"
            + " of axes.",
        columns,
        rows);
  }
}
