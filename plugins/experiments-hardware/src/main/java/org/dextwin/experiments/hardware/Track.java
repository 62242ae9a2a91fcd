package org.dextwin.experiments.hardware;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.stream.Stream;
import org.dextwin.api.model.JointOrder;
import org.dextwin.api.model.JointVector;
import org.dextwin.api.robot.JointLog;
import org.dextwin.api.spi.InvalidInputException;
import org.dextwin.api.spi.IoReason;
import org.dextwin.devices.record.Episode;
import org.dextwin.devices.record.EpisodeReader;
import org.dextwin.devices.record.EpisodeWriter;
import org.dextwin.devices.record.Frame;
import org.dextwin.devices.record.Reading;
import org.dextwin.devices.record.Source;
import org.dextwin.mechanics.log.JointColumns;
import org.dextwin.mechanics.log.JointLogReader;

/**
 * Joint positions over time, out of a recorded log: what was commanded, or, where a log holds no
 * commands, what was measured. Between two frames it is straight.
 *
 * <p><i>Thread safety</i>: immutable.
 */
final class Track {

  private final double[] times;
  private final double[][] positions;

  private Track(double[] times, double[][] positions) {
    this.times = times;
    this.positions = positions;
  }

  /** Reads a log; of a folder of logs, the one of the robot's joints. */
  static Track read(Path path, Robot robot, JointColumns columns) {
    Path file = Files.isDirectory(path) ? choose(path, robot.order()) : path;
    return file.toString().endsWith(EpisodeWriter.EXTENSION)
        ? ofEpisode(file, EpisodeReader.read(file), robot.order())
        : ofLog(file, new JointLogReader(columns, robot.model()).read(file).log(), robot.order());
  }

  private static Path choose(Path folder, JointOrder order) {
    List<String> others = new ArrayList<>();
    for (Path file : logsIn(folder)) {
      List<Source> sources = EpisodeReader.read(file).header().sources();
      if (sources.stream().anyMatch(source -> moves(source, order))) {
        return file;
      }
      sources.forEach(
          source ->
              source
                  .order()
                  .ifPresent(it -> others.add(file.getFileName() + " (" + it.name() + ")")));
    }
    throw new InvalidInputException(
        folder
            + " holds no episode log of the joints of '"
            + order.name()
            + "'; it has "
            + others.stream().distinct().toList());
  }

  private static List<Path> logsIn(Path folder) {
    try (Stream<Path> files = Files.list(folder)) {
      return files
          .filter(file -> file.toString().endsWith(EpisodeWriter.EXTENSION))
          .sorted()
          .toList();
    } catch (java.io.IOException e) {
      throw new InvalidInputException("cannot list " + folder + ": " + IoReason.of(e), e);
    }
  }

  private static boolean moves(Source source, JointOrder order) {
    return source.order().isPresent()
        && new HashSet<>(source.order().get().joints()).equals(new HashSet<>(order.joints()));
  }

  private static Track ofEpisode(Path file, Episode episode, JointOrder order) {
    for (Source.Kind kind : List.of(Source.Kind.COMMAND, Source.Kind.JOINTS)) {
      for (int source : episode.sourcesOf(kind)) {
        List<Frame> frames = episode.framesOf(source);
        if (moves(episode.header().sources().get(source), order) && !frames.isEmpty()) {
          return of(file, frames, order);
        }
      }
    }
    throw new InvalidInputException(
        file
            + " has no frames of the joints of '"
            + order.name()
            + "'; its sources are "
            + episode.header().sources());
  }

  private static Track of(Path file, List<Frame> frames, JointOrder order) {
    double[] times = new double[frames.size()];
    double[][] positions = new double[frames.size()][];
    for (int i = 0; i < times.length; i++) {
      Frame frame = frames.get(i);
      times[i] = (frame.sourceNanos() - frames.get(0).sourceNanos()) / 1e9;
      if (i > 0 && !(times[i] > times[i - 1])) {
        throw new InvalidInputException(
            "%s: frame %d is at %s s, not after %s s; the clock of its source was set back"
                .formatted(file, i, times[i], times[i - 1]));
      }
      JointVector position =
          frame.reading() instanceof Reading.Command command
              ? command.position()
              : ((Reading.Joints) frame.reading()).position();
      positions[i] = position.in(order).values(order);
    }
    return new Track(times, positions);
  }

  private static Track ofLog(Path file, JointLog log, JointOrder order) {
    if (log.size() == 0) {
      throw new InvalidInputException(file + " has no readings to replay");
    }
    double[] times = log.times();
    double start = times[0];
    double[][] positions = new double[times.length][order.size()];
    for (int i = 0; i < times.length; i++) {
      times[i] -= start;
      for (int joint = 0; joint < order.size(); joint++) {
        positions[i][joint] = log.position(i, log.order().indexOf(order.joints().get(joint)));
      }
    }
    return new Track(times, positions);
  }

  double durationS() {
    return times[times.length - 1];
  }

  /** Positions at a time since the begin, in the order of the driver; the ends are held. */
  double[] at(double time) {
    int after = java.util.Arrays.binarySearch(times, time);
    if (after >= 0) {
      return positions[after].clone();
    }
    after = -after - 1;
    if (after == 0 || after == times.length) {
      return positions[Math.min(after, times.length - 1)].clone();
    }
    double part = (time - times[after - 1]) / (times[after] - times[after - 1]);
    double[] between = positions[after - 1].clone();
    for (int i = 0; i < between.length; i++) {
      between[i] += part * (positions[after][i] - between[i]);
    }
    return between;
  }
}
