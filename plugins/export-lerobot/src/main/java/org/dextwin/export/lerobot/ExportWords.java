package org.dextwin.export.lerobot;

import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import org.dextwin.export.lerobot.internal.csv.CsvDataset;
import org.dextwin.export.lerobot.internal.dataset.LeRobotDataset;
import org.dextwin.export.lerobot.internal.take.Dataset;

/** What the words of the command line ask for. */
final class ExportWords {

  private static final List<String> OPTIONS =
      List.of("--format", "--out", "--fps", "--task", "--action");
  private static final List<String> FORMATS = List.of("lerobot-v2.1", "lerobot-v3", "csv");

  private final List<Path> logs = new ArrayList<>();
  private final Map<String, String> options = new LinkedHashMap<>();

  /**
   * Reads words.
   *
   * @throws IllegalArgumentException if something is unknown or missing
   */
  ExportWords(List<String> words) {
    for (int i = 0; i < words.size(); i++) {
      String word = words.get(i);
      if (!word.startsWith("--")) {
        logs.add(path(word));
        continue;
      }
      int equals = word.indexOf('=');
      String option = equals < 0 ? word : word.substring(0, equals);
      if (!OPTIONS.contains(option)) {
        throw new IllegalArgumentException(
            "unknown option '" + option + "'; there are " + String.join(", ", OPTIONS));
      }
      if (equals < 0 && ++i == words.size()) {
        throw new IllegalArgumentException(option + " wants a value");
      }
      if (options.put(option, equals < 0 ? words.get(i) : word.substring(equals + 1)) != null) {
        throw new IllegalArgumentException(option + " is given twice");
      }
    }
    if (logs.isEmpty()) {
      throw new IllegalArgumentException("which log? Name an episode log (.dxlog) or a folder");
    }
    if (!options.containsKey("--out")) {
      throw new IllegalArgumentException(
          "where should " + logs + " go? Name a new folder with --out DIR");
    }
  }

  private static Path path(String word) {
    try {
      return Path.of(word);
    } catch (InvalidPathException e) {
      throw new IllegalArgumentException("'" + word + "' is no path: " + e.getReason(), e);
    }
  }

  List<Path> logs() {
    return logs;
  }

  Path out() {
    String out = options.getOrDefault("--out", "");
    if (out.isBlank()) { // a shell's variable without a value
      throw new IllegalArgumentException("--out is empty; name a new folder");
    }
    return path(out);
  }

  Dataset.Format format() {
    Optional<String> task = Optional.ofNullable(options.get("--task"));
    List<String> action =
        options.containsKey("--action")
            ? List.of(options.getOrDefault("--action", "").split(","))
            : List.of();
    String format = options.getOrDefault("--format", "lerobot-v3");
    return switch (format) {
      case "lerobot-v2.1" -> LeRobotDataset.v21(task, action);
      case "lerobot-v3" -> LeRobotDataset.v30(task, action);
      case "csv" -> {
        if (task.isPresent() || !action.isEmpty()) {
          throw new IllegalArgumentException("--task and --action are for LeRobot's formats");
        }
        yield CsvDataset::new;
      }
      default ->
          throw new IllegalArgumentException(
              "unknown format '" + format + "'; there are " + String.join(", ", FORMATS));
    };
  }

  OptionalDouble rate() {
    String fps = options.get("--fps");
    if (fps == null) {
      return OptionalDouble.empty();
    }
    try {
      double rate = Double.parseDouble(fps);
      if (rate > 0 && rate <= 10_000) {
        return OptionalDouble.of(rate);
      }
    } catch (NumberFormatException e) {
      // said below
    }
    throw new IllegalArgumentException("--fps is '" + fps + "'; expected 0 to 10000 rows a second");
  }
}
