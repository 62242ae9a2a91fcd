package org.dextwin.tracker.foundationpose;

import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.dextwin.api.spi.InvalidInputException;

/** Tells the times of frames by their ids. */
interface FrameTimes {

  /**
   * Returns the time of a frame.
   *
   * @param file the frame's matrix, for messages
   * @param id the frame's id
   * @return its time [s]
   * @throws InvalidInputException if the frame has no time
   */
  double of(Path file, String id);

  /** Frames at a constant rate: ids count frames. */
  record AtRate(double frequency, long firstId) implements FrameTimes {

    @Override
    public double of(Path file, String id) {
      // the difference is exact also for ids that are nanoseconds
      return (id(file, id) - firstId) / frequency;
    }

    static long id(Path file, String id) {
      try {
        return Long.parseLong(id);
      } catch (NumberFormatException e) {
        throw new InvalidInputException(
            file + ": '" + id + "' is not a frame number; give timestamps-file for other ids", e);
      }
    }
  }

  /** Frames whose times stand in a file. */
  record Listed(Path source, Map<String, Double> times) implements FrameTimes {

    private static final long LIMIT_BYTES = 64L << 20;

    static Listed read(Path source) {
      Map<String, Double> times = new HashMap<>();
      List<String> lines = LimitedFile.lines(source, LIMIT_BYTES);
      for (int i = 0; i < lines.size(); i++) {
        String line = lines.get(i).strip();
        if (line.isEmpty() || line.startsWith("#")) {
          continue;
        }
        String place = source + ":" + (i + 1);
        String[] fields = line.split("\\s*,\\s*|\\s+", -1);
        if (fields.length != 2) {
          throw new InvalidInputException(
              place + ": '" + line + "' is not a frame id and a time; expected two fields");
        }
        if (times.put(fields[0], seconds(fields[1], place)) != null) {
          throw new InvalidInputException(
              place + ": frame '" + fields[0] + "' is listed twice; remove one line");
        }
      }
      return new Listed(source, times);
    }

    private static double seconds(String text, String place) {
      try {
        double seconds = Double.parseDouble(text);
        if (Double.isFinite(seconds)) {
          return seconds;
        }
      } catch (NumberFormatException e) {
        throw new InvalidInputException(
            place + ": '" + text + "' is not a time in seconds; correct the line", e);
      }
      throw new InvalidInputException(
          place + ": '" + text + "' is not a finite time in seconds; correct the line");
    }

    @Override
    public double of(Path file, String id) {
      Double time = times.get(id);
      if (time == null) {
        throw new InvalidInputException(
            file + ": frame '" + id + "' has no time in " + source + "; add a line for it");
      }
      return time;
    }
  }
}
