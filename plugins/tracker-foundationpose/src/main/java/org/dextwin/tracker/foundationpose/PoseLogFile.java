package org.dextwin.tracker.foundationpose;

import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.dextwin.api.spi.InvalidInputException;

/**
 * One text log of D-REX. A block is a line {@code <ISO time> - Pose:} with the tensor that follows;
 * blocks of any other title, such as {@code Final transform} with its two decimals, and lines
 * between blocks are passed over.
 *
 * @param poses the poses, in the order of the file
 * @param notes what was passed over because it was torn
 */
record PoseLogFile(List<RawPose> poses, List<String> notes) {

  /** Three hours at 15 Hz; the logs are split by the minute. */
  private static final long LIMIT_BYTES = 64L << 20;

  private static final Pattern TITLE =
      Pattern.compile("^(\\d{4}-\\d\\d-\\d\\d[T ]\\S+) - ([^:]+):(.*)$");

  static PoseLogFile read(Path file) {
    return new Parser(file).parse(LimitedFile.lines(file, LIMIT_BYTES));
  }

  /** Goes through the lines of one file. */
  private static final class Parser {

    private final Path file;
    private final List<RawPose> poses = new ArrayList<>();
    private final List<String> notes = new ArrayList<>();
    private TensorText tensor = new TensorText();
    private boolean inBlock;
    private double time;
    private int titleLine;

    Parser(Path file) {
      this.file = file;
    }

    PoseLogFile parse(List<String> lines) {
      for (int i = 0; i < lines.size(); i++) {
        Matcher title = TITLE.matcher(lines.get(i));
        if (title.matches()) {
          requireComplete(i + 1);
          begin(title, i + 1);
        } else if (inBlock) {
          read(lines.get(i), i + 1, i + 1 == lines.size());
        }
      }
      if (inBlock) {
        noteTorn();
      }
      return new PoseLogFile(poses, notes);
    }

    private void begin(Matcher title, int line) {
      if (title.group(2).strip().equals("Pose")) {
        time = seconds(title.group(1), line);
        titleLine = line;
        tensor = new TensorText();
        inBlock = true;
        read(title.group(3), line, false);
      }
    }

    private void read(String text, int line, boolean last) {
      String problem = tensor.add(text);
      if (!problem.isEmpty()) {
        if (last) { // a number cut at its exponent
          return;
        }
        throw new InvalidInputException(
            file + ":" + line + ": " + problem + "; expected a tensor of 4 x 4; remove the block");
      }
      if (tensor.isComplete()) {
        finish();
      }
    }

    private void finish() {
      List<Double> numbers = tensor.numbers();
      if (numbers.size() != 16) {
        throw new InvalidInputException(
            file
                + ":"
                + titleLine
                + ": the tensor has "
                + numbers.size()
                + " numbers, expected 16 (one matrix of 4 x 4); was more than one object tracked?");
      }
      poses.add(new RawPose(time, numbers, file + ":" + titleLine));
      inBlock = false;
    }

    private void requireComplete(int line) {
      if (inBlock) {
        throw new InvalidInputException(
            file
                + ":"
                + line
                + ": a new block starts before the tensor of line "
                + titleLine
                + " is complete ("
                + tensor.numbers().size()
                + " of 16 numbers); remove the torn block");
      }
    }

    private void noteTorn() {
      notes.add(
          file
              + ":"
              + titleLine
              + ": the last block is torn ("
              + tensor.numbers().size()
              + " of 16 numbers) and was dropped");
    }

    private double seconds(String text, int line) {
      try {
        Instant asUtc = LocalDateTime.parse(text.replace(' ', 'T')).toInstant(ZoneOffset.UTC);
        return asUtc.getEpochSecond() + asUtc.getNano() * 1e-9;
      } catch (DateTimeException e) {
        throw new InvalidInputException(
            file
                + ":"
                + line
                + ": '"
                + text
                + "' is not a local time; expected a form like 2025-04-17T18:59:37.970819",
            e);
      }
    }
  }
}
