package org.dextwin.testkit.perception;

import java.util.concurrent.locks.LockSupport;
import org.dextwin.api.perception.Camera;
import org.dextwin.api.perception.EncodedImage;
import org.dextwin.api.robot.DeviceException;
import org.dextwin.api.robot.DeviceException.Fault;
import org.dextwin.api.spi.ComponentContext;
import org.dextwin.api.spi.ComponentProvider;
import org.dextwin.api.spi.Settings;

/** An honest camera whose images are the first bytes of a PNG file. */
public final class FakeCamera implements Camera {

  private static final double RATE = 100;
  private static final byte[] IMAGE = {(byte) 0x89, 'P', 'N', 'G', 13, 10, 26, 10, 0};

  private volatile boolean connected;
  private volatile Fault fault = Fault.NOT_CONNECTED;
  private long start;
  private long taken;

  /** Makes fake cameras. */
  public static final class Provider implements ComponentProvider<Camera, Provider.Config> {

    /** Nothing to configure. */
    public record Config() {}

    @Override
    public Class<Camera> type() {
      return Camera.class;
    }

    @Override
    public String name() {
      return "fake-camera";
    }

    @Override
    public Config configure(Settings settings) {
      return settings.as(Config.class);
    }

    @Override
    public Camera create(Config config, ComponentContext context) {
      return new FakeCamera();
    }
  }

  @Override
  public double rateHz() {
    return RATE;
  }

  @Override
  public Measurement<EncodedImage> next() {
    long due = start + Math.round(1e9 * taken / RATE);
    while (connected && System.nanoTime() < due) {
      LockSupport.parkNanos(due - System.nanoTime());
    }
    if (!connected) {
      throw new DeviceException(fault, "the camera is not connected", "connect it");
    }
    taken++;
    return new Measurement<>(due, new EncodedImage(IMAGE));
  }

  @Override
  public void connect() {
    start = System.nanoTime();
    taken = 0;
    connected = true;
  }

  @Override
  public boolean isConnected() {
    return connected;
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
