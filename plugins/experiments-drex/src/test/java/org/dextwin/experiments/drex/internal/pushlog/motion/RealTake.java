package org.dextwin.experiments.drex.internal.pushlog.motion;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.dextwin.api.math.Pose;
import org.dextwin.api.math.Quat;
import org.dextwin.api.math.Vec3;
import org.dextwin.api.model.JointOrder;
import org.dextwin.api.model.TriangleMesh;
import org.dextwin.api.perception.PoseTrack;
import org.dextwin.api.perception.PoseTrack.Clock;
import org.dextwin.api.perception.PoseTrack.Quality;
import org.dextwin.api.perception.PoseTrack.Sample;
import org.dextwin.api.robot.JointLog;
import org.dextwin.mechanics.format.MeshReader;
import org.dextwin.mechanics.log.JointColumns;
import org.dextwin.mechanics.log.JointLogReader;
import org.dextwin.mechanics.log.LogSync;

/** A take of the real pushes, as logged: no pose is mended. */
record RealTake(PoseTrack track, TriangleMesh mesh, double handOnset) {

  /** A joint that is off its start by this much has moved [rad]. */
  private static final double MOVED = 0.01;

  private static final Pattern HEAD = Pattern.compile("(\\S+) - Pose:");
  private static final Pattern NUMBER = Pattern.compile("-?\\d+\\.\\d*(?:e[-+]?\\d+)?");

  static RealTake read(Path takes, String take, String meshFile) {
    JointOrder order =
        new JointOrder("log", IntStream.range(0, 16).mapToObj(i -> "joint" + i).toList());
    JointLog joints =
        new JointLogReader(JointColumns.DREX, order)
            .read(takes.resolve(take).resolve("joints.csv"))
            .log();
    PoseTrack local =
        new PoseTrack(
            take, Clock.UNZONED, samples(takes.resolve(take).resolve("poses")), List.of());
    PoseTrack track = new LogSync(0.5).align(joints, local).poses();
    return new RealTake(
        track, MeshReader.read(takes.resolve("meshes").resolve(meshFile)), handOnset(joints));
  }

  private static double handOnset(JointLog joints) {
    for (int i = 0; i < joints.size(); i++) {
      for (int joint = 0; joint < joints.order().size(); joint++) {
        if (Math.abs(joints.position(i, joint) - joints.position(0, joint)) > MOVED) {
          return joints.time(i);
        }
      }
    }
    throw new IllegalArgumentException("the hand does not move");
  }

  private static List<Sample> samples(Path folder) {
    List<String> lines = new ArrayList<>();
    try (Stream<Path> files = Files.list(folder)) {
      for (Path file : files.sorted().toList()) {
        lines.addAll(Files.readAllLines(file));
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    List<Sample> samples = new ArrayList<>();
    for (int i = 0; i < lines.size(); i++) {
      Matcher head = HEAD.matcher(lines.get(i));
      if (head.find()) {
        double[] m = new double[16];
        int count = 0;
        for (int row = 1; row <= 4; row++) {
          Matcher number = NUMBER.matcher(lines.get(i + row));
          while (number.find()) {
            m[count++] = Double.parseDouble(number.group());
          }
        }
        double time = utc(head.group(1));
        nearest(m)
            .ifPresent(
                R ->
                    samples.add(
                        new Sample(
                            time,
                            new Pose("camera", "object", new Vec3(m[3], m[7], m[11]), R),
                            Quality.MEASURED)));
      }
    }
    samples.sort(Comparator.comparingDouble(Sample::time));
    return samples;
  }

  private static double utc(String time) {
    Instant instant = LocalDateTime.parse(time).toInstant(ZoneOffset.UTC);
    return instant.getEpochSecond() + 1e-9 * instant.getNano();
  }

  private static Optional<Quat> nearest(double[] m) {
    try {
      return Optional.of(
          Quat.fromMatrix(new double[] {m[0], m[1], m[2], m[4], m[5], m[6], m[8], m[9], m[10]}));
    } catch (IllegalArgumentException e) {
      return Optional.empty();
    }
  }
}
