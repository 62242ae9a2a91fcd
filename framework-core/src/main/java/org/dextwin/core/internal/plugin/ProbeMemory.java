package org.dextwin.core.internal.plugin;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Verdicts on plugin files by checksum, so that a file is tried out once, whatever its name. A
 * checksum is remembered by place, size and date, so that a start does not read large files. Where
 * the folder cannot be written, everything is tried out at each start.
 */
final class ProbeMemory {

  private static final String ACCEPTED = "accepted";
  private static final String QUARANTINED = "quarantined";

  private final Path checksums;
  private final Path verdicts;

  ProbeMemory(Path cache) {
    checksums = cache.resolve("checksums");
    // A jar for a newer Java, or with natives, may fare differently there.
    verdicts = cache.resolve("verdicts-java" + Runtime.version().feature());
  }

  /** Returns the checksum of a file, from memory if the file looks unchanged. */
  String checksum(Path file) throws IOException {
    Path entry = checksums.resolve(FileChecksum.state(file));
    Optional<List<String>> known = read(entry);
    if (known.isPresent()) {
      return known.get().get(0);
    }
    String sum = FileChecksum.of(file);
    write(entry, List.of(sum));
    return sum;
  }

  /** Returns what is known of a file; nothing if it must be tried out. */
  Optional<Verdict> verdict(Path file) throws IOException {
    return read(verdicts.resolve(checksum(file))).flatMap(ProbeMemory::parse);
  }

  void remember(Path file, Verdict verdict) throws IOException {
    List<String> lines = new ArrayList<>();
    lines.add(verdict.isAccepted() ? ACCEPTED : QUARANTINED);
    lines.addAll(verdict.isAccepted() ? verdict.warnings() : List.of(verdict.quarantine()));
    write(verdicts.resolve(checksum(file)), lines);
  }

  /** Forgets a file, so that it is read and tried out again. */
  void forget(Path file) throws IOException {
    Files.deleteIfExists(verdicts.resolve(checksum(file)));
    Files.deleteIfExists(checksums.resolve(FileChecksum.state(file)));
  }

  private static Optional<Verdict> parse(List<String> lines) {
    List<String> rest = lines.subList(1, lines.size());
    return switch (lines.get(0)) {
      case ACCEPTED -> Optional.of(Verdict.accepted(rest));
      case QUARANTINED -> Optional.of(Verdict.quarantined(String.join("\n", rest)));
      default -> Optional.empty(); // half-written by a machine that lost power
    };
  }

  private static Optional<List<String>> read(Path entry) {
    try {
      List<String> lines = Files.readAllLines(entry);
      return lines.isEmpty() ? Optional.empty() : Optional.of(lines);
    } catch (IOException e) {
      return Optional.empty();
    }
  }

  private static void write(Path entry, List<String> lines) {
    try {
      WholeFile.write(entry, String.join("\n", lines) + "\n");
    } catch (IOException e) {
      // Memory only saves time.
    }
  }
}
