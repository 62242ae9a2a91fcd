package org.dextwin.tracker.foundationpose;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.dextwin.api.perception.PoseTrack;
import org.dextwin.api.perception.PoseTrack.Clock;
import org.dextwin.api.perception.RecordedTracker;
import org.dextwin.api.spi.InvalidInputException;

/**
 * Reads the matrices that FoundationPose writes: {@code ob_in_cam/<frame id>.txt}, below the given
 * folder or in it. A frame without a file is a gap.
 *
 * <p><i>Thread safety</i>: immutable.
 */
final class FoundationPoseTracker implements RecordedTracker {

  private static final String MATRICES = "ob_in_cam";
  private static final String SUFFIX = ".txt";

  /** A matrix of float64 in full print has about 400 bytes. */
  private static final long LIMIT_BYTES = 64 << 10;

  private final FoundationPoseConfig config;

  FoundationPoseTracker(FoundationPoseConfig config) {
    this.config = config;
  }

  @Override
  public PoseTrack read(Path folder, String object) {
    List<Path> files = matrixFiles(folder);
    FrameTimes times = times(folder, files);
    List<RawPose> poses = new ArrayList<>();
    for (Path file : files) {
      poses.add(new RawPose(times.of(file, id(file)), matrix(file), file.toString()));
    }
    poses.sort(Comparator.comparingDouble(RawPose::time));
    requireDistinct(poses);
    return new TrackBuilder(config.repair(), object, List.of())
        .build(config.clock(), config.clock() == Clock.RELATIVE ? sinceFirst(poses) : poses);
  }

  private List<Path> matrixFiles(Path folder) {
    Path below = folder.resolve(MATRICES);
    Path matrices = Files.isDirectory(below) ? below : folder;
    List<Path> files =
        LimitedFile.in(matrices).stream()
            .filter(file -> file.toString().endsWith(SUFFIX))
            .filter(file -> !file.equals(folder.resolve(config.timestampsFile().orElse(""))))
            .toList();
    if (files.isEmpty()) {
      throw new InvalidInputException(
          matrices + ": holds no <frame id>.txt; expected FoundationPose's folder " + MATRICES);
    }
    return files;
  }

  private FrameTimes times(Path folder, List<Path> files) {
    if (config.timestampsFile().isPresent()) {
      Path source = folder.resolve(config.timestampsFile().get()).normalize();
      if (!source.startsWith(folder.normalize())) {
        throw new InvalidInputException(
            source + ": timestamps-file leads out of " + folder + "; put it into the folder");
      }
      return FrameTimes.Listed.read(source);
    }
    long first =
        files.stream().mapToLong(file -> FrameTimes.AtRate.id(file, id(file))).min().orElseThrow();
    return new FrameTimes.AtRate(config.frameRateHz().orElseThrow(), first);
  }

  private static String id(Path file) {
    String name = file.getFileName().toString();
    return name.substring(0, name.length() - SUFFIX.length());
  }

  private static List<Double> matrix(Path file) {
    List<Double> numbers = new ArrayList<>();
    List<String> lines = LimitedFile.lines(file, LIMIT_BYTES);
    for (int i = 0; i < lines.size(); i++) {
      for (String text : lines.get(i).strip().split("\\s+", -1)) {
        if (!text.isEmpty()) {
          numbers.add(number(text, file + ":" + (i + 1)));
        }
      }
    }
    if (numbers.size() != 16) {
      throw new InvalidInputException(
          file
              + ": holds "
              + numbers.size()
              + " numbers, expected 16 (4 x 4); remove the file: its frame is then a gap");
    }
    return numbers;
  }

  private static double number(String text, String place) {
    if (text.equals("nan") || text.equals("-nan")) {
      return Double.NaN; // as numpy prints it; the pose is dropped later
    }
    try {
      return Double.parseDouble(text);
    } catch (NumberFormatException e) {
      throw new InvalidInputException(
          place + ": '" + text + "' is not a number; expected a 4 x 4 matrix", e);
    }
  }

  private static void requireDistinct(List<RawPose> poses) {
    for (int i = 1; i < poses.size(); i++) {
      if (poses.get(i).time() == poses.get(i - 1).time()) {
        throw new InvalidInputException(
            poses.get(i).place()
                + ": has the same time as "
                + poses.get(i - 1).place()
                + " ("
                + poses.get(i).time()
                + " s); correct the timestamps or the frame rate");
      }
    }
  }

  private static List<RawPose> sinceFirst(List<RawPose> poses) {
    double start = poses.get(0).time();
    return poses.stream()
        .map(pose -> new RawPose(pose.time() - start, pose.matrix(), pose.place()))
        .toList();
  }

  @Override
  public void close() {}
}
