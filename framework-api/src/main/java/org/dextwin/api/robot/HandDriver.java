package org.dextwin.api.robot;

import org.dextwin.api.spi.Experimental;

/**
 * The bus of a hand; see {@link Hand#driver}.
 *
 * <p><i>Thread safety</i>: confined, except {@link #stop}.
 */
@Experimental
public interface HandDriver extends JointDriver {}
