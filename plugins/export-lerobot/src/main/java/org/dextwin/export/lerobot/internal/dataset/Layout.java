package org.dextwin.export.lerobot.internal.dataset;

import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.dextwin.export.lerobot.internal.output.Json;
import org.dextwin.export.lerobot.internal.parquet.Column;

/** How a version of LeRobot's format spreads a dataset over files. */
interface Layout extends AutoCloseable {

  /**
   * Writes an episode.
   *
   * @param episode the episode
   * @throws IOException if it cannot be written
   */
  void append(Piece episode) throws IOException;

  /**
   * Closes all files and writes what is told at the end.
   *
   * @param totals what the dataset holds
   * @throws IOException if it cannot be written
   */
  void finish(Totals totals) throws IOException;

  /** Closes the files of a dataset that is given up. */
  @Override
  void close() throws IOException;

  /** Columns of features. */
  static List<Column> columns(List<Feature> features) {
    return features.stream().map(Feature::column).toList();
  }

  /** What the footer of a table tells the library {@code datasets} of the features. */
  static Map<String, String> footer(List<Feature> features) {
    Map<String, Object> told = new LinkedHashMap<>();
    features.forEach(feature -> told.put(feature.key(), feature.huggingFace()));
    return Map.of("huggingface", Json.line(Map.of("info", Map.of("features", told))));
  }
}
