package org.dextwin.experiments.hardware;

import java.util.Map;
import org.dextwin.api.spi.Key;

/**
 * Settings of a recording.
 *
 * @param robot which robot is recorded
 * @param loop how often it is read
 * @param sources what is recorded beside the robot
 * @param durationS how long [s]
 */
record RecordConfig(
    @Key(doc = "Which robot moves: hand or arm.", byDefault = "hand") RobotChoice robot,
    @Key(doc = "The control loop.", byDefault = "{}") LoopConfig loop,
    @Key(doc = SourceConfig.SOURCES, byDefault = "{}") Map<String, SourceConfig> sources,
    @Key(doc = "How long it is recorded.", byDefault = "10", above = 0, atMost = 86400)
        double durationS) {

  RecordConfig {
    SourceConfig.requireNames(sources);
  }
}
