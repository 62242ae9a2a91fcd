package org.dextwin.export.lerobot.internal.dataset;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What the footer of a table tells pandas of a column of texts that is the index of its rows.
 *
 * <p><i>References</i>: pandas developer documentation, "Storing pandas DataFrame objects in Apache
 * Parquet format".
 */
final class PandasIndex {

  private PandasIndex() {}

  static Map<String, Object> of(String index, String numbers) {
    Map<String, Object> told = new LinkedHashMap<>();
    told.put("index_columns", List.of(index));
    told.put("column_indexes", List.of(column(null, "unicode", "object")));
    told.put(
        "columns", List.of(column(numbers, "int64", "int64"), column(index, "unicode", "object")));
    told.put("pandas_version", "2.2.0");
    return told;
  }

  private static Map<String, Object> column(@Nullable String name, String type, String numpy) {
    Map<String, Object> column = new LinkedHashMap<>();
    column.put("name", name);
    column.put("field_name", name);
    column.put("pandas_type", type);
    column.put("numpy_type", numpy);
    column.put("metadata", null);
    return column;
  }
}
