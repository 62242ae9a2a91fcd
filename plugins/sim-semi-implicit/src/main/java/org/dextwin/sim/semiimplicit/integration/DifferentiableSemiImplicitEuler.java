package org.dextwin.sim.semiimplicit.integration;

import org.dextwin.api.sim.DifferentiableAccelerationField;
import org.dextwin.api.sim.DifferentiableStepper;
import org.dextwin.api.sim.MotionState;

/**
 * Derivatives of {@link SemiImplicitEuler}.
 *
 * <p><i>Thread safety</i>: confined.
 */
final class DifferentiableSemiImplicitEuler extends SemiImplicitEuler
    implements DifferentiableStepper {

  private final DifferentiableAccelerationField field;
  private final double[] newVelocity;
  private final double[] work;

  DifferentiableSemiImplicitEuler(DifferentiableAccelerationField field) {
    super(field);
    this.field = field;
    this.newVelocity = new double[field.space().nv()];
    this.work = new double[field.space().nv()];
  }

  @Override
  public void jvp(MotionState in, double dt, double[] dq, double[] dv) {
    newVelocity(in, dt, newVelocity);
    field.jvp(in, dq, dv, work);
    for (int i = 0; i < dv.length; i++) {
      dv[i] += dt * work[i];
    }
    in.space().displaceJvp(newVelocity, dt, dq, dv);
  }

  @Override
  public void vjp(MotionState in, double dt, double[] qBar, double[] vBar) {
    newVelocity(in, dt, newVelocity);
    in.space().displaceVjp(newVelocity, dt, qBar, vBar);
    for (int i = 0; i < vBar.length; i++) {
      work[i] = dt * vBar[i];
    }
    field.vjp(in, work, qBar, vBar);
  }
}
