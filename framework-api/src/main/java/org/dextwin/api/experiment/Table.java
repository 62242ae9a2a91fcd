package org.dextwin.api.experiment;

import java.util.List;

/**
 * A table of a report. Cells are the values of items under the columns' names; a missing number is
 * shown as a dash, a cell that was not run says so.
 *
 * <p><i>Thread safety</i>: immutable.
 *
 * @param title title
 * @param caption what the table shows, in a sentence or two
 * @param columns columns, left to right
 * @param rows rows, top to bottom
 */
public record Table(String title, String caption, List<Column> columns, List<Item> rows) {

  /**
   * Copies the lists.
   *
   * @param title title
   * @param caption what the table shows, in a sentence or two
   * @param columns columns, left to right
   * @param rows rows, top to bottom
   */
  public Table {
    columns = List.copyOf(columns);
    rows = List.copyOf(rows);
  }

  /**
   * A column.
   *
   * @param key name of the items' value
   * @param heading heading with unit, such as {@code mass [g]}
   * @param scale factor from the value to what is shown, such as 1000 for g
   * @param decimals digits after the point of numbers
   */
  public record Column(String key, String heading, double scale, int decimals) {

    /**
     * Returns a column of texts or whole numbers.
     *
     * @param key name of the items' value
     * @param heading heading
     * @return the column
     */
    public static Column of(String key, String heading) {
      return new Column(key, heading, 1, 0);
    }
  }
}
