package org.dextwin.testkit.sim;

import org.dextwin.api.math.Quat;
import org.dextwin.api.math.Vec3;
import org.dextwin.api.sim.ConfigurationSpace;
import org.dextwin.api.sim.DifferentiableAccelerationField;
import org.dextwin.api.sim.DifferentiableStepper;
import org.dextwin.api.sim.MotionState;

/** Semi-implicit Euler with its derivatives. */
final class DifferentiableEulerStepper extends EulerStepper implements DifferentiableStepper {

  private final DifferentiableAccelerationField field;
  private final ConfigurationSpace space;

  DifferentiableEulerStepper(DifferentiableAccelerationField field) {
    super(field);
    this.field = field;
    this.space = field.space();
  }

  @Override
  public void jvp(MotionState in, double dt, double[] dq, double[] dv) {
    MotionState out = new MotionState(space);
    advance(in, dt, out);
    double[] da = new double[space.nv()];
    field.jvp(in, dq, dv, da);
    for (int i = 0; i < da.length; i++) {
      dv[i] += dt * da[i];
    }
    for (int i = 0; i < da.length; i++) {
      if (isRotation(i)) {
        // exp(dt (w + dw)) exp(dphi) = exp(dt J dw + R dphi) exp(dt w), to first order
        Vec3 step = Vec3.of(out.v(), i).times(dt);
        Quat.exp(step)
            .rotate(Vec3.of(dq, i))
            .plus(leftJacobian(step, Vec3.of(dv, i).times(dt), 1))
            .copyTo(dq, i);
        i += 2;
      } else {
        dq[i] += dt * dv[i];
      }
    }
  }

  @Override
  public void vjp(MotionState in, double dt, double[] qBar, double[] vBar) {
    MotionState out = new MotionState(space);
    advance(in, dt, out);
    double[] aBar = new double[space.nv()];
    for (int i = 0; i < aBar.length; i++) {
      if (isRotation(i)) {
        Vec3 step = Vec3.of(out.v(), i).times(dt);
        Vec3 bar = Vec3.of(qBar, i);
        Vec3.of(vBar, i).plus(leftJacobian(step, bar, -1).times(dt)).copyTo(vBar, i);
        Quat.exp(step).inverse().rotate(bar).copyTo(qBar, i);
        i += 2;
      } else {
        vBar[i] += dt * qBar[i];
      }
    }
    for (int i = 0; i < aBar.length; i++) {
      aBar[i] = dt * vBar[i];
    }
    field.vjp(in, aBar, qBar, vBar);
  }

  private boolean isRotation(int index) {
    return index < ConfigurationSpace.BODY_NV * space.bodies()
        && index % ConfigurationSpace.BODY_NV == 0;
  }

  /**
   * Left Jacobian of the rotation group (Sola 2017, section 4), or its transpose: 1 +- (1 - cos
   * t)/t^2 [r]x + (t - sin t)/t^3 [r]x^2.
   */
  private static Vec3 leftJacobian(Vec3 r, Vec3 x, double sign) {
    double t = r.norm();
    double first = t < 1e-4 ? 0.5 : (1 - Math.cos(t)) / (t * t);
    double second = t < 1e-4 ? 1.0 / 6 : (t - Math.sin(t)) / (t * t * t);
    Vec3 turned = r.cross(x);
    return x.plus(turned.times(sign * first)).plus(r.cross(turned).times(second));
  }
}
