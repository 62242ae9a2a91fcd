package org.dextwin.core.internal.report;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.dextwin.api.experiment.Item;
import org.dextwin.api.experiment.Plot;
import org.dextwin.api.experiment.Table;
import org.jspecify.annotations.Nullable;

/**
 * A part of a report, in the order in which the experiment showed it. Sections have a plain form,
 * so that a run keeps them and the report can be rendered again.
 *
 * <p><i>Thread safety</i>: immutable.
 */
public sealed interface Section {

  /**
   * A paragraph.
   *
   * @param heading short heading
   * @param text the paragraph
   */
  record NoteSection(String heading, String text) implements Section {}

  /**
   * A table.
   *
   * @param table the table
   */
  record TableSection(Table table) implements Section {}

  /**
   * A plot.
   *
   * @param plot the plot
   */
  record PlotSection(Plot plot) implements Section {}

  /**
   * Returns the plain form.
   *
   * @return an item that {@link #of} turns back into an equal section
   */
  default Item plain() {
    if (this instanceof NoteSection note) {
      return Item.empty()
          .with("section", "note")
          .with("heading", note.heading())
          .with("text", note.text());
    }
    if (this instanceof TableSection table) {
      return plain(table.table());
    }
    return plain(((PlotSection) this).plot());
  }

  /**
   * Reads a plain form.
   *
   * @param plain what {@link #plain} returned
   * @return the section
   * @throws IllegalArgumentException if it is no section
   */
  static Section of(Item plain) {
    return switch (plain.text("section")) {
      case "note" -> new NoteSection(plain.text("heading"), plain.text("text"));
      case "table" -> new TableSection(table(plain));
      case "plot" -> new PlotSection(plot(plain));
      default ->
          throw new IllegalArgumentException("unknown section '" + plain.text("section") + "'");
    };
  }

  private static Item plain(Table table) {
    List<Item> columns = new ArrayList<>();
    for (Table.Column column : table.columns()) {
      columns.add(
          Item.empty()
              .with("key", column.key())
              .with("heading", column.heading())
              .with("scale", column.scale())
              .with("decimals", column.decimals()));
    }
    return Item.empty()
        .with("section", "table")
        .with("title", table.title())
        .with("caption", table.caption())
        .with("columns", columns)
        .with("rows", table.rows());
  }

  private static Table table(Item plain) {
    List<Table.Column> columns = new ArrayList<>();
    for (Item column : items(plain, "columns")) {
      columns.add(
          new Table.Column(
              column.text("key"),
              column.text("heading"),
              column.number("scale").orElse(1),
              (int) column.number("decimals").orElse(0)));
    }
    return new Table(plain.text("title"), plain.text("caption"), columns, items(plain, "rows"));
  }

  private static Item plain(Plot plot) {
    List<Item> series = new ArrayList<>();
    for (Plot.Series curve : plot.series()) {
      series.add(
          Item.empty()
              .with("label", curve.label())
              .with("style", curve.style().name())
              .with("x", boxed(curve.x()))
              .with("y", boxed(curve.y())));
    }
    return Item.empty()
        .with("section", "plot")
        .with("name", plot.name())
        .with("title", plot.title())
        .with("x_label", plot.xLabel())
        .with("y_label", plot.yLabel())
        .with("y_scale", plot.yScale().name())
        .with("series", series);
  }

  private static Plot plot(Item plain) {
    List<Plot.Series> series = new ArrayList<>();
    for (Item curve : items(plain, "series")) {
      series.add(
          new Plot.Series(
              curve.text("label"),
              Plot.Style.valueOf(curve.text("style")),
              numbers(curve, "x"),
              numbers(curve, "y")));
    }
    return new Plot(
        plain.text("name"),
        plain.text("title"),
        plain.text("x_label"),
        plain.text("y_label"),
        Plot.Scale.valueOf(plain.text("y_scale")),
        series);
  }

  private static List<Double> boxed(double[] values) {
    List<Double> boxed = new ArrayList<>(values.length);
    for (double value : values) {
      boxed.add(value);
    }
    return boxed;
  }

  private static double[] numbers(Item item, String name) {
    return list(item, name).stream()
        .mapToDouble(value -> value instanceof Number number ? number.doubleValue() : Double.NaN)
        .toArray();
  }

  private static List<Item> items(Item item, String name) {
    List<Item> items = new ArrayList<>();
    for (Object element : list(item, name)) {
      if (element instanceof Map<?, ?> map) {
        Map<String, @Nullable Object> values = new LinkedHashMap<>();
        map.forEach((key, value) -> values.put(String.valueOf(key), value));
        items.add(Item.of(values));
      }
    }
    return items;
  }

  private static List<?> list(Item item, String name) {
    if (item.values().get(name) instanceof List<?> list) {
      return list;
    }
    throw new IllegalArgumentException("section has no list '" + name + "'");
  }
}
