package org.dextwin.mechanics.humanhand;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.dextwin.api.spi.InvalidInputException;
import org.dextwin.mechanics.array.ArrayFile;
import org.dextwin.mechanics.array.NumberArray;

/** When each frame of a file was: by its times, or by its numbers and the frame rate. */
final class FrameTimes {

  /** More frames than this are left out by mistake, not in a gap. */
  private static final int LONGEST_GAP = 100_000;

  private final double[] times;

  /** Numbers of the frames; the places, if the file has none. */
  private final long[] numbers;

  private final double period;
  private final boolean isNumbered;

  FrameTimes(Path file, ArrayFile arrays, HandFileOptions options, int frames) {
    Optional<NumberArray> time = arrays.find(options.entries().time());
    Optional<NumberArray> number = arrays.find(options.entries().frame());
    times = new double[frames];
    numbers = new long[frames];
    isNumbered = number.isPresent() && time.isEmpty();
    if (time.isEmpty() && options.frameRateHz().isEmpty()) {
      throw new InvalidInputException(
          file
              + ": has no entry '"
              + options.entries().time()
              + "', so the times of its frames are unknown; set frame-rate-hz to the video's");
    }
    period = 1 / options.frameRateHz().orElse(Double.POSITIVE_INFINITY);
    Optional<NumberArray> given = time.or(() -> number);
    given.ifPresent(array -> requireIncreasing(array, frames));
    for (int i = 0; i < frames; i++) {
      numbers[i] = isNumbered ? wholeNumber(number.orElseThrow(), i) : i;
      times[i] = time.isPresent() ? time.get().get(i) : (numbers[i] - numbers[0]) * period;
    }
  }

  private static long wholeNumber(NumberArray array, int i) {
    double value = array.get(i);
    if (value != Math.rint(value) || Math.abs(value) > 1e12) {
      throw array.problem("is " + value + " in frame " + i + "; expected a whole number");
    }
    if (i > 0 && value - array.get(i - 1) > LONGEST_GAP) {
      throw array.problem(
          "leaves out the frames from "
              + array.get(i - 1)
              + " to "
              + value
              + "; expected numbers of one video");
    }
    return (long) value;
  }

  private static void requireIncreasing(NumberArray array, int frames) {
    if (array.size() != frames) {
      throw array.problem(
          "has the shape " + array.shape() + "; expected (" + frames + "), one per frame");
    }
    for (int i = 0; i < frames; i++) {
      if (!Double.isFinite(array.get(i)) || (i > 0 && !(array.get(i) > array.get(i - 1)))) {
        throw array.problem(
            "is "
                + array.get(i)
                + " in frame "
                + i
                + (i > 0 ? ", after " + array.get(i - 1) : "")
                + "; expected increasing numbers");
      }
    }
  }

  /** Time of a frame [s]. */
  double of(int frame) {
    return times[frame];
  }

  /** Times of the frames that are left out before one [s]. */
  List<Double> gapsBefore(int frame) {
    List<Double> gaps = new ArrayList<>();
    if (isNumbered && frame > 0) {
      for (long number = numbers[frame - 1] + 1; number < numbers[frame]; number++) {
        gaps.add((number - numbers[0]) * period);
      }
    }
    return gaps;
  }
}
