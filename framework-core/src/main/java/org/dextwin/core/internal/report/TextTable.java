package org.dextwin.core.internal.report;

import java.util.List;
import java.util.Map;
import org.dextwin.api.experiment.Table;

/**
 * Renders tables as aligned text: numbers to the right, texts to the left.
 *
 * <p><i>Thread safety</i>: thread-safe, without state.
 */
public final class TextTable {

  private static final String GAP = "  ";

  private TextTable() {}

  /**
   * Renders a table with its title above and its caption below.
   *
   * @param table the table
   * @return lines, each with a line feed
   */
  public static String render(Table table) {
    StringBuilder text = new StringBuilder();
    if (!table.title().isBlank()) {
      text.append(table.title()).append('\n');
    }
    text.append(grid(table));
    if (!table.caption().isBlank()) {
      text.append(table.caption()).append('\n');
    }
    return text.toString();
  }

  /**
   * Renders named values, one to a line.
   *
   * @param facts numbers, texts, truth values and lists
   * @return lines, each with a line feed
   */
  public static String facts(Map<?, ?> facts) {
    int widest = facts.keySet().stream().mapToInt(name -> name.toString().length()).max().orElse(0);
    StringBuilder text = new StringBuilder();
    facts.forEach(
        (name, value) ->
            text.append(name)
                .append(" ".repeat(widest - name.toString().length()))
                .append(GAP)
                .append(Cells.text(value))
                .append('\n'));
    return text.toString();
  }

  private static String grid(Table table) {
    List<Column> columns =
        table.columns().stream().map(column -> Column.of(column, table)).toList();
    StringBuilder text = new StringBuilder();
    line(text, columns.stream().map(column -> column.pad(column.heading())).toList());
    line(text, columns.stream().map(column -> "-".repeat(column.width())).toList());
    for (int row = 0; row < table.rows().size(); row++) {
      int index = row;
      line(text, columns.stream().map(column -> column.pad(column.cells().get(index))).toList());
    }
    return text.toString();
  }

  private static void line(StringBuilder text, List<String> cells) {
    text.append(String.join(GAP, cells).stripTrailing()).append('\n');
  }

  private record Column(String heading, List<String> cells, boolean numeric, int width) {

    static Column of(Table.Column column, Table table) {
      List<String> cells = table.rows().stream().map(row -> Cells.text(column, row)).toList();
      int widest = cells.stream().mapToInt(Column::length).max().orElse(0);
      return new Column(
          column.heading(),
          cells,
          Cells.isNumeric(column, table.rows()),
          Math.max(length(column.heading()), widest));
    }

    String pad(String cell) {
      String blanks = " ".repeat(Math.max(0, width - length(cell)));
      return numeric ? blanks + cell : cell + blanks;
    }

    private static int length(String text) {
      return text.codePointCount(0, text.length());
    }
  }
}
