package org.dextwin.sim.semiimplicit.internal.dynamics;

/**
 * Numerical choices of joints.
 *
 * <p><i>Thread safety</i>: immutable.
 *
 * @param slipSpeed joint speed at which dry friction has reached 0.7 of its limit [rad/s or m/s]
 * @param horizon time over which damping and stops are foreseen [s]: the time step, or zero. What
 *     they answer to is the motion at the end of the horizon, so that a light link with a strong
 *     damper or a stiff stop does not ring; to first order that is an inertia of horizon times the
 *     slope of the torque
 * @param stopStiffness torque per angle beyond a limit [N m/rad or N/m]; zero for no stops
 * @param reboundSpeed largest speed at which a stop throws a joint back [rad/s or m/s]
 */
public record JointOptions(
    double slipSpeed, double horizon, double stopStiffness, double reboundSpeed) {

  /**
   * Joints without stops.
   *
   * @param slipSpeed joint speed at which dry friction has reached 0.7 of its limit [rad/s or m/s]
   * @param horizon time over which damping is foreseen [s]
   */
  public JointOptions(double slipSpeed, double horizon) {
    this(slipSpeed, horizon, 0, 1);
  }
}
