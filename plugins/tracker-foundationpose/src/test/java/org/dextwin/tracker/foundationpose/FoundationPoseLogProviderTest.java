package org.dextwin.tracker.foundationpose;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import org.dextwin.api.perception.PoseTrack;
import org.dextwin.api.perception.PoseTrack.Clock;
import org.dextwin.api.perception.PoseTrack.Sample;
import org.dextwin.api.perception.PoseTracker;
import org.dextwin.api.spi.ComponentProvider;
import org.dextwin.mechanics.log.PoseTrackWriter;
import org.dextwin.testkit.MapSettings;
import org.dextwin.testkit.perception.RecordedTrackerContract;
import org.junit.jupiter.api.Test;

final class FoundationPoseLogProviderTest extends RecordedTrackerContract<FoundationPoseLogConfig> {

  @Override
  protected ComponentProvider<PoseTracker, FoundationPoseLogConfig> provider() {
    return new FoundationPoseLogProvider();
  }

  @Override
  protected Map<String, Object> validSettings() {
    return Map.of("repair", Map.of("depth-outlier-m", 0.02, "neighbours", 3));
  }

  /** A track that crosses a full minute, so that it is in two files. */
  @Override
  protected List<Sample> writeTrack(Path folder) {
    List<Sample> samples =
        TestTrack.of(21).stream()
            .map(s -> new Sample(1_700_000_035 + s.time(), s.pose(), s.quality()))
            .toList();
    new PoseTrackWriter(ZoneOffset.UTC)
        .write(folder, new PoseTrack(OBJECT, Clock.UNZONED, samples, List.of()));
    return samples;
  }

  @Test
  void fallbacksAreThoseOfTheDefault() {
    assertThat(provider().configure(MapSettings.of(Map.of())))
        .isEqualTo(new FoundationPoseLogConfig(RepairConfig.DEFAULT));
  }
}
