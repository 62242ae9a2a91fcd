package org.dextwin.api.robot;

import org.dextwin.api.spi.Experimental;

/**
 * The connection to an arm's controller; see {@link Arm#driver}. To stop an arm is to stop its
 * motion: its own controller keeps holding it up.
 *
 * <p><i>Thread safety</i>: confined, except {@link #stop}.
 */
@Experimental
public interface ArmDriver extends JointDriver {}
