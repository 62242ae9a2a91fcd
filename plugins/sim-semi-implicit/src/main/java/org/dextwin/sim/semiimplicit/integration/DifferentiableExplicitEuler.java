package org.dextwin.sim.semiimplicit.integration;

import org.dextwin.api.sim.DifferentiableAccelerationField;
import org.dextwin.api.sim.DifferentiableStepper;
import org.dextwin.api.sim.MotionState;

/**
 * Derivatives of {@link ExplicitEuler}.
 *
 * <p><i>Thread safety</i>: confined.
 */
final class DifferentiableExplicitEuler extends ExplicitEuler implements DifferentiableStepper {

  private final DifferentiableAccelerationField field;
  private final double[] work;

  DifferentiableExplicitEuler(DifferentiableAccelerationField field) {
    super(field);
    this.field = field;
    this.work = new double[field.space().nv()];
  }

  @Override
  public void jvp(MotionState in, double dt, double[] dq, double[] dv) {
    field.jvp(in, dq, dv, work);
    in.space().displaceJvp(in.v(), dt, dq, dv);
    for (int i = 0; i < dv.length; i++) {
      dv[i] += dt * work[i];
    }
  }

  @Override
  public void vjp(MotionState in, double dt, double[] qBar, double[] vBar) {
    for (int i = 0; i < vBar.length; i++) {
      work[i] = dt * vBar[i];
    }
    in.space().displaceVjp(in.v(), dt, qBar, vBar);
    field.vjp(in, work, qBar, vBar);
  }
}
