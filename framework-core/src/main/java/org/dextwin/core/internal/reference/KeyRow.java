package org.dextwin.core.internal.reference;

import java.util.ArrayList;
import java.util.List;
import org.dextwin.api.spi.KeyDoc;

/**
 * A key as a row of a table.
 *
 * @param path the key with those of the blocks around it
 * @param type type and unit
 * @param range allowed range
 * @param fallback what holds if it is missing
 * @param doc what it means
 */
record KeyRow(String path, String type, String range, String fallback, String doc) {

  static final List<String> HEADINGS = List.of("key", "type", "range", "default", "meaning");

  List<String> cells() {
    return List.of(path, type, range, fallback, doc);
  }

  /** Returns a row for each key, those of blocks after the block itself. */
  static List<KeyRow> of(List<KeyDoc> keys) {
    List<KeyRow> rows = new ArrayList<>();
    add(keys, "", rows);
    return rows;
  }

  private static void add(List<KeyDoc> keys, String prefix, List<KeyRow> rows) {
    for (KeyDoc key : keys) {
      String path = prefix + key.name();
      String unit = key.unit().isEmpty() ? "" : " [" + key.unit() + "]";
      String fallback =
          key.required() ? "required" : key.fallback().isEmpty() ? "optional" : key.fallback();
      rows.add(new KeyRow(path, key.type() + unit, key.range(), fallback, key.doc()));
      add(key.nested(), path + inside(key), rows);
    }
  }

  private static String inside(KeyDoc key) {
    return key.type().startsWith("list") ? "[]." : key.type().contains("free keys") ? ".*." : ".";
  }
}
