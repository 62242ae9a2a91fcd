package org.dextwin.testkit.perception;

import static org.assertj.core.api.Assertions.assertThat;

import org.dextwin.api.perception.Camera;
import org.dextwin.api.perception.EncodedImage;
import org.dextwin.api.perception.Sensor;

/**
 * What every camera keeps: what every sensor keeps, and its images are JPEG or PNG files.
 *
 * <p><i>Thread safety</i>: confined; JUnit makes one instance per test.
 *
 * @param <C> the configuration record
 */
public abstract class CameraContract<C> extends SensorContract<Camera, C, EncodedImage> {

  /** For subclasses. */
  protected CameraContract() {}

  @Override
  protected final Sensor<EncodedImage> sensorOf(Camera component) {
    return component;
  }

  @Override
  protected final void assertSound(EncodedImage value) {
    byte[] bytes = value.bytes();
    assertThat(bytes).as("image").hasSizeGreaterThan(8);
    boolean jpeg = (bytes[0] & 0xff) == 0xff && (bytes[1] & 0xff) == 0xd8;
    boolean png = (bytes[0] & 0xff) == 0x89 && bytes[1] == 'P' && bytes[2] == 'N';
    assertThat(jpeg || png)
        .as("the image begins like a JPEG or PNG file: %02x %02x", bytes[0], bytes[1])
        .isTrue();
  }
}
