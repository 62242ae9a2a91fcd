package org.dextwin.export.lerobot.internal.dataset;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.dextwin.export.lerobot.internal.output.Json;
import org.dextwin.export.lerobot.internal.parquet.Column;
import org.dextwin.export.lerobot.internal.parquet.ParquetTable;
import org.dextwin.export.lerobot.internal.parquet.Type;
import org.jspecify.annotations.Nullable;

/** Version 3.0: tables of many episodes, and a table that tells where each episode is. */
final class LayoutV30 implements Layout {

  /** A table takes no further episode once it is so long, as LeRobot writes them [bytes]. */
  static final long TABLE_BYTES = 100L << 20;

  private static final Type TEXTS = new Type.ListOf(Type.Primitive.TEXT);
  private static final Type NUMBERS = new Type.ListOf(Type.Primitive.DOUBLE);

  private final Path root;
  private final long tableBytes;
  private final List<Place> places = new ArrayList<>();
  private final List<Map<Feature, Statistics>> statistics = new ArrayList<>();
  private @Nullable ParquetTable table;
  private int tables;

  LayoutV30(Path root, long tableBytes) throws IOException {
    this.root = root;
    this.tableBytes = tableBytes;
    Files.createDirectories(root.resolve("meta/episodes/chunk-000"));
  }

  /** Where an episode is. */
  private record Place(int episode, String task, int table, long begin, long end) {}

  @Override
  public void append(Piece episode) throws IOException {
    ParquetTable open = tableFor(episode);
    for (int frame = 0; frame < episode.rows().size(); frame++) {
      open.append(episode.row(frame));
    }
    places.add(
        new Place(episode.index(), episode.task(), tables - 1, episode.begin(), episode.end()));
    statistics.add(episode.statistics());
  }

  private ParquetTable tableFor(Piece episode) throws IOException {
    if (table != null && table.bytes() >= tableBytes) {
      close();
    }
    if (table == null) {
      List<Feature> features = Piece.features(episode.signals());
      Path file =
          root.resolve(
              "data/chunk-%03d/file-%03d.parquet"
                  .formatted(tables / Totals.CHUNK, tables % Totals.CHUNK));
      Files.createDirectories(file.resolveSibling(""));
      table = new ParquetTable(file, Layout.columns(features), Layout.footer(features));
      tables++;
    }
    return table;
  }

  @Override
  public void close() throws IOException {
    ParquetTable open = table;
    table = null;
    if (open != null) {
      open.close();
    }
  }

  @Override
  public void finish(Totals totals) throws IOException {
    close();
    writeEpisodes(totals.features());
    writeTasks(totals.tasks());
    writeStatistics(totals.features());
    Map<String, Object> features = new LinkedHashMap<>();
    for (Feature feature : totals.features()) {
      Map<String, Object> told = feature.info();
      told.put("fps", totals.rateHz());
      features.put(feature.key(), told);
    }
    Map<String, Object> info = totals.info("v3.0");
    info.put("data_files_size_in_mb", TABLE_BYTES >> 20);
    info.put("video_files_size_in_mb", 200);
    info.put("data_path", "data/chunk-{chunk_index:03d}/file-{file_index:03d}.parquet");
    info.put("video_path", null);
    info.put("features", features);
    Json.write(root.resolve("meta/info.json"), info);
  }

  private void writeEpisodes(List<Feature> features) throws IOException {
    List<Column> columns =
        new ArrayList<>(
            List.of(
                new Column("episode_index", Type.Primitive.INT64),
                new Column("tasks", TEXTS),
                new Column("length", Type.Primitive.INT64),
                new Column("data/chunk_index", Type.Primitive.INT64),
                new Column("data/file_index", Type.Primitive.INT64),
                new Column("dataset_from_index", Type.Primitive.INT64),
                new Column("dataset_to_index", Type.Primitive.INT64),
                new Column("meta/episodes/chunk_index", Type.Primitive.INT64),
                new Column("meta/episodes/file_index", Type.Primitive.INT64)));
    for (Feature feature : features) {
      of(0, feature)
          .plain(feature, true)
          .keySet()
          .forEach(
              name ->
                  columns.add(
                      new Column("stats/" + feature.key() + "/" + name, type(feature, name))));
    }
    Path file = root.resolve("meta/episodes/chunk-000/file-000.parquet");
    try (ParquetTable episodes = new ParquetTable(file, columns, Map.of())) {
      for (int i = 0; i < places.size(); i++) {
        episodes.append(row(places.get(i), i, features));
      }
    }
  }

  private static Type type(Feature feature, String statistic) {
    if (statistic.equals("count")) {
      return new Type.ListOf(Type.Primitive.INT64);
    }
    return feature.dtype() == Feature.Dtype.IMAGE
        ? new Type.ListOf(new Type.ListOf(NUMBERS))
        : NUMBERS;
  }

  private List<Object> row(Place place, int index, List<Feature> features) {
    List<Object> row =
        new ArrayList<>(
            List.of(
                (long) place.episode(),
                List.of(place.task()),
                place.end() - place.begin(),
                (long) place.table() / Totals.CHUNK,
                (long) place.table() % Totals.CHUNK,
                place.begin(),
                place.end(),
                0L,
                0L));
    for (Feature feature : features) {
      row.addAll(of(index, feature).plain(feature, true).values());
    }
    return row;
  }

  private Statistics of(int episode, Feature feature) {
    return Objects.requireNonNull(statistics.get(episode).get(feature));
  }

  /** A table as pandas writes it: the task is the index, which only its footer says. */
  private void writeTasks(List<String> tasks) throws IOException {
    List<Column> columns =
        List.of(
            new Column("task_index", Type.Primitive.INT64),
            new Column("task", Type.Primitive.TEXT));
    Map<String, String> footer = Map.of("pandas", Json.line(PandasIndex.of("task", "task_index")));
    try (ParquetTable table =
        new ParquetTable(root.resolve("meta/tasks.parquet"), columns, footer)) {
      for (int task = 0; task < tasks.size(); task++) {
        table.append(List.of((long) task, tasks.get(task)));
      }
    }
  }

  private void writeStatistics(List<Feature> features) throws IOException {
    Map<String, Object> told = new LinkedHashMap<>();
    for (Feature feature : features) {
      List<Statistics> parts = new ArrayList<>();
      for (int episode = 0; episode < statistics.size(); episode++) {
        parts.add(of(episode, feature));
      }
      told.put(feature.key(), Statistics.joined(parts).plain(feature, true));
    }
    Json.write(root.resolve("meta/stats.json"), told);
  }
}
