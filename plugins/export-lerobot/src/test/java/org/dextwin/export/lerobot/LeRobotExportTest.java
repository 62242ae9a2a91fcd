package org.dextwin.export.lerobot;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Datasets of two takes, of which the second has a gap, so of three episodes. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class LeRobotExportTest {

  private static final double SECONDS = 6;

  /** What late frames leave of a clock's estimate in error; latenesses are up to 1 ms [s]. */
  private static final double CLOCK_ERROR = 1.5e-3;

  @TempDir private static Path temp;

  private static Path logs;

  @BeforeAll
  static void writeLogs() throws IOException {
    logs = Files.createDirectories(temp.resolve("logs"));
    Episodes.write(logs.resolve("a.dxlog"), "pick", SECONDS, 0, 0);
    Episodes.write(logs.resolve("b.dxlog"), "place", SECONDS, 2.5, 4);
  }

  private static Path exported(String format, Object... more) {
    Path out = temp.resolve(format + more.length);
    if (!Files.exists(out)) {
      List<Object> words = new ArrayList<>(List.of(logs, "--format", format, "--out", out));
      words.addAll(List.of(more));
      Export told = Export.run(words.toArray());
      assertThat(told.result()).contains("3 episodes", "action[2]");
      assertThat(told.said())
          .singleElement()
          .asString()
          .contains("b.dxlog", "within half its period");
    }
    return out;
  }

  private static List<Path> tables(Path dataset) throws IOException {
    try (var files = Files.walk(dataset.resolve("data"))) {
      return files.filter(Files::isRegularFile).sorted().toList();
    }
  }

  private static List<Map<String, Object>> rows(Path dataset) throws IOException {
    List<Map<String, Object>> rows = new ArrayList<>();
    for (Path table : tables(dataset)) {
      rows.addAll(ParquetRows.of(table).rows());
    }
    return rows;
  }

  @ParameterizedTest
  @ValueSource(strings = {"lerobot-v2.1", "lerobot-v3"})
  void everySourceIsWithinHalfItsPeriodOfTheRow(String format) throws IOException {
    Path dataset = exported(format);
    JsonNode episodes = Export.json(dataset.resolve("meta/dextwin.json")).at("/episodes");
    List<Map<String, Object>> rows = rows(dataset);
    assertThat(rows).hasSizeGreaterThan((int) (15 * (2 * SECONDS - 1.5) * 0.95));
    for (Map<String, Object> row : rows) {
      JsonNode episode = episodes.get(((Long) row.get("episode_index")).intValue());
      double time =
          (episode.at("/start_nanos").asLong() - Episodes.START) / 1e9
              + (Long) row.get("frame_index") / 15.0;
      List<Float> state = ParquetRows.floats(row.get("observation.state"));
      isNear(time, state.get(0), 300);
      assertThat(state.get(1)).isEqualTo(-state.get(0));
      isNear(time, ParquetRows.floats(row.get("action")).get(0), 100);
      isNear(time, ParquetRows.floats(row.get("complementary_info.applied")).get(0), 100);
      isNear(time, ParquetRows.floats(row.get("observation.pose.cup")).get(0), 15);
      // an image tells the nearest multiple of its period
      isNear(time, red(row) / 30.0, 15);
    }
  }

  private static void isNear(double time, double told, double rate) {
    assertThat(told)
        .as("when the frame of a source at %s Hz was taken", rate)
        .isCloseTo(time, within(0.5 / rate * 1.05 + CLOCK_ERROR));
  }

  private static int red(Map<String, Object> row) throws IOException {
    Map<?, ?> image = (Map<?, ?>) row.get("observation.images.camera");
    assertThat(image.get("path"))
        .isEqualTo("frame-%06d.png".formatted((Long) row.get("frame_index")));
    BufferedImage decoded = ImageIO.read(new ByteArrayInputStream((byte[]) image.get("bytes")));
    assertThat(decoded.getWidth()).isEqualTo(Episodes.WIDTH);
    return (decoded.getRGB(0, 0) >> 16) & 0xff;
  }

  @ParameterizedTest
  @ValueSource(strings = {"lerobot-v2.1", "lerobot-v3"})
  void rowsAreNumberedAndTimedAsLeRobotChecksIt(String format) throws IOException {
    List<Map<String, Object>> rows = rows(exported(format));
    long episode = -1;
    long frame = 0;
    for (int i = 0; i < rows.size(); i++) {
      Map<String, Object> row = rows.get(i);
      if ((Long) row.get("episode_index") != episode) {
        episode++;
        frame = 0;
      }
      assertThat(row).containsEntry("index", (long) i).containsEntry("frame_index", frame);
      assertThat(row).containsEntry("episode_index", episode);
      assertThat(row).containsEntry("task_index", episode == 0 ? 0L : 1L);
      assertThat(row).containsEntry("timestamp", (float) (frame / 15.0));
      frame++;
    }
    assertThat(episode).isEqualTo(2);
  }

  @ParameterizedTest
  @ValueSource(strings = {"lerobot-v2.1", "lerobot-v3"})
  void theFeaturesAreDescribed(String format) throws IOException {
    Path dataset = exported(format);
    JsonNode info = Export.json(dataset.resolve("meta/info.json"));
    assertThat(info.at("/fps").asInt()).isEqualTo(15);
    assertThat(info.at("/total_episodes").asInt()).isEqualTo(3);
    assertThat(info.at("/total_frames").asInt()).isEqualTo(rows(dataset).size());
    assertThat(info.at("/total_tasks").asInt()).isEqualTo(2);
    assertThat(info.at("/splits/train").asText()).isEqualTo("0:3");
    JsonNode features = info.at("/features");
    assertThat(features.fieldNames())
        .toIterable()
        .containsExactly(
            "observation.state",
            "observation.velocity",
            "observation.effort",
            "observation.pose.cup",
            "observation.images.camera",
            "action",
            "complementary_info.applied",
            "timestamp",
            "frame_index",
            "episode_index",
            "index",
            "task_index");
    assertThat(features.at("/action/names"))
        .extracting(JsonNode::asText)
        .containsExactly("knuckle", "tip");
    assertThat(features.at("/action/dtype").asText()).isEqualTo("float32");
    assertThat(features.at("/observation.images.camera/shape"))
        .extracting(JsonNode::asInt)
        .containsExactly(Episodes.HEIGHT, Episodes.WIDTH, 3);
    assertThat(features.at("/observation.images.camera/dtype").asText()).isEqualTo("image");
    assertThat(features.at("/observation.pose.cup/names/3").asText()).isEqualTo("qw");

    String footer = ParquetRows.of(tables(dataset).get(0)).footer().get("huggingface");
    JsonNode told = new ObjectMapper().readTree(footer).at("/info/features");
    assertThat(told.at("/action/length").asInt()).isEqualTo(2);
    assertThat(told.at("/observation.images.camera/_type").asText()).isEqualTo("Image");
    assertThat(told.at("/timestamp/dtype").asText()).isEqualTo("float32");
  }

  @Test
  void version21HasATableAndLinesForEachEpisode() throws IOException {
    Path dataset = exported("lerobot-v2.1");
    assertThat(tables(dataset))
        .extracting(table -> dataset.relativize(table).toString())
        .containsExactly(
            "data/chunk-000/episode_000000.parquet",
            "data/chunk-000/episode_000001.parquet",
            "data/chunk-000/episode_000002.parquet");
    List<JsonNode> episodes = lines(dataset.resolve("meta/episodes.jsonl"));
    List<JsonNode> statistics = lines(dataset.resolve("meta/episodes_stats.jsonl"));
    for (int i = 0; i < 3; i++) {
      List<Map<String, Object>> rows = ParquetRows.of(tables(dataset).get(i)).rows();
      assertThat(episodes.get(i).at("/episode_index").asInt()).isEqualTo(i);
      assertThat(episodes.get(i).at("/length").asInt()).isEqualTo(rows.size());
      assertThat(statistics.get(i).at("/episode_index").asInt()).isEqualTo(i);
      areStatisticsOf(statistics.get(i).at("/stats"), rows);
      assertThat(statistics.get(i).at("/stats/action").has("q50")).isFalse();
    }
    assertThat(episodes.get(2).at("/tasks/0").asText()).isEqualTo("place");
    assertThat(lines(dataset.resolve("meta/tasks.jsonl")))
        .extracting(line -> line.at("/task_index").asInt() + line.at("/task").asText())
        .containsExactly("0pick", "1place");
    assertThat(Export.json(dataset.resolve("meta/info.json")).at("/codebase_version").asText())
        .isEqualTo("v2.1");
  }

  @Test
  void version30TellsWhereEachEpisodeIs() throws IOException {
    Path dataset = exported("lerobot-v3");
    assertThat(tables(dataset))
        .extracting(table -> dataset.relativize(table).toString())
        .containsExactly("data/chunk-000/file-000.parquet");
    List<Map<String, Object>> rows = rows(dataset);
    List<Map<String, Object>> episodes =
        ParquetRows.of(dataset.resolve("meta/episodes/chunk-000/file-000.parquet")).rows();
    assertThat(episodes).hasSize(3);
    long next = 0;
    for (Map<String, Object> episode : episodes) {
      assertThat(episode).containsEntry("dataset_from_index", next);
      next = (Long) episode.get("dataset_to_index");
      assertThat(next - (Long) episode.get("dataset_from_index")).isEqualTo(episode.get("length"));
      assertThat(rows.get((int) next - 1))
          .containsEntry("episode_index", episode.get("episode_index"));
      assertThat(episode)
          .containsEntry("data/chunk_index", 0L)
          .containsEntry("data/file_index", 0L);
      assertThat((List<?>) episode.get("stats/observation.images.camera/mean")).hasSize(3);
    }
    assertThat(next).isEqualTo(rows.size());
    assertThat(episodes.get(1).get("tasks")).isEqualTo(List.of("place"));

    ParquetRows tasks = ParquetRows.of(dataset.resolve("meta/tasks.parquet"));
    assertThat(tasks.rows())
        .containsExactly(
            Map.of("task_index", 0L, "task", "pick"), Map.of("task_index", 1L, "task", "place"));
    assertThat(
            new ObjectMapper()
                .readTree(tasks.footer().get("pandas"))
                .at("/index_columns/0")
                .asText())
        .isEqualTo("task");

    JsonNode statistics = Export.json(dataset.resolve("meta/stats.json"));
    areStatisticsOf(statistics, rows);
    assertThat(statistics.at("/action/q50/0").asDouble()).isBetween(1.0, 5.0);
    assertThat(Export.json(dataset.resolve("meta/info.json")).at("/features/action/fps").asInt())
        .isEqualTo(15);
  }

  private static List<JsonNode> lines(Path file) throws IOException {
    List<JsonNode> lines = new ArrayList<>();
    for (String line : Files.readAllLines(file)) {
      lines.add(new ObjectMapper().readTree(line));
    }
    return lines;
  }

  /** Compares with sums over the rows as they were read back. */
  private static void areStatisticsOf(JsonNode statistics, List<Map<String, Object>> rows)
      throws IOException {
    for (String key : List.of("observation.state", "action", "observation.pose.cup")) {
      double[] values =
          rows.stream().mapToDouble(row -> ParquetRows.floats(row.get(key)).get(0)).toArray();
      JsonNode told = statistics.get(key);
      double mean = java.util.Arrays.stream(values).average().orElseThrow();
      double variance =
          java.util.Arrays.stream(values)
              .map(it -> (it - mean) * (it - mean))
              .average()
              .orElseThrow();
      assertThat(told.at("/mean/0").asDouble()).as(key).isCloseTo(mean, within(1e-5));
      assertThat(told.at("/std/0").asDouble()).as(key).isCloseTo(Math.sqrt(variance), within(1e-5));
      assertThat(told.at("/min/0").asDouble())
          .isCloseTo(java.util.Arrays.stream(values).min().orElseThrow(), within(1e-5));
      assertThat(told.at("/max/0").asDouble())
          .isCloseTo(java.util.Arrays.stream(values).max().orElseThrow(), within(1e-5));
      assertThat(told.at("/count/0").asInt()).isEqualTo(rows.size());
    }
    JsonNode image = statistics.get("observation.images.camera");
    double red = 0;
    for (Map<String, Object> row : rows) {
      red += red(row) / 255.0 / rows.size();
    }
    assertThat(image.at("/mean/0/0/0").asDouble()).isCloseTo(red, within(1e-9));
    assertThat(image.at("/mean/1/0/0").asDouble()).isCloseTo(0.2, within(1e-9));
    assertThat(image.at("/std/1/0/0").asDouble()).isZero();
    assertThat(image.at("/max/2/0/0").asDouble()).isZero();
  }

  @Test
  void rateAndTaskCanBeChosen() throws IOException {
    Path dataset = exported("lerobot-v3", "--fps", "50", "--task", "juggle", "--action=applied");
    JsonNode info = Export.json(dataset.resolve("meta/info.json"));
    assertThat(info.at("/fps").asInt()).isEqualTo(50);
    assertThat(info.at("/total_tasks").asInt()).isEqualTo(1);
    assertThat(info.at("/features").has("complementary_info.command")).isTrue();
    assertThat(ParquetRows.of(dataset.resolve("meta/tasks.parquet")).rows().get(0))
        .containsEntry("task", "juggle");
    Iterator<Map<String, Object>> rows = rows(dataset).iterator();
    assertThat(rows.next()).containsEntry("timestamp", 0f);
    assertThat(rows.next()).containsEntry("timestamp", 0.02f);
  }
}
