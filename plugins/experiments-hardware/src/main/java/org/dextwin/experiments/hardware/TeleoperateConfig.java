package org.dextwin.experiments.hardware;

import java.nio.file.Path;
import java.util.Map;
import org.dextwin.api.spi.Key;
import org.dextwin.api.spi.PathKind;

/**
 * Settings of a teleoperation.
 *
 * @param robot which robot moves
 * @param loop the control loop
 * @param sources what is recorded beside the robot
 * @param stream what the operator did
 * @param speedRadPerS how fast joints follow [rad/s]
 * @param lostAfterS how old the input may be [s]
 */
record TeleoperateConfig(
    @Key(doc = "Which robot moves: hand or arm.", byDefault = "hand") RobotChoice robot,
    @Key(doc = "The control loop.", byDefault = "{}") LoopConfig loop,
    @Key(doc = SourceConfig.SOURCES, byDefault = "{}") Map<String, SourceConfig> sources,
    @Key(
            doc =
                "The operator's input as CSV: time_s, then joint positions [rad] by the joints'"
                    + " names, or for each finger NAME_x_m, NAME_y_m, NAME_z_m, how far its tip is to"
                    + " be from where it starts, in the frame of the hand's mounting face; NAME_n"
                    + " limits its force. Or a folder of such files, of which the one that suits the"
                    + " robot is taken.",
            path = PathKind.FILE_OR_FOLDER)
        Path stream,
    @Key(
            doc = "How fast the joints follow; the safety envelope may be slower.",
            byDefault = "1",
            above = 0,
            atMost = 10)
        double speedRadPerS,
    @Key(
            doc = "Age of the last input after which the joints hold where they are.",
            byDefault = "0.2",
            above = 0,
            atMost = 10)
        double lostAfterS) {

  TeleoperateConfig {
    SourceConfig.requireNames(sources);
  }
}
