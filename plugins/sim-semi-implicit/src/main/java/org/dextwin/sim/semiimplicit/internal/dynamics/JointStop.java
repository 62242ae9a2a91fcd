package org.dextwin.sim.semiimplicit.internal.dynamics;

import org.dextwin.api.model.Joint;

/**
 * The stops at both limits of a joint. With the way p beyond a limit and its rate s, both foreseen
 * over the horizon h, a stop pushes back by
 *
 * <pre>
 *   N = k p' max(0, 1 + s / e),   p' = p + h s &gt; 0
 * </pre>
 *
 * It starts from zero and throws nothing back faster than e. As p' and s are those at the end of
 * the horizon, the joint feels the inertia h B, where B is the slope of N with respect to s. That
 * keeps any stiffness bounded; but whether the stop is touched is foreseen without the other
 * torques, so with k beyond inertia / h^2 the joint trembles by acceleration times h^2.
 *
 * <p><i>Thread safety</i>: confined. <i>References</i>: Hunt and Crossley 1975, "Coefficient of
 * restitution interpreted as damping in vibroimpact", Eq. 13.
 */
final class JointStop {

  private final double lower;
  private final double upper;
  private final double stiffness;
  private final double hysteresis;
  private final double horizon;

  /** Which stop was touched at the last evaluation: 1 at the upper limit, -1 at the lower, or 0. */
  private int side;

  /** Slopes of N with respect to p and s. */
  private double depthSlope;

  private double rateSlope;

  JointStop(Joint joint, JointOptions options) {
    this.lower = joint.lower();
    this.upper = joint.upper();
    this.stiffness = options.stopStiffness();
    this.hysteresis = 1 / options.reboundSpeed();
    this.horizon = options.horizon();
  }

  /** The torque on the joint. */
  double torque(double q, double qdot) {
    double foreseen = q + horizon * qdot;
    side = foreseen > upper ? 1 : foreseen < lower ? -1 : 0;
    double gain = stiffness * (1 + hysteresis * side * qdot);
    if (side == 0 || !(gain > 0)) {
      side = 0;
      return 0;
    }
    double depth = side * (foreseen - (side > 0 ? upper : lower));
    depthSlope = gain;
    rateSlope = horizon * gain + stiffness * hysteresis * depth;
    return -side * gain * depth;
  }

  /** The inertia h B that the joint feels. */
  double addedInertia() {
    return side == 0 ? 0 : horizon * rateSlope;
  }

  /** Derivative of torque - added inertia times a given acceleration. */
  double jvp(double dq, double dqdot, double acceleration) {
    return side == 0 ? 0 : positionSlope(acceleration) * dq + velocitySlope(acceleration) * dqdot;
  }

  /** Pulls the cotangent of torque - added inertia times acceleration back. */
  void vjp(double bar, double acceleration, double[] qBar, double[] vBar, int index) {
    if (side != 0) {
      qBar[index] += bar * positionSlope(acceleration);
      vBar[index] += bar * velocitySlope(acceleration);
    }
  }

  // d(h B) = h k / e (dp + 2 h ds)

  private double positionSlope(double acceleration) {
    return -depthSlope - side * horizon * stiffness * hysteresis * acceleration;
  }

  private double velocitySlope(double acceleration) {
    return -rateSlope - 2 * side * horizon * horizon * stiffness * hysteresis * acceleration;
  }
}
