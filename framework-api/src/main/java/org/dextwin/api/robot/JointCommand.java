package org.dextwin.api.robot;

import org.dextwin.api.model.JointVector;
import org.dextwin.api.spi.Experimental;

/**
 * Targets for a device's joints.
 *
 * <p><i>Thread safety</i>: immutable.
 *
 * @param position joint positions to reach [rad]
 */
@Experimental
public record JointCommand(JointVector position) {}
