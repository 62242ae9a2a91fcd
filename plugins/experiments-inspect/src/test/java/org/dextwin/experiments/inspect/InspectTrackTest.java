package org.dextwin.experiments.inspect;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.dextwin.api.experiment.Experiment;
import org.dextwin.api.math.Pose;
import org.dextwin.api.math.Quat;
import org.dextwin.api.math.Vec3;
import org.dextwin.api.perception.PoseTrack;
import org.dextwin.api.perception.PoseTracker;
import org.dextwin.api.spi.ComponentProvider;
import org.dextwin.testkit.TestComponentContext;
import org.dextwin.testkit.experiment.ExperimentContract;
import org.dextwin.testkit.experiment.TestExperimentContext;
import org.dextwin.testkit.perception.FakeTracker;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class InspectTrackTest extends ExperimentContract<InspectConfig> {

  @TempDir private Path log;
  @TempDir private Path run;

  @Override
  protected ComponentProvider<Experiment, InspectConfig> provider() {
    return new InspectProvider();
  }

  @Override
  protected Map<String, Object> validSettings() {
    return Map.of("track", Map.of("folder", log.toString(), "object", "box"));
  }

  /** Ten poses along x, 2 cm and 0.1 s apart; one is missing. */
  @Override
  protected void supply(TestComponentContext context) {
    List<PoseTrack.Sample> samples = new ArrayList<>();
    for (int i = 0; i < 11; i++) {
      if (i != 5) {
        Pose pose =
            new Pose("camera", "box", Vec3.X.times(0.02 * i), Quat.aboutAxis(Vec3.Z, 0.1 * i));
        samples.add(new PoseTrack.Sample(0.1 * i, pose, PoseTrack.Quality.MEASURED));
      }
    }
    try {
      FakeTracker.write(log, samples);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    context.with(PoseTracker.class, new FakeTracker());
  }

  @Test
  void saysHowLongHowDenseAndHowFar() {
    TestExperimentContext context = new TestExperimentContext(run, Map.of());
    create().run(context);
    Map<String, Double> metrics = context.metrics();
    assertThat(metrics).containsEntry("poses", 10.0).containsEntry("not_as_measured", 0.0);
    assertThat(metrics.get("duration_s")).isCloseTo(1, within(1e-9));
    assertThat(metrics.get("rate_hz")).isCloseTo(9, within(1e-9));
    assertThat(metrics.get("longest_gap_s")).isCloseTo(0.2, within(1e-9));
    assertThat(metrics.get("path_m")).isCloseTo(0.2, within(1e-9));
    assertThat(metrics.get("turning_rad")).isCloseTo(1, within(1e-9));
  }
}
