package org.dextwin.experiments.hardware;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.dextwin.api.learning.MotionPlanner;
import org.dextwin.api.math.Vec3;
import org.dextwin.api.spi.ComponentRef;
import org.dextwin.api.spi.Key;

/**
 * Settings of a reach.
 *
 * @param planner what finds the way
 * @param loop the control loop
 * @param sources what is recorded beside the robot
 * @param link which link goes to the pose
 * @param positionM where it goes, in the arm's base [m]
 * @param rotationDeg its roll, pitch and yaw there [degrees]
 * @param obstacles what is in the way
 * @param speed share of the planned speed
 * @param settleS how long the arm holds at the end [s]
 */
record ReachConfig(
    @Key(doc = "What finds the way.") ComponentRef<MotionPlanner> planner,
    @Key(doc = "The control loop.", byDefault = "{}") LoopConfig loop,
    @Key(doc = SourceConfig.SOURCES, byDefault = "{}") Map<String, SourceConfig> sources,
    @Key(doc = "The link that goes to the pose; left out, the flange.") Optional<String> link,
    @Key(doc = "Where the link goes, in the frame of the arm's base.") Vec3 positionM,
    @Key(doc = "Roll, pitch and yaw of the link there, in the frame of the arm's base.")
        Vec3 rotationDeg,
    @Key(doc = "Boxes that are in the way, by name.", byDefault = "{}") Map<String, Box> obstacles,
    @Key(
            doc =
                "Share of the planned speed. The planner goes by the limits of the motors; the safety"
                    + " envelope has narrower ones, and cuts what is faster.",
            byDefault = "0.2",
            above = 0,
            atMost = 1)
        double speed,
    @Key(doc = "How long the arm holds at the end.", byDefault = "1", atLeast = 0, atMost = 60)
        double settleS) {

  /**
   * A box that stands still.
   *
   * @param centreM its middle, in the arm's base [m]
   * @param sizeM its edges along the axes of the arm's base [m]
   */
  record Box(
      @Key(doc = "Its middle, in the frame of the arm's base.") Vec3 centreM,
      @Key(doc = "Its edges along the axes of that frame.", above = 0) Vec3 sizeM) {}

  ReachConfig {
    SourceConfig.requireNames(sources);
    obstacles = Map.copyOf(obstacles);
  }

  /** Names in an order that does not depend on the map. */
  List<String> obstacleNames() {
    return obstacles.keySet().stream().sorted().toList();
  }
}
