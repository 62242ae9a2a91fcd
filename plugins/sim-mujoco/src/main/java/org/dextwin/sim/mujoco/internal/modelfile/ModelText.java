package org.dextwin.sim.mujoco.internal.modelfile;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.dextwin.api.spi.InvalidInputException;
import org.dextwin.api.spi.IoReason;

/**
 * The text of one model file, without comments: MuJoCo's parser allows more in them than a strict
 * one does.
 *
 * @param path the file
 * @param text its text, line by line as in the file
 */
record ModelText(Path path, String text) {

  /** Larger than any model that people write; what is large are assets. */
  private static final long MAX_BYTES = 64L << 20;

  private static final Pattern COMMENT = Pattern.compile("<!--.*?-->", Pattern.DOTALL);
  private static final Pattern DECLARATION = Pattern.compile("<!(DOCTYPE|ENTITY)");
  private static final Pattern NO_LINE_BREAK = Pattern.compile("[^\n]");

  /**
   * Reads a file.
   *
   * @throws InvalidInputException if it cannot be read, is too large or declares entities
   */
  static ModelText read(Path path) {
    String text;
    try {
      if (!Files.isRegularFile(path)) {
        throw new InvalidInputException(path + ": there is no such model file; correct its path");
      }
      long size = Files.size(path);
      if (size > MAX_BYTES) {
        throw new InvalidInputException(
            path
                + ": has "
                + size
                + " bytes; at most "
                + MAX_BYTES
                + " are read. Move meshes out of it into files of their own");
      }
      text = decoded(Files.readAllBytes(path));
    } catch (IOException e) {
      throw new InvalidInputException(path + ": cannot be read: " + IoReason.of(e), e);
    }
    String bare =
        COMMENT.matcher(text).replaceAll(it -> NO_LINE_BREAK.matcher(it.group()).replaceAll(" "));
    Matcher declaration = DECLARATION.matcher(bare);
    if (declaration.find()) {
      long line = 1 + bare.substring(0, declaration.start()).chars().filter(c -> c == '\n').count();
      throw new InvalidInputException(
          path
              + ":"
              + line
              + ": declares a document type or entities (<!"
              + declaration.group(1)
              + "), which may reach for other files or grow without limit. Remove the declaration;"
              + " MJCF needs none");
    }
    return new ModelText(path, bare);
  }

  private static String decoded(byte[] bytes) {
    try {
      return StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString();
    } catch (CharacterCodingException e) {
      return new String(bytes, StandardCharsets.ISO_8859_1);
    }
  }
}
