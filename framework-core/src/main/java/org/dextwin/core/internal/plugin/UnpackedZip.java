package org.dextwin.core.internal.plugin;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.AtomicMoveNotSupportedException;
import java.nio.file.DirectoryNotEmptyException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Collections;
import java.util.Comparator;
import java.util.UUID;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipException;
import java.util.zip.ZipFile;

/**
 * Unpacks plugin zips once into a cache folder of the user, never beside the zip. A changed zip
 * gets a folder of its own. Entries cannot leave the folder, and what they unpack to is limited.
 */
final class UnpackedZip {

  /** Largest plugin: a learner with natives of its own is below 1 GB. */
  private static final long MAX_BYTES = 4L << 30;

  private static final int MAX_ENTRIES = 100_000;

  private UnpackedZip() {}

  /**
   * Returns the folder with a zip's contents, unpacking it first if need be.
   *
   * @throws IOException if the zip is malformed or hostile, or the cache cannot be written
   */
  static Path of(Path zip, Path cache) throws IOException {
    Path folder = cache.resolve(nameOf(zip));
    if (Files.isDirectory(folder)) {
      return folder;
    }
    Files.createDirectories(cache);
    Path staging = cache.resolve(".unpacking-" + UUID.randomUUID());
    try {
      unpack(zip, staging);
      try {
        Files.move(staging, folder, StandardCopyOption.ATOMIC_MOVE);
      } catch (FileAlreadyExistsException
          | DirectoryNotEmptyException
          | AtomicMoveNotSupportedException e) {
        if (!Files.isDirectory(folder)) { // otherwise another process was faster
          throw e;
        }
      }
    } finally {
      delete(staging);
    }
    return folder;
  }

  private static String nameOf(Path zip) throws IOException {
    return zip.getFileName().toString().replaceFirst("\\.zip$", "") + "-" + FileChecksum.state(zip);
  }

  private static void unpack(Path zip, Path folder) throws IOException {
    Files.createDirectories(folder);
    long left = MAX_BYTES;
    try (ZipFile file = new ZipFile(zip.toFile())) {
      if (file.size() > MAX_ENTRIES) {
        throw new ZipException(
            "has " + file.size() + " entries; at most " + MAX_ENTRIES + " are read");
      }
      for (ZipEntry entry : Collections.list(file.entries())) {
        Path target = folder.resolve(entry.getName()).normalize();
        if (!target.startsWith(folder)) {
          throw new ZipException(
              "entry '" + entry.getName() + "' leads out of the plugin's folder");
        }
        if (entry.isDirectory()) {
          Files.createDirectories(target);
        } else {
          Files.createDirectories(target.getParent());
          try (InputStream in = new LimitedStream(file.getInputStream(entry), left)) {
            left -= Files.copy(in, target);
          }
        }
      }
    }
  }

  static void delete(Path folder) throws IOException {
    if (Files.notExists(folder)) {
      return;
    }
    try (Stream<Path> files = Files.walk(folder)) {
      for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
        Files.delete(file);
      }
    } catch (UncheckedIOException e) {
      throw e.getCause();
    }
  }

  /** Stops a zip that unpacks to more than it may, whatever its directory claims. */
  private static final class LimitedStream extends FilterInputStream {

    private long left;

    LimitedStream(InputStream in, long limit) {
      super(in);
      left = limit;
    }

    @Override
    public int read() throws IOException {
      int value = super.read();
      count(value < 0 ? 0 : 1);
      return value;
    }

    @Override
    public int read(byte[] buffer, int offset, int length) throws IOException {
      int read = super.read(buffer, offset, length);
      count(Math.max(0, read));
      return read;
    }

    private void count(int read) throws ZipException {
      left -= read;
      if (left < 0) {
        throw new ZipException("unpacks to more than " + MAX_BYTES + " bytes");
      }
    }
  }
}
