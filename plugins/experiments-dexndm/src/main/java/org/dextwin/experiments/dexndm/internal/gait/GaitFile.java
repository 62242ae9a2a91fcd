package org.dextwin.experiments.dexndm.internal.gait;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.dextwin.api.learning.Policy;
import org.dextwin.api.learning.PolicySpec;
import org.dextwin.api.spi.InvalidInputException;
import org.dextwin.learning.proprioception.Proprioception;

/**
 * Gaits in text files: the numbers of {@link Gait}, apart by white space; lines that begin with #
 * are comments.
 */
public final class GaitFile {

  private GaitFile() {}

  /**
   * Reads gaits.
   *
   * @param files their files, at least one
   * @param body how the hand is felt and moved
   * @return makes a policy that follows one of them, drawn by the seed of an episode
   * @throws InvalidInputException if a file holds no gait of this hand
   */
  public static Supplier<Policy> policies(List<Path> files, Proprioception body) {
    List<Gait> gaits = files.stream().map(file -> read(file, body.joints().size())).toList();
    return () -> new Drawn(body, gaits.stream().map(it -> new GaitPolicy(it, body)).toList());
  }

  static Gait read(Path file, int joints) {
    double[] numbers;
    try {
      String text =
          Files.readAllLines(file).stream()
              .filter(line -> !line.startsWith("#"))
              .collect(Collectors.joining(" "))
              .strip();
      numbers = Arrays.stream(text.split("\\s+")).mapToDouble(Double::parseDouble).toArray();
    } catch (IOException e) {
      throw new InvalidInputException(file + ": cannot be read", e);
    } catch (NumberFormatException e) {
      throw new InvalidInputException(
          file + ": holds what is no number, " + e.getMessage() + "; take a file of a gait", e);
    }
    if (numbers.length != 3 * joints + 1 || !Arrays.stream(numbers).allMatch(Double::isFinite)) {
      throw new InvalidInputException(
          file
              + ": holds "
              + numbers.length
              + " numbers, but a gait of a hand with "
              + joints
              + " joints has "
              + (3 * joints + 1)
              + " finite ones; search for one with the experiment rotate");
    }
    return new Gait(numbers);
  }

  /** Writes a gait, so that a kill leaves the whole file or none. */
  static void write(Path file, Gait gait) {
    int n = gait.joints();
    StringBuilder text =
        new StringBuilder(
            "# Finger gait, joints in the kinematic order: offsets, sine and cosine amplitudes"
                + " [rad], frequency [Hz].\n");
    for (int i = 0; i < gait.numbers().length; i++) {
      text.append(gait.numbers()[i]).append((i + 1) % n == 0 || i == 3 * n ? '\n' : ' ');
    }
    Path part = file.resolveSibling(file.getFileName() + ".part");
    try {
      Files.createDirectories(file.toAbsolutePath().getParent());
      Files.writeString(part, text);
      Files.move(part, file, StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.ATOMIC_MOVE);
    } catch (IOException e) {
      throw new UncheckedIOException(file + ": cannot be written", e);
    }
  }

  private static final class Drawn implements Policy {

    private final Proprioception body;
    private final List<GaitPolicy> gaits;
    private GaitPolicy drawn;

    Drawn(Proprioception body, List<GaitPolicy> gaits) {
      this.body = body;
      this.gaits = gaits;
      this.drawn = gaits.get(0);
    }

    @Override
    public PolicySpec spec() {
      return body.spec();
    }

    @Override
    public void reset(long seed) {
      drawn = gaits.get(new SplittableRandom(seed).nextInt(gaits.size()));
      drawn.reset(seed);
    }

    @Override
    public float[] act(float[] observation) {
      return drawn.act(observation);
    }

    @Override
    public void close() {
      // holds nothing
    }
  }
}
