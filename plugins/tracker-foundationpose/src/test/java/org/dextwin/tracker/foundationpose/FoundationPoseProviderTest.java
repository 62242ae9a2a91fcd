package org.dextwin.tracker.foundationpose;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.dextwin.api.math.Pose;
import org.dextwin.api.perception.PoseTrack.Quality;
import org.dextwin.api.perception.PoseTrack.Sample;
import org.dextwin.api.perception.PoseTracker;
import org.dextwin.api.spi.ComponentProvider;
import org.dextwin.testkit.MapSettings;
import org.dextwin.testkit.perception.RecordedTrackerContract;
import org.junit.jupiter.api.Test;

final class FoundationPoseProviderTest extends RecordedTrackerContract<FoundationPoseConfig> {

  private static final double RATE = 15;

  @Override
  protected ComponentProvider<PoseTracker, FoundationPoseConfig> provider() {
    return new FoundationPoseProvider();
  }

  @Override
  protected Map<String, Object> validSettings() {
    return Map.of("frame-rate-hz", RATE, "repair", Map.of("gap-s", 0.2));
  }

  @Override
  protected List<Sample> writeTrack(Path folder) throws IOException {
    Path matrices = Files.createDirectory(folder.resolve("ob_in_cam"));
    List<Sample> track = TestTrack.of(22);
    List<Sample> written = new ArrayList<>();
    for (int i = 0; i < track.size(); i++) {
      Pose pose = track.get(i).pose();
      double[] r = pose.rotation().toMatrix();
      StringBuilder text = new StringBuilder();
      for (int row = 0; row < 3; row++) {
        double[] p = {pose.position().x(), pose.position().y(), pose.position().z()};
        text.append(
            String.format(
                Locale.ROOT,
                "%.18e %.18e %.18e %.18e%n",
                r[3 * row],
                r[3 * row + 1],
                r[3 * row + 2],
                p[row]));
      }
      text.append("0.0e+00 0.0e+00 0.0e+00 1.0e+00\n");
      Files.writeString(matrices.resolve(String.format(Locale.ROOT, "%04d.txt", i)), text);
      written.add(new Sample(i / RATE, pose, Quality.MEASURED));
    }
    return written;
  }

  @Test
  void aFrameNeedsExactlyOneSourceOfTime() {
    assertThatThrownBy(() -> provider().configure(MapSettings.of(Map.of())))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("neither");
    Map<String, Object> both = Map.of("frame-rate-hz", 30, "timestamps-file", "times.txt");
    assertThatThrownBy(() -> provider().configure(MapSettings.of(both)))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("both");
  }

  @Test
  void clockBelongsToTimestamps() {
    Map<String, Object> utcAtRate = Map.of("frame-rate-hz", 30, "clock", "utc");
    assertThatThrownBy(() -> provider().configure(MapSettings.of(utcAtRate)))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("clock");
    Map<String, Object> utc = Map.of("timestamps-file", "times.txt", "clock", "utc");
    assertThat(provider().configure(MapSettings.of(utc)).repair()).isEqualTo(RepairConfig.DEFAULT);
  }
}
