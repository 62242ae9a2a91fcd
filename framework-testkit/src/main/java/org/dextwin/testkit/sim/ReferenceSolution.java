package org.dextwin.testkit.sim;

import org.dextwin.api.sim.AccelerationField;
import org.dextwin.api.sim.ConfigurationSpace;
import org.dextwin.api.sim.MotionState;

/**
 * Solves a field far more finely than any integrator under test: the classical Runge-Kutta method
 * on (q, v) as plain numbers, with qdot = (0, omega) q / 2 for quaternions.
 */
final class ReferenceSolution {

  private final AccelerationField field;
  private final ConfigurationSpace space;
  private final MotionState stage;

  private ReferenceSolution(AccelerationField field) {
    this.field = field;
    this.space = field.space();
    this.stage = new MotionState(space);
  }

  static MotionState solve(AccelerationField field, MotionState start, double time, int steps) {
    return new ReferenceSolution(field).advance(start, time / steps, steps);
  }

  private MotionState advance(MotionState start, double h, int steps) {
    int nq = space.nq();
    double[] y = new double[nq + space.nv()];
    System.arraycopy(start.q(), 0, y, 0, nq);
    System.arraycopy(start.v(), 0, y, nq, space.nv());
    for (int step = 0; step < steps; step++) {
      double[] k1 = slope(y);
      double[] k2 = slope(moved(y, k1, h / 2));
      double[] k3 = slope(moved(y, k2, h / 2));
      double[] k4 = slope(moved(y, k3, h));
      for (int i = 0; i < y.length; i++) {
        y[i] += h / 6 * (k1[i] + 2 * k2[i] + 2 * k3[i] + k4[i]);
      }
    }
    MotionState end = new MotionState(space);
    System.arraycopy(y, 0, end.q(), 0, nq);
    System.arraycopy(y, nq, end.v(), 0, space.nv());
    return end;
  }

  private static double[] moved(double[] y, double[] slope, double h) {
    double[] moved = y.clone();
    for (int i = 0; i < y.length; i++) {
      moved[i] += h * slope[i];
    }
    return moved;
  }

  private double[] slope(double[] y) {
    int nq = space.nq();
    double[] slope = new double[y.length];
    System.arraycopy(y, 0, stage.q(), 0, nq);
    System.arraycopy(y, nq, stage.v(), 0, space.nv());
    double[] acceleration = new double[space.nv()];
    field.evaluate(stage, acceleration);
    System.arraycopy(acceleration, 0, slope, nq, acceleration.length);
    double[] q = stage.q();
    double[] v = stage.v();
    for (int body = 0; body < space.bodies(); body++) {
      int iq = ConfigurationSpace.BODY_NQ * body;
      int iv = ConfigurationSpace.BODY_NV * body;
      double ox = v[iv] / 2;
      double oy = v[iv + 1] / 2;
      double oz = v[iv + 2] / 2;
      slope[iq] = -ox * q[iq + 1] - oy * q[iq + 2] - oz * q[iq + 3];
      slope[iq + 1] = ox * q[iq] + oy * q[iq + 3] - oz * q[iq + 2];
      slope[iq + 2] = oy * q[iq] + oz * q[iq + 1] - ox * q[iq + 3];
      slope[iq + 3] = oz * q[iq] + ox * q[iq + 2] - oy * q[iq + 1];
      System.arraycopy(v, iv + 3, slope, iq + 4, 3);
    }
    int jq = ConfigurationSpace.BODY_NQ * space.bodies();
    int jv = ConfigurationSpace.BODY_NV * space.bodies();
    System.arraycopy(v, jv, slope, jq, space.joints());
    return slope;
  }
}
