package org.dextwin.export.lerobot.internal.dataset;

import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.Iterator;
import javax.imageio.ImageIO;
import javax.imageio.ImageReader;
import javax.imageio.stream.MemoryCacheImageInputStream;

/** Looks into encoded images. */
final class Picture {

  /** A longer image would fill the memory; no camera of a robot has as many pixels. */
  private static final long MOST_PIXELS = 100_000_000;

  private Picture() {}

  record Size(int width, int height) {}

  /** Tells the size without decoding the pixels. */
  static Size sizeOf(byte[] encoded) throws IOException {
    return read(encoded, reader -> new Size(reader.getWidth(0), reader.getHeight(0)));
  }

  /** Decodes the pixels. */
  static BufferedImage decode(byte[] encoded) throws IOException {
    return read(encoded, reader -> reader.read(0));
  }

  private interface Look<T> {
    T at(ImageReader reader) throws IOException;
  }

  private static <T> T read(byte[] encoded, Look<T> look) throws IOException {
    try (MemoryCacheImageInputStream stream =
        new MemoryCacheImageInputStream(new ByteArrayInputStream(encoded))) {
      Iterator<ImageReader> readers = ImageIO.getImageReaders(stream);
      if (!readers.hasNext()) {
        throw new IOException("is neither JPEG nor PNG");
      }
      ImageReader reader = readers.next();
      try {
        reader.setInput(stream);
        if ((long) reader.getWidth(0) * reader.getHeight(0) > MOST_PIXELS) {
          throw new IOException("has more than " + MOST_PIXELS + " pixels");
        }
        return look.at(reader);
      } finally {
        reader.dispose();
      }
    }
  }
}
