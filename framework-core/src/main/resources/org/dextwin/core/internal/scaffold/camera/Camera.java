package @package@;

import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.util.concurrent.locks.LockSupport;
import javax.imageio.ImageIO;
import javax.imageio.stream.MemoryCacheImageOutputStream;
import org.dextwin.api.perception.Camera;
import org.dextwin.api.perception.EncodedImage;
import org.dextwin.api.robot.DeviceException;
import org.dextwin.api.robot.DeviceException.Fault;

/**
 * A camera whose images turn from black to white once a second. Put the bus of a camera of your own
 * in the place of the waiting and the painting.
 *
 * <p><i>Thread safety</i>: confined, except {@link #stop}.
 */
final class @Class@Camera implements Camera {

  private static final long SECOND = 1_000_000_000;
  private static final long GLANCE = SECOND / 50; // how often it looks whether it was stopped [ns]

  private final double rateHz;
  private volatile Fault fault = Fault.NOT_CONNECTED;
  private volatile boolean connected;
  private long epoch; // [ns]
  private long start;
  private long taken;

  @Class@Camera(@Class@Config config) {
    this.rateHz = config.rateHz();
  }

  @Override
  public double rateHz() {
    return rateHz;
  }

  @Override
  public void connect() {
    Instant now = Instant.now();
    epoch = now.getEpochSecond() * SECOND + now.getNano();
    start = System.nanoTime();
    taken = 0;
    connected = true;
  }

  @Override
  public boolean isConnected() {
    return connected;
  }

  @Override
  public Measurement<EncodedImage> next() {
    long since = Math.round(taken * SECOND / rateHz);
    requireConnected();
    for (long left = left(since); left > 0; left = left(since)) {
      LockSupport.parkNanos(this, Math.min(left, GLANCE));
      requireConnected();
    }
    taken++;
    return new Measurement<>(epoch + since, painted((epoch + since) % SECOND * 255 / SECOND));
  }

  private long left(long since) {
    return since - (System.nanoTime() - start);
  }

  private void requireConnected() {
    if (!connected) {
      throw new DeviceException(fault, "the camera is not connected", "connect it");
    }
  }

  private static EncodedImage painted(long grey) {
    BufferedImage image = new BufferedImage(64, 48, BufferedImage.TYPE_BYTE_GRAY);
    for (int i = 0; i < image.getWidth() * image.getHeight(); i++) {
      image.getRaster().setSample(i % image.getWidth(), i / image.getWidth(), 0, (int) grey);
    }
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (MemoryCacheImageOutputStream out = new MemoryCacheImageOutputStream(bytes)) {
      ImageIO.write(image, "png", out);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return new EncodedImage(bytes.toByteArray());
  }

  @Override
  public void stop() {
    if (connected) {
      fault = Fault.STOPPED;
      connected = false;
    }
  }

  @Override
  public void close() {
    fault = Fault.NOT_CONNECTED;
    connected = false;
  }
}
