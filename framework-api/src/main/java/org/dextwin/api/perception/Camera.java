package org.dextwin.api.perception;

import org.dextwin.api.spi.Experimental;
import org.dextwin.api.spi.Role;

/**
 * A camera, or its twin.
 *
 * <p><i>Thread safety</i>: confined, except {@link #stop}.
 */
@Role("camera")
@Experimental
public interface Camera extends Sensor<EncodedImage> {}
