package org.dextwin.sim.semiimplicit.internal.dynamics;

/**
 * Numerical choices of joints.
 *
 * <p><i>Thread safety</i>: immutable.
 *
 * @param slipSpeed joint speed at which dry friction has reached 0.7 of its limit [rad/s or m/s]
 * @param dampingHorizon time over which damping is foreseen [s]: the time step, or zero. The
 *     velocity that joint damping answers to is that at the end of the horizon, so that a light
 *     link with a strong damper does not ring; to first order that is an inertia of horizon times
 *     damping
 */
public record JointOptions(double slipSpeed, double dampingHorizon) {}
