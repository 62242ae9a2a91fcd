package org.dextwin.api.spi;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.CharacterCodingException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.FileSystemLoopException;
import java.nio.file.NoSuchFileException;
import java.nio.file.NotDirectoryException;
import java.util.Objects;

/**
 * Why a file could not be read or written, in words for users. The JDK's own messages are often
 * just the path, which a message names anyway, and leave the reason to the name of the class.
 */
public final class IoReason {

  private IoReason() {}

  /**
   * Returns the reason of a failure.
   *
   * @param failure what was thrown
   * @return the reason, without the path and without the name of a class where one is known
   */
  public static String of(IOException failure) {
    if (failure instanceof NoSuchFileException) {
      return "there is no such file or folder";
    } else if (failure instanceof AccessDeniedException) {
      return "permission denied";
    } else if (failure instanceof FileAlreadyExistsException) {
      return "a file of that name exists";
    } else if (failure instanceof NotDirectoryException) {
      return "it is not a folder";
    } else if (failure instanceof FileSystemLoopException) {
      return "its links lead in a circle";
    } else if (failure instanceof CharacterCodingException) {
      return "it is not text in UTF-8";
    } else if (failure instanceof FileSystemException system && system.getReason() != null) {
      return Objects.requireNonNull(system.getReason());
    }
    String message = failure.getMessage();
    boolean telling = message != null && !(failure instanceof FileSystemException);
    return telling ? Objects.requireNonNull(message) : failure.toString();
  }

  /**
   * Returns the reason of a failure that was met while a stream was read.
   *
   * @param failure what was thrown
   * @return the reason of its cause
   */
  public static String of(UncheckedIOException failure) {
    return of(Objects.requireNonNull(failure.getCause())); // its constructors want one
  }
}
