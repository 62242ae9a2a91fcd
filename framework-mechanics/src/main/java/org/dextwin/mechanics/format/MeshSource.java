package org.dextwin.mechanics.format;

import java.nio.file.Path;
import org.dextwin.api.spi.InvalidInputException;

/**
 * The bytes of a mesh file and its name, for messages.
 *
 * @param file the file
 * @param bytes its content
 */
@SuppressWarnings("ArrayRecordComponent") // never compared
record MeshSource(Path file, byte[] bytes) {

  InvalidInputException problem(String message) {
    return new InvalidInputException(file + ": " + message);
  }

  InvalidInputException problemInLine(int line, String message) {
    return new InvalidInputException(file + ":" + line + ": " + message);
  }

  InvalidInputException problemAtByte(long offset, String message) {
    return new InvalidInputException(file + ": at byte " + offset + ": " + message);
  }
}
