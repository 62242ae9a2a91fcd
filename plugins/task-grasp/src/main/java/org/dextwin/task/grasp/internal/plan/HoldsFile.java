package org.dextwin.task.grasp.internal.plan;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.DoubleStream;
import java.util.stream.Stream;
import org.dextwin.api.math.Vec3;
import org.dextwin.api.model.HandModel;
import org.dextwin.api.spi.IoReason;
import org.dextwin.task.grasp.internal.plan.GraspGeometry.Hold;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The holds of a hand in a file of words and numbers, a line each for a hold and for each posture
 * of its grip. Java writes numbers so that they are read as they were, bit for bit. The last line
 * is a checksum over the others.
 */
final class HoldsFile {

  private static final Logger LOG = LoggerFactory.getLogger(HoldsFile.class);

  private static final String TITLE = "holds 1";
  private static final String HOLD = "hold";
  private static final String POSTURE = "posture";

  /** Four holds have a few kilobytes. */
  private static final long LARGEST = 1 << 20;

  private final Path path;
  private final int joints;
  private final int fingers;

  HoldsFile(Path path, HandModel hand) {
    this.path = path;
    this.joints = hand.robot().movingJoints().size();
    this.fingers = hand.fingers().size();
  }

  Path path() {
    return path;
  }

  /** Returns what was kept; empty if there is nothing, or nothing that can be used. */
  Optional<List<RankedHold>> read() {
    try {
      if (Files.size(path) > LARGEST) {
        throw new IllegalArgumentException("it is too large");
      }
      return Optional.of(parsed(Files.readAllLines(path)));
    } catch (NoSuchFileException e) {
      return Optional.empty();
    } catch (IOException e) {
      LOG.warn("{}: cannot be read ({}); searching for holds anew", path, IoReason.of(e));
    } catch (IllegalArgumentException e) {
      LOG.warn("{}: is damaged ({}); searching for holds anew", path, e.getMessage());
    }
    return Optional.empty();
  }

  private List<RankedHold> parsed(List<String> lines) {
    int last = lines.size() - 1;
    if (last < 1 || !lines.get(0).equals(TITLE)) {
      throw new IllegalArgumentException("it does not hold '" + TITLE + "'");
    }
    if (!lines.get(last).equals(checksum(lines.subList(0, last)))) {
      throw new IllegalArgumentException("its checksum is wrong");
    }
    List<RankedHold> holds = new ArrayList<>();
    for (int at = 1; at < last; ) {
      Numbers numbers = new Numbers(lines.get(at++), HOLD);
      double score = numbers.next();
      double elevation = numbers.next();
      int opposer = numbers.index(fingers);
      Vec3 center = numbers.vector();
      Vec3 axis = numbers.vector();
      Vec3 back = numbers.vector();
      List<Integer> others = new ArrayList<>();
      while (numbers.hasNext()) {
        others.add(numbers.index(fingers));
      }
      List<Pinch> pinches = new ArrayList<>();
      while (at < last && lines.get(at).startsWith(POSTURE)) {
        Numbers posture = new Numbers(lines.get(at++), POSTURE);
        double aperture = posture.next();
        double grip = posture.next();
        double[] q = new double[joints];
        for (int i = 0; i < joints; i++) {
          q[i] = posture.next();
        }
        posture.requireEnd();
        pinches.add(new Pinch(q, aperture, grip));
      }
      if (others.isEmpty() || pinches.size() < 2) {
        throw new IllegalArgumentException("a hold lacks fingers or postures");
      }
      holds.add(
          new RankedHold(
              new Hold(new PrecisionGrip(opposer, others, center, axis, back, pinches), elevation),
              score));
    }
    return List.copyOf(holds);
  }

  /** Keeps holds; that this fails is no reason to stop. */
  void write(List<RankedHold> holds) {
    List<String> lines = new ArrayList<>(List.of(TITLE));
    for (RankedHold ranked : holds) {
      PrecisionGrip grip = ranked.hold().grip();
      DoubleStream numbers =
          DoubleStream.concat(
              DoubleStream.of(ranked.score(), ranked.hold().elevation(), grip.opposer()),
              Stream.of(grip.center(), grip.axis(), grip.back())
                  .flatMapToDouble(v -> DoubleStream.of(v.x(), v.y(), v.z())));
      lines.add(
          line(
              HOLD,
              DoubleStream.concat(
                  numbers, grip.others().stream().mapToDouble(Integer::doubleValue))));
      for (Pinch pinch : grip.pinches()) {
        lines.add(
            line(
                POSTURE,
                DoubleStream.concat(
                    DoubleStream.of(pinch.aperture(), pinch.grip()), DoubleStream.of(pinch.q()))));
      }
    }
    lines.add(checksum(lines));
    Path part = path.resolveSibling("." + UUID.randomUUID());
    try {
      Files.createDirectories(path.resolveSibling(""));
      try {
        Files.write(part, lines);
        Files.move(part, path, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
      } finally {
        Files.deleteIfExists(part);
      }
    } catch (IOException e) {
      LOG.warn("{}: cannot be written ({}); the next run searches again", path, IoReason.of(e));
    }
  }

  private static String line(String word, DoubleStream numbers) {
    return word + numbers.mapToObj(number -> " " + number).collect(Collectors.joining());
  }

  private static String checksum(List<String> lines) {
    return new Fingerprint().add(lines).toString();
  }

  /** The numbers of a line. */
  private static final class Numbers {

    private final Iterator<String> words;

    Numbers(String line, String first) {
      words = List.of(line.split(" ", -1)).iterator();
      if (!words.next().equals(first)) {
        throw new IllegalArgumentException("a line does not begin with '" + first + "'");
      }
    }

    boolean hasNext() {
      return words.hasNext();
    }

    double next() {
      if (!words.hasNext()) {
        throw new IllegalArgumentException("a line is too short");
      }
      double number = Double.parseDouble(words.next());
      if (!Double.isFinite(number)) {
        throw new IllegalArgumentException("a number is not finite");
      }
      return number;
    }

    int index(int count) {
      double number = next();
      if (number != Math.rint(number) || number < 0 || number >= count) {
        throw new IllegalArgumentException("there is no finger " + number);
      }
      return (int) number;
    }

    Vec3 vector() {
      return new Vec3(next(), next(), next());
    }

    void requireEnd() {
      if (words.hasNext()) {
        throw new IllegalArgumentException("a line is too long");
      }
    }
  }
}
