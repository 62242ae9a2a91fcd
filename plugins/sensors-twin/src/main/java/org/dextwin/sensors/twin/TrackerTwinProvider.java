package org.dextwin.sensors.twin;

import org.dextwin.api.math.Vec3;
import org.dextwin.api.perception.PoseTracker;
import org.dextwin.api.spi.ComponentContext;
import org.dextwin.api.spi.ComponentProvider;
import org.dextwin.api.spi.Key;
import org.dextwin.api.spi.Settings;
import org.dextwin.devices.time.SystemClock;

/**
 * Makes twins of live trackers, under the name {@code twin}: the object goes round a circle.
 *
 * <p><i>Thread safety</i>: thread-safe; holds no state.
 */
public final class TrackerTwinProvider
    implements ComponentProvider<PoseTracker, TrackerTwinProvider.Config> {

  /**
   * Configuration of the twin.
   *
   * @param timing when it measures
   * @param object name of the object
   * @param camera name of the camera's frame
   * @param centreM middle of the circle in that frame [m]
   * @param radiusM radius of the circle [m]
   * @param turnS time of one round [s]
   * @param hidden share of the measurements in which the object is not seen
   */
  record Config(
      @Key(doc = "When it measures.", byDefault = "{}") Timing timing,
      @Key(doc = "Name of the object.", byDefault = "object") String object,
      @Key(doc = "Name of the camera's frame, in which poses are.", byDefault = "camera")
          String camera,
      @Key(
              doc =
                  "Middle of the circle that the object goes round, in the camera's frame: x right,"
                      + " y down, z ahead.",
              byDefault = "[0, 0, 0.6]")
          Vec3 centreM,
      @Key(doc = "Radius of the circle.", byDefault = "0.1", atLeast = 0, atMost = 10)
          double radiusM,
      @Key(doc = "Time of one round.", byDefault = "4", atLeast = 0.1, atMost = 3600) double turnS,
      @Key(
              doc = "Share of the measurements in which the object is not seen.",
              byDefault = "0",
              atLeast = 0,
              atMost = 1)
          double hidden) {}

  /** Makes the provider. */
  public TrackerTwinProvider() {}

  @Override
  public Class<PoseTracker> type() {
    return PoseTracker.class;
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
  public PoseTracker create(Config config, ComponentContext context) {
    return new TrackerTwin(
        config,
        new Pulse(config.timing(), context.random("delay"), new SystemClock()),
        context.random("hidden"));
  }
}
