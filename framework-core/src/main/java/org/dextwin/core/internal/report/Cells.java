package org.dextwin.core.internal.report;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import org.dextwin.api.experiment.Item;
import org.dextwin.api.experiment.Table;
import org.jspecify.annotations.Nullable;

/** Turns the values of items into what people read, on the terminal and in the report alike. */
final class Cells {

  /** Stands for a missing value. */
  static final String MISSING = "–";

  /** Above this, digits after the point mean nothing and the number is shown in powers of ten. */
  private static final double LARGE = 1e9;

  private Cells() {}

  /** Returns the text of a table's cell. */
  static String text(Table.Column column, Item row) {
    Object value = row.values().get(column.key());
    return value instanceof Number number
        ? number(number, column.scale(), column.decimals())
        : text(value);
  }

  /** Says whether the column holds numbers and is aligned to the right. */
  static boolean isNumeric(Table.Column column, List<Item> rows) {
    return rows.stream().anyMatch(row -> row.values().get(column.key()) instanceof Number);
  }

  /** Returns the text of a value whose decimals nobody has chosen. */
  static String text(@Nullable Object value) {
    if (value == null) {
      return MISSING;
    }
    if (value instanceof Boolean truth) {
      return truth ? "yes" : "no";
    }
    if (value instanceof List<?> list) {
      return list.stream().map(Cells::text).collect(Collectors.joining(", "));
    }
    if (value instanceof Map<?, ?> map) {
      return map.entrySet().stream()
          .map(entry -> entry.getKey() + " " + text(entry.getValue()))
          .collect(Collectors.joining(", "));
    }
    if (value instanceof Double number) {
      return significant(number);
    }
    return value.equals(Item.NOT_RUN) ? "not run" : value.toString();
  }

  private static String number(Number value, double scale, int decimals) {
    if (value instanceof Long && scale == 1) {
      return value.toString();
    }
    double shown = value.doubleValue() * scale;
    double smallest = 0.5 * Math.pow(10, -decimals);
    boolean vanishes = shown != 0 && Math.abs(shown) < smallest && decimals > 0;
    if (vanishes || Math.abs(shown) >= LARGE) {
      return String.format(Locale.ROOT, "%.1e", shown);
    }
    // Adding zero turns a negative zero into a positive one.
    double rounded = Math.abs(shown) < smallest ? 0.0 : shown + 0.0;
    return String.format(Locale.ROOT, "%." + Math.max(0, decimals) + "f", rounded);
  }

  /** Six significant digits, without the zeros that carry nothing. */
  private static String significant(double number) {
    double size = Math.abs(number);
    if (number == 0) {
      return "0";
    }
    if (size >= 1e6 || size < 1e-4) {
      return String.format(Locale.ROOT, "%.4e", number);
    }
    int decimals = Math.max(0, 5 - (int) Math.floor(Math.log10(size)));
    String text = String.format(Locale.ROOT, "%." + decimals + "f", number);
    return text.contains(".") ? text.replaceAll("\\.?0+$", "") : text;
  }
}
