package org.dextwin.sim.semiimplicit.integration;

import org.dextwin.api.sim.AccelerationField;
import org.dextwin.api.sim.MotionState;
import org.dextwin.api.sim.Stepper;

/**
 * Explicit Euler: the old velocity moves the configuration.
 *
 * <p><i>Thread safety</i>: confined. <i>References</i>: Lou et al. 2025 (D-REX), Eq. 28, 29.
 */
class ExplicitEuler implements Stepper {

  private final AccelerationField field;
  private final double[] acceleration;

  ExplicitEuler(AccelerationField field) {
    this.field = field;
    this.acceleration = new double[field.space().nv()];
  }

  @Override
  public final void advance(MotionState in, double dt, MotionState out) {
    // Eq. 28: v_{k+1} = v_k + dt M^-1 f(x_k, v_k)
    field.evaluate(in, acceleration);
    for (int i = 0; i < acceleration.length; i++) {
      out.v()[i] = in.v()[i] + dt * acceleration[i];
    }
    // Eq. 29: x_{k+1} = x_k (+) dt v_k
    in.space().displace(in.q(), in.v(), dt, out.q());
  }
}
