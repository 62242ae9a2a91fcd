package org.dextwin.sim.semiimplicit.internal.contact;

import org.dextwin.api.model.Collider;

/**
 * A collider on a frame.
 *
 * <p><i>Thread safety</i>: immutable.
 *
 * @param frame index of the frame
 * @param isStatic whether the frame never moves
 * @param collider the collider, in the frame
 */
public record Surface(int frame, boolean isStatic, Collider collider) {}
