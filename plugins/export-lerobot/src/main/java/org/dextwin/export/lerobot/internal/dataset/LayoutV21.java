package org.dextwin.export.lerobot.internal.dataset;

import java.io.BufferedWriter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.dextwin.export.lerobot.internal.output.Json;
import org.dextwin.export.lerobot.internal.parquet.ParquetTable;

/** Version 2.1: a table for each episode, and lines of JSON that tell of the episodes. */
final class LayoutV21 implements Layout {

  private final Path root;
  private final Path meta;

  LayoutV21(Path root) throws IOException {
    this.root = root;
    this.meta = Files.createDirectory(root.resolve("meta"));
  }

  @Override
  public void append(Piece episode) throws IOException {
    List<Feature> features = Piece.features(episode.signals());
    Path file =
        root.resolve(
            "data/chunk-%03d/episode_%06d.parquet"
                .formatted(episode.index() / Totals.CHUNK, episode.index()));
    Files.createDirectories(file.resolveSibling(""));
    try (ParquetTable table =
        new ParquetTable(file, Layout.columns(features), Layout.footer(features))) {
      for (int frame = 0; frame < episode.rows().size(); frame++) {
        table.append(episode.row(frame));
      }
    }
    Map<String, Object> line = new LinkedHashMap<>();
    line.put("episode_index", episode.index());
    line.put("tasks", List.of(episode.task()));
    line.put("length", episode.rows().size());
    append("episodes.jsonl", line);

    Map<String, Object> statistics = new LinkedHashMap<>();
    episode
        .statistics()
        .forEach((feature, it) -> statistics.put(feature.key(), it.plain(feature, false)));
    Map<String, Object> told = new LinkedHashMap<>();
    told.put("episode_index", episode.index());
    told.put("stats", statistics);
    append("episodes_stats.jsonl", told);
  }

  @Override
  public void finish(Totals totals) throws IOException {
    for (int task = 0; task < totals.tasks().size(); task++) {
      Map<String, Object> line = new LinkedHashMap<>();
      line.put("task_index", task);
      line.put("task", totals.tasks().get(task));
      append("tasks.jsonl", line);
    }
    Map<String, Object> features = new LinkedHashMap<>();
    totals.features().forEach(feature -> features.put(feature.key(), feature.info()));
    Map<String, Object> info = totals.info("v2.1");
    info.put("total_videos", 0);
    info.put("total_chunks", (totals.episodes() + Totals.CHUNK - 1) / Totals.CHUNK);
    info.put("data_path", "data/chunk-{episode_chunk:03d}/episode_{episode_index:06d}.parquet");
    info.put("video_path", null);
    info.put("features", features);
    Json.write(meta.resolve("info.json"), info);
  }

  @Override
  public void close() {
    // no file stays open
  }

  private void append(String file, Map<String, Object> line) throws IOException {
    try (BufferedWriter out =
        Files.newBufferedWriter(
            meta.resolve(file), StandardOpenOption.CREATE, StandardOpenOption.APPEND)) {
      out.write(Json.line(line));
      out.write('\n');
    }
  }
}
