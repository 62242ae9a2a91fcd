package @package@;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.dextwin.api.math.Pose;
import org.dextwin.api.math.Quat;
import org.dextwin.api.math.Vec3;
import org.dextwin.api.perception.PoseTrack;
import org.dextwin.api.perception.PoseTracker;
import org.dextwin.api.spi.ComponentProvider;
import org.dextwin.testkit.perception.RecordedTrackerContract;

/** Keeps the contract of its role. */
final class @Class@ProviderTest extends RecordedTrackerContract<@Class@Config> {

  @Override
  protected ComponentProvider<PoseTracker, @Class@Config> provider() {
    return new @Class@Provider();
  }

  @Override
  protected Map<String, Object> validSettings() {
    return Map.of("file", "poses.csv");
  }

  @Override
  protected List<PoseTrack.Sample> writeTrack(Path folder) throws IOException {
    List<PoseTrack.Sample> samples = new ArrayList<>();
    StringBuilder text = new StringBuilder("time_s,x_m,y_m,z_m,qw,qx,qy,qz\n");
    for (int i = 0; i < 8; i++) {
      Vec3 p = new Vec3(0.1 + 0.01 * i, -0.02 * i, 0.6);
      Quat r = Quat.aboutAxis(new Vec3(1, 2, 3), 0.3 + 0.05 * i);
      samples.add(
          new PoseTrack.Sample(
              0.1 * i, new Pose("camera", OBJECT, p, r), PoseTrack.Quality.MEASURED));
      text.append(
          String.format(
              Locale.ROOT,
              "%.6f,%.9f,%.9f,%.9f,%.9f,%.9f,%.9f,%.9f%n",
              0.1 * i,
              p.x(),
              p.y(),
              p.z(),
              r.w(),
              r.x(),
              r.y(),
              r.z()));
    }
    Files.writeString(folder.resolve("poses.csv"), text.append("end\n"));
    return samples;
  }
}
