package @package@;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.dextwin.api.math.Pose;
import org.dextwin.api.math.Quat;
import org.dextwin.api.math.Vec3;
import org.dextwin.api.perception.PoseTrack;
import org.dextwin.api.perception.RecordedTracker;
import org.dextwin.api.spi.InvalidInputException;

/**
 * Reads lines of time [s], position [m] and quaternion (w first) of the object in the camera's
 * frame. The last line, {@code end}, tells a whole file from one that was cut off.
 *
 * <p><i>Thread safety</i>: thread-safe.
 */
final class @Class@Tracker implements RecordedTracker {

  private static final String HEADING = "time_s,x_m,y_m,z_m,qw,qx,qy,qz";
  private static final String END = "end";
  private static final String CAMERA = "camera";
  private static final int COLUMNS = 8;

  private final String fileName;

  @Class@Tracker(@Class@Config config) {
    fileName = config.file();
  }

  @Override
  public PoseTrack read(Path folder, String object) {
    Path file = folder.resolve(fileName);
    List<String> lines;
    try {
      lines = Files.readAllLines(file, StandardCharsets.US_ASCII);
    } catch (IOException e) {
      throw new InvalidInputException(
          file + ": cannot be read as text; the folder of a log needs this file", e);
    }
    if (lines.isEmpty() || !lines.get(0).equals(HEADING)) {
      throw new InvalidInputException(file + ":1: expected the heading '" + HEADING + "'");
    }
    if (!lines.get(lines.size() - 1).equals(END)) {
      throw new InvalidInputException(
          file + ":" + lines.size() + ": expected '" + END + "' at the end; the file is cut off");
    }
    List<PoseTrack.Sample> samples = new ArrayList<>();
    for (int i = 1; i < lines.size() - 1; i++) {
      try {
        samples.add(sample(lines.get(i), object));
      } catch (IllegalArgumentException e) {
        throw new InvalidInputException(
            file + ":" + (i + 1) + ": found '" + lines.get(i) + "': " + e.getMessage(), e);
      }
    }
    try {
      return new PoseTrack(object, PoseTrack.Clock.RELATIVE, samples, List.of());
    } catch (IllegalArgumentException e) {
      throw new InvalidInputException(file + ": " + e.getMessage(), e);
    }
  }

  private static PoseTrack.Sample sample(String line, String object) {
    String[] words = line.split(",", -1);
    if (words.length != COLUMNS) {
      throw new IllegalArgumentException(words.length + " numbers, expected " + COLUMNS);
    }
    double[] numbers = new double[COLUMNS];
    for (int i = 0; i < COLUMNS; i++) {
      numbers[i] = Double.parseDouble(words[i]);
      if (!Double.isFinite(numbers[i])) {
        throw new IllegalArgumentException("'" + words[i] + "' is no finite number");
      }
    }
    Pose pose = new Pose(CAMERA, object, Vec3.of(numbers, 1), Quat.of(numbers, 4));
    return new PoseTrack.Sample(numbers[0], pose, PoseTrack.Quality.MEASURED);
  }

  @Override
  public void close() {}
}
