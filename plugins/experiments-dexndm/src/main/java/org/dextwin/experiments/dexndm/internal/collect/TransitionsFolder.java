package org.dextwin.experiments.dexndm.internal.collect;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.dextwin.api.learning.Transitions;
import org.dextwin.api.learning.Transitions.Episode;
import org.dextwin.api.model.JointOrder;
import org.dextwin.api.spi.InvalidInputException;
import org.dextwin.mechanics.array.ArrayFile;
import org.dextwin.mechanics.array.NpzWriter;
import org.dextwin.mechanics.array.NumberArray;

/**
 * Recordings in a folder that NumPy reads as well:
 *
 * <ul>
 *   <li>{@code joints.txt}: the name of the joints' order, then a joint per line;
 *   <li>{@code NUMBER.npz}: some episodes, one after the other, in float32 arrays: {@code period}
 *       (1) [s]; {@code steps} (episodes), the steps of each; {@code positions} (sum of steps + 1,
 *       joints) [rad]; {@code targets} (sum of steps, joints) [rad], those in force from a reading
 *       to the next.
 * </ul>
 *
 * <p>A file is written as a whole or not at all.
 *
 * <p><i>Thread safety</i>: immutable.
 *
 * @param folder the folder
 */
public record TransitionsFolder(Path folder) {

  private static final String JOINTS = "joints.txt";
  private static final String ENDING = ".npz";

  Path file(int number) {
    return folder.resolve("%05d%s".formatted(number, ENDING));
  }

  /** Writes some episodes. */
  void write(int number, JointOrder joints, double period, List<Episode> episodes) {
    int n = joints.size();
    double[] steps = new double[episodes.size()];
    int rows = 0;
    for (int i = 0; i < steps.length; i++) {
      steps[i] = episodes.get(i).steps();
      rows += episodes.get(i).steps();
    }
    double[] positions = new double[(rows + steps.length) * n];
    double[] targets = new double[rows * n];
    int p = 0;
    int t = 0;
    for (Episode episode : episodes) {
      for (float value : episode.positions()) {
        positions[p++] = value;
      }
      for (float value : episode.targets()) {
        targets[t++] = value;
      }
    }
    String place = file(number).toString();
    Map<String, NumberArray> arrays =
        Map.of(
            "period", new NumberArray(place, new int[] {1}, new double[] {period}),
            "steps", new NumberArray(place, new int[] {steps.length}, steps),
            "positions", new NumberArray(place, new int[] {rows + steps.length, n}, positions),
            "targets", new NumberArray(place, new int[] {rows, n}, targets));
    try {
      Files.createDirectories(folder);
      List<String> lines = new ArrayList<>(List.of(joints.name()));
      lines.addAll(joints.joints());
      Files.write(folder.resolve(JOINTS), lines);
      Path unfinished = folder.resolve("unfinished");
      NpzWriter.write(unfinished, arrays);
      Files.move(
          unfinished,
          file(number),
          StandardCopyOption.ATOMIC_MOVE,
          StandardCopyOption.REPLACE_EXISTING);
    } catch (IOException e) {
      throw new UncheckedIOException(folder + ": cannot be written", e);
    }
  }

  /**
   * Reads all recordings.
   *
   * @return the recordings, in order of the files' numbers
   * @throws InvalidInputException if a file is missing or damaged
   */
  public Transitions read() {
    JointOrder joints = joints();
    List<Episode> episodes = new ArrayList<>();
    double period = Double.NaN;
    for (Path file : files()) {
      try (ArrayFile arrays = ArrayFile.open(file)) {
        NumberArray rate = require(arrays, file, "period", 1);
        if (!Double.isNaN(period) && rate.get(0) != period) {
          throw rate.problem("is not that of the other files, " + period);
        }
        period = rate.get(0);
        add(arrays, file, joints.size(), episodes);
      }
    }
    if (episodes.isEmpty()) {
      throw new InvalidInputException(folder + ": holds no recordings; run collect first");
    }
    return new Transitions(joints, Math.round(period * 1e6) / 1e6, episodes);
  }

  private JointOrder joints() {
    Path file = folder.resolve(JOINTS);
    try {
      List<String> lines = Files.readAllLines(file);
      if (lines.size() < 2) {
        throw new InvalidInputException(file + ": names no joints; run collect again");
      }
      return new JointOrder(lines.get(0), lines.subList(1, lines.size()));
    } catch (IOException e) {
      throw new InvalidInputException(
          file + ": cannot be read; give a folder of recordings that collect made", e);
    }
  }

  private List<Path> files() {
    try (Stream<Path> files = Files.list(folder)) {
      return files.filter(file -> file.toString().endsWith(ENDING)).sorted().toList();
    } catch (IOException e) {
      throw new InvalidInputException(folder + ": cannot be listed", e);
    }
  }

  private static NumberArray require(ArrayFile arrays, Path file, String name, int axes) {
    NumberArray array =
        arrays
            .find(name)
            .orElseThrow(() -> new InvalidInputException(file + ": lacks the array " + name));
    if (array.axes() != axes) {
      throw array.problem("has the shape " + array.shape() + ", not one of " + axes + " axes");
    }
    return array;
  }

  private static void add(ArrayFile arrays, Path file, int n, List<Episode> episodes) {
    NumberArray steps = require(arrays, file, "steps", 1);
    NumberArray positions = require(arrays, file, "positions", 2);
    NumberArray targets = require(arrays, file, "targets", 2);
    long rows = 0;
    for (int i = 0; i < steps.size(); i++) {
      rows += (long) steps.get(i);
    }
    if (positions.length(1) != n
        || targets.length(1) != n
        || positions.length(0) != rows + steps.size()
        || targets.length(0) != rows) {
      throw positions.problem(
          "and targets have the shapes "
              + positions.shape()
              + " and "
              + targets.shape()
              + ", which "
              + steps.size()
              + " episodes of "
              + rows
              + " steps and "
              + n
              + " joints do not have");
    }
    int p = 0;
    int t = 0;
    for (int i = 0; i < steps.size(); i++) {
      int length = (int) steps.get(i);
      String name = file.getFileName() + "-" + i;
      episodes.add(
          new Episode(
              name, length, part(positions, p, (length + 1) * n), part(targets, t, length * n)));
      p += (length + 1) * n;
      t += length * n;
    }
  }

  private static float[] part(NumberArray array, int from, int length) {
    float[] part = new float[length];
    for (int i = 0; i < length; i++) {
      part[i] = (float) array.get(from + i);
    }
    return part;
  }
}
