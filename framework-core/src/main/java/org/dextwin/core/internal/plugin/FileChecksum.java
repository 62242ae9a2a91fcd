package org.dextwin.core.internal.plugin;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.UUID;

/** What tells one plugin file from another. */
public final class FileChecksum {

  private FileChecksum() {}

  /**
   * Reads a file.
   *
   * @return its SHA-256 in lower-case hexadecimal digits
   * @throws IOException if the file cannot be read
   */
  public static String of(Path file) throws IOException {
    MessageDigest digest;
    try {
      digest = MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java platform has SHA-256", e);
    }
    try (InputStream stream = Files.newInputStream(file);
        var digested = new DigestInputStream(stream, digest)) {
      digested.transferTo(OutputStream.nullOutputStream());
    }
    return HexFormat.of().formatHex(digest.digest());
  }

  /** Returns a word for where a file is, how large and how old: cheaper than reading it. */
  static String state(Path file) throws IOException {
    String state =
        file.toRealPath()
            + "\n"
            + Files.size(file)
            + "\n"
            + Files.getLastModifiedTime(file).to(java.util.concurrent.TimeUnit.NANOSECONDS);
    return UUID.nameUUIDFromBytes(state.getBytes(StandardCharsets.UTF_8)).toString();
  }
}
