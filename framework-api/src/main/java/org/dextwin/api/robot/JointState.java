package org.dextwin.api.robot;

import java.util.Optional;
import org.dextwin.api.model.JointVector;
import org.dextwin.api.spi.Experimental;

/**
 * What a device reports of its joints at one time.
 *
 * <p><i>Thread safety</i>: immutable.
 *
 * @param timestampNanos time of the reading [ns since the epoch]
 * @param position joint positions [rad]
 * @param velocity joint velocities [rad/s]
 * @param effort joint torques [N m]; those of servos follow from their currents
 * @param temperature temperatures of the motors [degrees Celsius], if the device reports them
 */
@Experimental
public record JointState(
    long timestampNanos,
    JointVector position,
    JointVector velocity,
    JointVector effort,
    Optional<JointVector> temperature) {}
