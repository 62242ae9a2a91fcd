package org.dextwin.testkit.learning;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.dextwin.api.spi.InvalidInputException;

/** Weights as text: the epoch, the numbers, and an end mark. */
@SuppressWarnings("ArrayRecordComponent") // compared by equals below
record FakeFile(int epoch, float[] weights) {

  private static final String NAME = "weights.txt";

  void write(Path folder) {
    String numbers =
        IntStream.range(0, weights.length)
            .mapToObj(i -> Float.toString(weights[i]))
            .collect(Collectors.joining(" "));
    try {
      Files.writeString(folder.resolve(NAME), epoch + " " + numbers + " end");
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  static boolean existsIn(Path folder) {
    return Files.exists(folder.resolve(NAME));
  }

  static FakeFile read(Path folder, int size) {
    Path file = folder.resolve(NAME);
    try {
      String[] words = Files.readString(file).split(" ", -1);
      if (words.length != size + 2 || !words[size + 1].equals("end")) {
        throw new InvalidInputException(file + ": is damaged");
      }
      float[] weights = new float[size];
      for (int i = 0; i < size; i++) {
        weights[i] = Float.parseFloat(words[i + 1]);
      }
      return new FakeFile(Integer.parseInt(words[0]), weights);
    } catch (IOException | NumberFormatException e) {
      throw new InvalidInputException(file + ": cannot be read", e);
    }
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof FakeFile that
        && epoch == that.epoch
        && Arrays.equals(weights, that.weights);
  }

  @Override
  public int hashCode() {
    return 31 * epoch + Arrays.hashCode(weights);
  }

  @Override
  public String toString() {
    return epoch + Arrays.toString(weights);
  }
}
