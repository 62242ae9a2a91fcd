package org.dextwin.testkit.perception;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.dextwin.api.math.Pose;
import org.dextwin.api.math.Quat;
import org.dextwin.api.math.Vec3;
import org.dextwin.api.perception.PoseTrack;
import org.dextwin.api.perception.RecordedTracker;
import org.dextwin.api.spi.InvalidInputException;

/**
 * Reads poses from a plain text, for tests of what uses trackers: one line of eight numbers per
 * pose in the file {@code poses.txt}, time [s], position [m] and quaternion (w first) in the
 * camera.
 *
 * <p><i>Thread safety</i>: thread-safe.
 */
public final class FakeTracker implements RecordedTracker {

  private static final String FILE = "poses.txt";
  private static final String CAMERA = "camera";

  /** Makes a tracker. */
  public FakeTracker() {}

  /**
   * Writes poses as {@link #read} reads them.
   *
   * @param folder an existing folder
   * @param samples the poses
   * @throws IOException if writing fails
   */
  public static void write(Path folder, List<PoseTrack.Sample> samples) throws IOException {
    Files.writeString(
        folder.resolve(FILE),
        samples.stream().map(FakeTracker::line).collect(Collectors.joining("\n", "", "\nend\n")));
  }

  private static String line(PoseTrack.Sample sample) {
    Vec3 p = sample.pose().position();
    Quat r = sample.pose().rotation();
    return sample.time()
        + " "
        + p.x()
        + " "
        + p.y()
        + " "
        + p.z()
        + " "
        + r.w()
        + " "
        + r.x()
        + " "
        + r.y()
        + " "
        + r.z();
  }

  @Override
  public PoseTrack read(Path folder, String object) {
    Path file = folder.resolve(FILE);
    List<String> lines;
    try {
      lines = Files.readAllLines(file);
    } catch (IOException e) {
      throw new InvalidInputException(file + ": cannot be read as text: " + e, e);
    }
    if (lines.isEmpty() || !lines.get(lines.size() - 1).equals("end")) {
      throw new InvalidInputException(file + ": has no last line 'end'; record the track again");
    }
    List<PoseTrack.Sample> samples = new ArrayList<>();
    for (int i = 0; i + 1 < lines.size(); i++) {
      try {
        samples.add(sample(lines.get(i), object));
      } catch (IllegalArgumentException e) {
        throw new InvalidInputException(
            file + ":" + (i + 1) + ": '" + lines.get(i) + "' is no pose: " + e.getMessage(), e);
      }
    }
    return new PoseTrack(object, PoseTrack.Clock.RELATIVE, samples, List.of());
  }

  private static PoseTrack.Sample sample(String line, String object) {
    String[] words = line.strip().split("\\s+", -1);
    if (words.length != 8) {
      throw new IllegalArgumentException(words.length + " numbers, expected 8");
    }
    double[] numbers = new double[8];
    for (int i = 0; i < 8; i++) {
      numbers[i] = Double.parseDouble(words[i]);
      if (!Double.isFinite(numbers[i])) {
        throw new IllegalArgumentException(words[i] + " is not finite");
      }
    }
    Pose pose = new Pose(CAMERA, object, Vec3.of(numbers, 1), Quat.of(numbers, 4));
    return new PoseTrack.Sample(numbers[0], pose, PoseTrack.Quality.MEASURED);
  }

  @Override
  public void close() {}
}
