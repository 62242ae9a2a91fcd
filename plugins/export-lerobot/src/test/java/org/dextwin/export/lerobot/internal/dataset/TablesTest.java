package org.dextwin.export.lerobot.internal.dataset;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import org.dextwin.export.lerobot.Episodes;
import org.dextwin.export.lerobot.ParquetRows;
import org.dextwin.export.lerobot.internal.take.Dataset;
import org.dextwin.export.lerobot.internal.take.Take;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TablesTest {

  @TempDir private Path temp;

  @Test
  void aLongTableIsFollowedByAnother() throws IOException {
    Path log = temp.resolve("a.dxlog");
    Episodes.write(log, "pick", 2, 0, 0);
    Take take = Take.read(log, OptionalDouble.empty());
    Path folder = Files.createDirectory(temp.resolve("out"));
    try (Dataset dataset = LeRobotDataset.v30(Optional.empty(), List.of(), 1000).begin(folder)) {
      for (int i = 0; i < 3; i++) {
        dataset.add(take);
      }
      dataset.finish();
    }
    List<Map<String, Object>> episodes =
        ParquetRows.of(folder.resolve("meta/episodes/chunk-000/file-000.parquet")).rows();
    assertThat(episodes)
        .extracting(episode -> episode.get("data/file_index"))
        .startsWith(0L)
        .doesNotHaveDuplicates()
        .hasSize(3);
    for (Map<String, Object> episode : episodes) {
      Path table =
          folder.resolve(
              "data/chunk-000/file-%03d.parquet".formatted((Long) episode.get("data/file_index")));
      assertThat(ParquetRows.of(table).rows())
          .hasSize(((Long) episode.get("length")).intValue())
          .allMatch(row -> row.get("episode_index").equals(episode.get("episode_index")));
    }
  }

  @Test
  void imagesAreSampledAsLeRobotDoesIt() {
    assertThat(ImageSample.chosen(1)).containsExactly(0);
    assertThat(ImageSample.chosen(3)).containsExactly(0, 1, 2);
    assertThat(ImageSample.chosen(100)).hasSize(100);
    // figures of the comment in LeRobot's compute_stats
    assertThat(ImageSample.chosen(1000)).hasSize(177).startsWith(0).endsWith(999);
    assertThat(ImageSample.chosen(10_000)).hasSize(1000);
  }

  @Test
  void joinedStatisticsAreThoseOfAllRows() {
    List<double[]> first = List.of(new double[] {1}, new double[] {2}, new double[] {6});
    List<double[]> second = List.of(new double[] {-4}, new double[] {0});
    Statistics joined =
        Statistics.joined(List.of(Statistics.ofRows(first), Statistics.ofRows(second)));
    Statistics all =
        Statistics.ofRows(java.util.stream.Stream.concat(first.stream(), second.stream()).toList());
    assertThat(joined.count()).isEqualTo(5);
    for (String name : List.of("min", "max", "mean", "std")) {
      assertThat(joined.values().get(name)[0])
          .as(name)
          .isCloseTo(all.values().get(name)[0], org.assertj.core.api.Assertions.within(1e-12));
    }
    assertThat(all.values().get("q50")[0]).isEqualTo(1);
    assertThat(all.values().get("q90")[0]).as("as NumPy has it").isEqualTo(4.4);
  }
}
