package org.dextwin.experiments.hardware;

import org.dextwin.api.spi.Key;

/**
 * Settings of the first motion.
 *
 * @param robot which robot moves
 * @param loop the control loop
 * @param amplitudeRad how far each joint goes [rad]
 * @param durationS how long it takes there and back [s]
 */
record HelloConfig(
    @Key(doc = "Which robot moves: hand or arm.", byDefault = "hand") RobotChoice robot,
    @Key(doc = "The control loop.", byDefault = "{}") LoopConfig loop,
    @Key(
            doc = "How far each joint goes towards the middle of its range.",
            byDefault = "0.15",
            above = 0,
            atMost = 1)
        double amplitudeRad,
    @Key(doc = "How long it takes there and back.", byDefault = "4", above = 0, atMost = 60)
        double durationS) {}
