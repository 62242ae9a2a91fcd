package org.dextwin.sensors.twin;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.dextwin.api.perception.EncodedImage;
import org.dextwin.api.spi.InvalidInputException;
import org.dextwin.api.spi.IoReason;

/** The JPEG and PNG files of a folder, in the order of their names, over and over. */
final class ImageFolder implements CameraTwin.Pictures {

  /** A larger file is taken for a mistake: no camera's image is as large. */
  private static final long LARGEST = 1 << 26;

  private final List<Path> files;
  private int next;

  private ImageFolder(List<Path> files) {
    this.files = files;
  }

  static ImageFolder of(Path folder) {
    try (Stream<Path> all = Files.list(folder)) {
      List<Path> files = all.filter(ImageFolder::isImage).sorted().toList();
      if (files.isEmpty()) {
        throw new InvalidInputException(
            folder + " holds no image; put files there that end in .jpg, .jpeg or .png");
      }
      return new ImageFolder(files);
    } catch (IOException e) {
      throw new InvalidInputException("cannot list " + folder + ": " + IoReason.of(e), e);
    }
  }

  private static boolean isImage(Path file) {
    String name = file.getFileName().toString().toLowerCase(Locale.ROOT);
    return (name.endsWith(".jpg") || name.endsWith(".jpeg") || name.endsWith(".png"))
        && Files.isRegularFile(file);
  }

  @Override
  public EncodedImage at(long epochNanos) {
    Path file = files.get(next);
    next = (next + 1) % files.size();
    try {
      long size = Files.size(file);
      if (size > LARGEST) {
        throw new InvalidInputException(
            file
                + " has "
                + size
                + " bytes, too many for an image of a camera: at most "
                + LARGEST);
      }
      return new EncodedImage(Files.readAllBytes(file));
    } catch (IOException e) {
      throw new InvalidInputException("cannot read " + file + ": " + IoReason.of(e), e);
    }
  }
}
