package org.dextwin.testkit.sim;

import org.dextwin.api.sim.AccelerationField;
import org.dextwin.api.sim.MotionState;
import org.dextwin.api.sim.Stepper;

/** Semi-implicit Euler: v' = v + dt a(q, v), q' = q (+) dt v'. */
class EulerStepper implements Stepper {

  private final AccelerationField field;
  final double[] acceleration;

  EulerStepper(AccelerationField field) {
    this.field = field;
    this.acceleration = new double[field.space().nv()];
  }

  @Override
  public void advance(MotionState in, double dt, MotionState out) {
    field.evaluate(in, acceleration);
    for (int i = 0; i < acceleration.length; i++) {
      out.v()[i] = in.v()[i] + dt * acceleration[i];
    }
    field.space().displace(in.q(), out.v(), dt, out.q());
  }
}
