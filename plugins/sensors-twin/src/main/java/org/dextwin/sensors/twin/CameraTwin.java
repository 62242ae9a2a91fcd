package org.dextwin.sensors.twin;

import org.dextwin.api.perception.Camera;
import org.dextwin.api.perception.EncodedImage;

/** A camera that has its images from elsewhere. */
final class CameraTwin implements Camera {

  private final Timing timing;
  private final Pulse pulse;
  private final Pictures pictures;

  /** Where the images come from. */
  interface Pictures {

    /** The image of a time [ns since the epoch]. */
    EncodedImage at(long epochNanos);
  }

  CameraTwin(Timing timing, Pulse pulse, Pictures pictures) {
    this.timing = timing;
    this.pulse = pulse;
    this.pictures = pictures;
  }

  @Override
  public double rateHz() {
    return timing.rateHz();
  }

  @Override
  public Measurement<EncodedImage> next() {
    Pulse.Beat beat = pulse.next();
    return new Measurement<>(beat.sensorNanos(), pictures.at(beat.epochNanos()));
  }

  @Override
  public void connect() {
    pulse.connect();
  }

  @Override
  public boolean isConnected() {
    return pulse.isConnected();
  }

  @Override
  public void stop() {
    pulse.stop();
  }

  @Override
  public void close() {
    pulse.close();
  }
}
