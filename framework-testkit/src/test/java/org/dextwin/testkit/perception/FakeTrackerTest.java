package org.dextwin.testkit.perception;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.dextwin.api.math.Pose;
import org.dextwin.api.math.Quat;
import org.dextwin.api.math.Vec3;
import org.dextwin.api.perception.PoseTrack;
import org.dextwin.api.perception.PoseTracker;
import org.dextwin.api.spi.ComponentProvider;
import org.dextwin.testkit.Subject;

/** The fake tracker keeps the contract. */
public final class FakeTrackerTest extends RecordedTrackerContract<FakeTrackerProvider.Config> {

  @Override
  protected ComponentProvider<PoseTracker, FakeTrackerProvider.Config> provider() {
    return Subject.providerOr(new FakeTrackerProvider());
  }

  @Override
  protected Map<String, Object> validSettings() {
    return Map.of();
  }

  @Override
  protected List<PoseTrack.Sample> writeTrack(Path folder) throws IOException {
    List<PoseTrack.Sample> samples = new ArrayList<>();
    for (int i = 0; i < 8; i++) {
      Pose pose =
          new Pose(
              "camera",
              OBJECT,
              new Vec3(0.1 + 0.01 * i, -0.02 * i, 0.6),
              Quat.aboutAxis(new Vec3(1, 2, 3), 0.3 + 0.05 * i));
      samples.add(new PoseTrack.Sample(0.1 * i, pose, PoseTrack.Quality.MEASURED));
    }
    FakeTracker.write(folder, samples);
    return samples;
  }
}
