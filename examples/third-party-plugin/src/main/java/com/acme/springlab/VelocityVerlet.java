package com.acme.springlab;

import org.dextwin.api.sim.AccelerationField;
import org.dextwin.api.sim.Integrator;
import org.dextwin.api.sim.MotionState;
import org.dextwin.api.sim.Stepper;

/**
 * Velocity Verlet (Swope et al. 1982): half a kick, a drift, half a kick. For forces that depend on
 * positions alone, such as springs, it is symplectic, so that the energy does not drift. Forces that
 * depend on velocities are evaluated at the predicted velocity, which keeps the second order.
 */
final class VelocityVerlet implements Integrator {

  @Override
  public int order() {
    return 2;
  }

  @Override
  public Stepper stepper(AccelerationField field) {
    return new KickDriftKick(field);
  }

  @Override
  public void close() {}

  private static final class KickDriftKick implements Stepper {

    private final AccelerationField field;
    private final MotionState predicted;
    private final double[] before;
    private final double[] after;
    private final double[] half;

    KickDriftKick(AccelerationField field) {
      this.field = field;
      predicted = new MotionState(field.space());
      before = new double[field.space().nv()];
      after = new double[field.space().nv()];
      half = new double[field.space().nv()];
    }

    @Override
    public void advance(MotionState in, double dt, MotionState out) {
      field.evaluate(in, before);
      for (int i = 0; i < half.length; i++) {
        half[i] = in.v()[i] + dt / 2 * before[i]; // v_half = v + dt/2 a(q, v)
        predicted.v()[i] = in.v()[i] + dt * before[i];
      }
      field.space().displace(in.q(), half, dt, out.q()); // q' = q (+) dt v_half
      System.arraycopy(out.q(), 0, predicted.q(), 0, out.q().length);
      field.evaluate(predicted, after);
      for (int i = 0; i < half.length; i++) {
        out.v()[i] = half[i] + dt / 2 * after[i]; // v' = v_half + dt/2 a(q', v + dt a)
      }
    }
  }
}
