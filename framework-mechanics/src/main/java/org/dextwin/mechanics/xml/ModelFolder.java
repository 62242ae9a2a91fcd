package org.dextwin.mechanics.xml;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import org.dextwin.api.spi.InvalidInputException;
import org.dextwin.api.spi.IoReason;

/**
 * The folder of a model file, beyond which its references do not reach.
 *
 * <p><i>Thread safety</i>: immutable.
 *
 * @param path the folder
 */
public record ModelFolder(Path path) {

  /**
   * Returns the folder of a file.
   *
   * @param file the model file
   * @return its folder
   */
  public static ModelFolder of(Path file) {
    Path parent = file.toAbsolutePath().getParent();
    if (parent == null) {
      throw new InvalidInputException(file + ": is a folder; expected a model file");
    }
    return new ModelFolder(parent.normalize());
  }

  /**
   * Finds a file that an element names.
   *
   * @param element the element, for messages
   * @param name path relative to this folder
   * @return the file, whether it exists or not
   * @throws InvalidInputException if it lies outside of this folder
   */
  public Path find(XmlElement element, String name) {
    Path file;
    try {
      file = path.resolve(name).normalize();
    } catch (InvalidPathException e) {
      throw element.problem("found the file " + XmlElement.quoted(name) + "; expected a path");
    }
    if (!file.startsWith(path) || !real(file).startsWith(real(path))) {
      throw element.problem(
          "found the file "
              + XmlElement.quoted(name)
              + ", outside of the model's folder "
              + path
              + "; expected it inside; copy it there");
    }
    return file;
  }

  /** Follows links as far as the path exists. */
  private static Path real(Path file) {
    try {
      return Files.exists(file) ? file.toRealPath() : file;
    } catch (IOException e) {
      throw new InvalidInputException(file + ": cannot be read: " + IoReason.of(e), e);
    }
  }
}
