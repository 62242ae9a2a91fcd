package org.dextwin.experiments.hardware;

import java.nio.file.Path;
import java.util.Map;
import org.dextwin.api.spi.Key;
import org.dextwin.api.spi.PathKind;
import org.dextwin.mechanics.log.JointColumns;

/**
 * Settings of a replay.
 *
 * @param robot which robot moves
 * @param loop the control loop
 * @param sources what is recorded beside the robot
 * @param log what was recorded
 * @param columns columns of a CSV log
 * @param approachSpeedRadPerS how fast the joints go to where the log begins [rad/s]
 */
record ReplayConfig(
    @Key(doc = "Which robot moves: hand or arm.", byDefault = "hand") RobotChoice robot,
    @Key(doc = "The control loop.", byDefault = "{}") LoopConfig loop,
    @Key(doc = SourceConfig.SOURCES, byDefault = "{}") Map<String, SourceConfig> sources,
    @Key(
            doc =
                "An episode log (.dxlog) or a joint log as CSV, or a folder of episode logs, of which"
                    + " the one of the robot's joints is taken.",
            path = PathKind.FILE_OR_FOLDER)
        Path log,
    @Key(doc = "Columns of a joint log as CSV.", byDefault = "{}") JointColumns columns,
    @Key(
            doc = "How fast the joints go to where the log begins.",
            byDefault = "0.5",
            above = 0,
            atMost = 5)
        double approachSpeedRadPerS) {

  ReplayConfig {
    SourceConfig.requireNames(sources);
  }
}
