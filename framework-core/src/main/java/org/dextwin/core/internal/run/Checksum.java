package org.dextwin.core.internal.run;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileSystemException;
import java.nio.file.FileVisitOption;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.dextwin.api.spi.IoReason;

/**
 * The SHA-256 of a file; of a folder, that of the names and checksums of all files in it.
 *
 * @param sha256 hexadecimal
 * @param files number of files
 * @param bytes their size
 */
record Checksum(String sha256, long files, long bytes) {

  private static final int BUFFER = 1 << 16;

  static String of(String text) {
    return HexFormat.of().formatHex(digest().digest(text.getBytes(StandardCharsets.UTF_8)));
  }

  /**
   * Reads a file or folder.
   *
   * @param path the file or folder
   * @param cancellation asked now and then: large inputs take their time
   * @throws UncheckedIOException if something cannot be read
   */
  static Checksum of(Path path, Cancellation cancellation) {
    try {
      return Files.isDirectory(path) ? ofFolder(path, cancellation) : ofFile(path, cancellation);
    } catch (IOException e) {
      boolean named = e instanceof FileSystemException file && file.getFile() != null;
      String which = named ? ((FileSystemException) e).getFile() : path.toString();
      throw new UncheckedIOException(which + " cannot be read: " + IoReason.of(e), e);
    }
  }

  private static Checksum ofFile(Path file, Cancellation cancellation) throws IOException {
    MessageDigest digest = digest();
    byte[] buffer = new byte[BUFFER];
    long size = 0;
    try (InputStream stream = Files.newInputStream(file)) {
      int length;
      while ((length = stream.read(buffer)) >= 0) {
        cancellation.check();
        digest.update(buffer, 0, length);
        size += length;
      }
    }
    return new Checksum(HexFormat.of().formatHex(digest.digest()), 1, size);
  }

  private static Checksum ofFolder(Path folder, Cancellation cancellation) throws IOException {
    List<Path> paths;
    try (Stream<Path> tree = Files.walk(folder, FileVisitOption.FOLLOW_LINKS)) {
      paths =
          tree.filter(Files::isRegularFile)
              .sorted(Comparator.comparing(file -> name(folder, file)))
              .toList();
    } catch (UncheckedIOException e) {
      throw Objects.requireNonNull(e.getCause());
    }
    StringBuilder listing = new StringBuilder();
    long size = 0;
    for (Path file : paths) {
      Checksum checksum = ofFile(file, cancellation);
      listing.append(checksum.sha256).append("  ").append(name(folder, file)).append('\n');
      size += checksum.bytes;
    }
    return new Checksum(of(listing.toString()), paths.size(), size);
  }

  /** The name does not depend on the system's separator. */
  private static String name(Path folder, Path file) {
    return folder.relativize(file).toString().replace('\\', '/');
  }

  private static MessageDigest digest() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java has SHA-256", e);
    }
  }
}
