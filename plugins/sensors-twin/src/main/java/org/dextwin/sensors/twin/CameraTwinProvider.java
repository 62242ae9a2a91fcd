package org.dextwin.sensors.twin;

import java.nio.file.Path;
import java.util.Optional;
import org.dextwin.api.perception.Camera;
import org.dextwin.api.spi.ComponentContext;
import org.dextwin.api.spi.ComponentProvider;
import org.dextwin.api.spi.Key;
import org.dextwin.api.spi.PathKind;
import org.dextwin.api.spi.Settings;
import org.dextwin.devices.time.SystemClock;

/**
 * Makes twins of cameras, under the name {@code twin}.
 *
 * <p><i>Thread safety</i>: thread-safe; holds no state.
 */
public final class CameraTwinProvider
    implements ComponentProvider<Camera, CameraTwinProvider.Config> {

  /**
   * Configuration of the twin.
   *
   * @param timing when it takes images
   * @param images folder of its images
   */
  record Config(
      @Key(doc = "When it takes images.", byDefault = "{}") Timing timing,
      @Key(
              doc =
                  "Folder of JPEG or PNG files, which are given in the order of their names, over"
                      + " and over; without it, a pattern that shows the time.",
              path = PathKind.FOLDER)
          Optional<Path> images) {}

  /** Makes the provider. */
  public CameraTwinProvider() {}

  @Override
  public Class<Camera> type() {
    return Camera.class;
  }

  @Override
  public String name() {
    return "twin";
  }

  @Override
  public Config configure(Settings settings) {
    return settings.as(Config.class);
  }

  @Override
  public Camera create(Config config, ComponentContext context) {
    Timing timing = config.timing();
    return new CameraTwin(
        timing,
        new Pulse(timing, context.random("delay"), new SystemClock()),
        config.images().<CameraTwin.Pictures>map(ImageFolder::of).orElseGet(TimeCode::new));
  }
}
