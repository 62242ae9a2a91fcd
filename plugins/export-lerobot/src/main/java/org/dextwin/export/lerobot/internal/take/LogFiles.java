package org.dextwin.export.lerobot.internal.take;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.dextwin.api.spi.InvalidInputException;
import org.dextwin.api.spi.IoReason;
import org.dextwin.devices.record.EpisodeWriter;

/** Finds episode logs. */
public final class LogFiles {

  /** A folder of run folders is looked through, not a whole disk. */
  private static final int DEPTH = 4;

  private LogFiles() {}

  /**
   * Finds logs.
   *
   * @param places logs, and folders in which all logs are taken, by name
   * @return the logs, each once
   * @throws InvalidInputException if a place is missing, or a folder holds no log
   */
  public static List<Path> in(List<Path> places) {
    Set<Path> logs = new LinkedHashSet<>();
    for (Path place : places) {
      if (Files.isDirectory(place)) {
        logs.addAll(inFolder(place));
      } else if (Files.exists(place)) {
        logs.add(place);
      } else {
        throw new InvalidInputException(
            place
                + ": there is no such file; expected an episode log (.dxlog) or a folder of such");
      }
    }
    return new ArrayList<>(logs);
  }

  private static List<Path> inFolder(Path folder) {
    try (Stream<Path> files = Files.walk(folder, DEPTH)) {
      List<Path> logs =
          files
              .filter(file -> file.toString().endsWith(EpisodeWriter.EXTENSION))
              .filter(Files::isRegularFile)
              .sorted()
              .toList();
      if (logs.isEmpty()) {
        throw new InvalidInputException(
            folder + ": holds no episode log (.dxlog), nor do the folders in it");
      }
      return logs;
    } catch (IOException e) {
      throw new InvalidInputException(folder + ": cannot be listed: " + IoReason.of(e), e);
    } catch (UncheckedIOException e) {
      throw new InvalidInputException(folder + ": cannot be listed: " + IoReason.of(e), e);
    }
  }
}
