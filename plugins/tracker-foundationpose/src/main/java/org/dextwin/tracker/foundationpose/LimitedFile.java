package org.dextwin.tracker.foundationpose;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.dextwin.api.spi.InvalidInputException;
import org.dextwin.api.spi.IoReason;

/** Reads the files of a folder that others wrote: of limited size, whatever bytes are in them. */
final class LimitedFile {

  private LimitedFile() {}

  /**
   * Reads lines. Every byte is a character, so that stray bytes spoil only the line they are in.
   *
   * @param file the file
   * @param limitBytes size from which it is refused
   * @return the lines
   */
  static List<String> lines(Path file, long limitBytes) {
    try {
      long size = Files.size(file);
      if (size > limitBytes) {
        throw new InvalidInputException(
            file
                + ": "
                + size
                + " bytes, more than the "
                + limitBytes
                + " that are read; is it a pose file?");
      }
      return Files.readString(file, StandardCharsets.ISO_8859_1).lines().toList();
    } catch (IOException e) {
      throw new InvalidInputException(file + ": cannot be read: " + IoReason.of(e), e);
    }
  }

  /**
   * Lists the files of a folder.
   *
   * @param folder the folder
   * @return its files, hidden ones left out, by name
   */
  static List<Path> in(Path folder) {
    if (!Files.isDirectory(folder)) {
      throw new InvalidInputException(
          folder + ": is not a folder; expected the folder of the tracker's files");
    }
    try (Stream<Path> entries = Files.list(folder)) {
      return entries
          .filter(Files::isRegularFile)
          .filter(file -> !file.getFileName().toString().startsWith("."))
          .sorted()
          .toList();
    } catch (IOException e) {
      throw new InvalidInputException(folder + ": cannot be listed: " + IoReason.of(e), e);
    }
  }
}
