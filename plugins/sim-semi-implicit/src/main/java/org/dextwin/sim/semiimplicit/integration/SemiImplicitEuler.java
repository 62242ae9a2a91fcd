package org.dextwin.sim.semiimplicit.integration;

import org.dextwin.api.sim.AccelerationField;
import org.dextwin.api.sim.MotionState;
import org.dextwin.api.sim.Stepper;

/**
 * Semi-implicit (symplectic) Euler: the new velocity moves the configuration.
 *
 * <p><i>Thread safety</i>: confined. <i>References</i>: Lou et al. 2025 (D-REX), Eq. 5, 26, 27.
 */
class SemiImplicitEuler implements Stepper {

  private final AccelerationField field;
  final double[] acceleration;

  SemiImplicitEuler(AccelerationField field) {
    this.field = field;
    this.acceleration = new double[field.space().nv()];
  }

  @Override
  public final void advance(MotionState in, double dt, MotionState out) {
    newVelocity(in, dt, out.v());
    // Eq. 27: x_{k+1} = x_k (+) dt v_{k+1}
    in.space().displace(in.q(), out.v(), dt, out.q());
  }

  /** Eq. 26: v_{k+1} = v_k + dt M^-1 f(x_k, v_k). */
  final void newVelocity(MotionState in, double dt, double[] v) {
    field.evaluate(in, acceleration);
    for (int i = 0; i < v.length; i++) {
      v[i] = in.v()[i] + dt * acceleration[i];
    }
  }
}
