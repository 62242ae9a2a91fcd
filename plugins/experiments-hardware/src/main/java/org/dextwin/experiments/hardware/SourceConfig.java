package org.dextwin.experiments.hardware;

import java.util.Map;
import java.util.Optional;
import org.dextwin.api.perception.Camera;
import org.dextwin.api.perception.PoseTracker;
import org.dextwin.api.spi.ComponentRef;
import org.dextwin.api.spi.Key;

/**
 * Something that is recorded beside the robot.
 *
 * @param camera the camera, if it is one
 * @param tracker the tracker, if it is one
 */
record SourceConfig(
    @Key(doc = "A camera: its block, or the path of its block.")
        Optional<ComponentRef<Camera>> camera,
    @Key(doc = "A live tracker: its block, or the path of its block.")
        Optional<ComponentRef<PoseTracker>> tracker) {

  /** Says, in configurations, what the key {@code sources} is for. */
  static final String SOURCES =
      "What is recorded beside the robot, by name: cameras and live trackers, each at its own rate"
          + " and stamped by its own clock.";

  SourceConfig {
    if (camera.isPresent() == tracker.isPresent()) {
      throw new IllegalArgumentException(
          "a source is either a camera or a tracker; write camera or tracker, and not both");
    }
  }

  /** Refuses names that the log has no place for. */
  static void requireNames(Map<String, SourceConfig> sources) {
    for (String name : sources.keySet()) {
      if (Session.OWN_SOURCES.contains(name)) {
        throw new IllegalArgumentException(
            "source '" + name + "' is the robot's own; give the sensor another name");
      }
      if (!name.matches("[A-Za-z0-9][A-Za-z0-9._-]*")) {
        throw new IllegalArgumentException(
            "source '" + name + "' would not do as a file name; use letters, digits, . _ -");
      }
    }
  }
}
