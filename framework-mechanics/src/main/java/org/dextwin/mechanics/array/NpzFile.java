package org.dextwin.mechanics.array;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import org.dextwin.api.spi.InvalidInputException;
import org.dextwin.api.spi.IoReason;

/** A NumPy archive: a zip of {@code .npy} files, read when they are asked for. */
final class NpzFile implements ArrayFile {

  private static final String SUFFIX = ".npy";
  private static final int MAX_ENTRIES = 10_000;

  private final Path file;
  private final ZipFile zip;
  private final Map<String, ZipEntry> entries;

  private NpzFile(Path file, ZipFile zip, Map<String, ZipEntry> entries) {
    this.file = file;
    this.zip = zip;
    this.entries = entries;
  }

  static NpzFile open(Path file) throws IOException {
    ZipFile zip;
    try {
      zip = new ZipFile(file.toFile());
    } catch (IOException e) {
      throw new InvalidInputException(
          file + ": a damaged zip archive (" + e.getMessage() + "); write the .npz file again", e);
    }
    try {
      return new NpzFile(file, zip, entries(file, zip));
    } catch (InvalidInputException e) {
      zip.close();
      throw e;
    }
  }

  private static Map<String, ZipEntry> entries(Path file, ZipFile zip) {
    if (zip.size() > MAX_ENTRIES) {
      throw new InvalidInputException(
          file + ": " + zip.size() + " entries; at most " + MAX_ENTRIES + " are read; split it");
    }
    Map<String, ZipEntry> entries = new TreeMap<>();
    zip.stream()
        .filter(entry -> entry.getName().endsWith(SUFFIX))
        .forEach(
            entry -> {
              String name = entry.getName();
              name = name.substring(0, name.length() - SUFFIX.length());
              if (entries.put(name, entry) != null) {
                throw new InvalidInputException(
                    file + ": has entry '" + name + "' twice; write the .npz file again");
              }
            });
    return entries;
  }

  @Override
  public Set<String> names() {
    return entries.keySet();
  }

  @Override
  public Optional<NumberArray> find(String name) {
    ZipEntry entry = entries.get(name);
    if (entry == null) {
      return Optional.empty();
    }
    String place = file + ": entry '" + name + "'";
    try (InputStream in = zip.getInputStream(entry)) {
      return Optional.of(NpyReader.read(place, in));
    } catch (IOException e) {
      throw new InvalidInputException(
          place + ": damaged (" + IoReason.of(e) + "); write the .npz file again", e);
    }
  }

  @Override
  public void close() {
    try {
      zip.close();
    } catch (IOException e) {
      throw new InvalidInputException(file + ": cannot be closed: " + IoReason.of(e), e);
    }
  }
}
