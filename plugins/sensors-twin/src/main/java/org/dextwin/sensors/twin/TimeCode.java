package org.dextwin.sensors.twin;

import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import javax.imageio.ImageIO;
import javax.imageio.stream.MemoryCacheImageOutputStream;
import org.dextwin.api.perception.EncodedImage;

/**
 * A grey ramp above {@value #BITS} squares that tell when it was seen: the milliseconds since the
 * epoch in binary, their last {@value #BITS} digits, white for one, the highest on the left.
 */
final class TimeCode implements CameraTwin.Pictures {

  private static final int BITS = 32;
  private static final int SQUARE = 4; // [pixels]
  private static final int HEIGHT = 96;
  private static final int WHITE = 255;

  @Override
  public EncodedImage at(long epochNanos) {
    long millis = epochNanos / 1_000_000;
    BufferedImage image = new BufferedImage(BITS * SQUARE, HEIGHT, BufferedImage.TYPE_BYTE_GRAY);
    for (int x = 0; x < image.getWidth(); x++) {
      boolean one = (millis >> (BITS - 1 - x / SQUARE) & 1) == 1;
      for (int y = 0; y < HEIGHT; y++) {
        boolean inCode = y >= HEIGHT - SQUARE;
        int grey = inCode ? (one ? WHITE : 0) : x * WHITE / image.getWidth();
        image.getRaster().setSample(x, y, 0, grey);
      }
    }
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (MemoryCacheImageOutputStream out = new MemoryCacheImageOutputStream(bytes)) {
      ImageIO.write(image, "png", out);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return new EncodedImage(bytes.toByteArray());
  }
}
