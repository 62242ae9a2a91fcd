package org.dextwin.sim.semiimplicit.internal.contact;

/**
 * Numerical choices of the contact model.
 *
 * <p><i>Thread safety</i>: immutable.
 *
 * @param slipSpeed sliding speed at which friction has reached 0.7 of the Coulomb limit [m/s]
 * @param dampingDepth penetration at which half of the damping acts [m]; it lets the damping force
 *     start from zero
 */
public record ContactOptions(double slipSpeed, double dampingDepth) {}
