package org.dextwin.sim.semiimplicit.integration;

import java.util.Arrays;
import org.dextwin.api.sim.AccelerationField;
import org.dextwin.api.sim.MotionState;
import org.dextwin.api.sim.Stepper;

/**
 * The classical Runge-Kutta method in exponential coordinates u about the state at the start of the
 * step (Runge-Kutta-Munthe-Kaas), so that order 4 holds for rotations too.
 *
 * <p><i>Thread safety</i>: confined. <i>References</i>: Munthe-Kaas 1998; Hairer, Lubich and Wanner
 * 2006, "Geometric Numerical Integration", IV.8.2.
 */
class RungeKutta4 implements Stepper {

  static final int STAGES = 4;

  /** Stage s starts at NODE[s] dt along the slopes of stage s - 1. */
  static final double[] NODE = {0, 0.5, 0.5, 1};

  static final double[] WEIGHT = {1 / 6.0, 1 / 3.0, 1 / 3.0, 1 / 6.0};

  private final AccelerationField field;
  final RotationSpeed rotationSpeed;

  /** Exponential coordinates and state of every stage, and the slopes of both there. */
  final double[][] u;

  final MotionState[] stage;
  final double[][] speed;
  final double[][] acceleration;

  /** Exponential coordinates at the end of the step. */
  final double[] step;

  RungeKutta4(AccelerationField field) {
    int nv = field.space().nv();
    this.field = field;
    this.rotationSpeed = new RotationSpeed(field.space());
    this.u = new double[STAGES][nv];
    this.speed = new double[STAGES][nv];
    this.acceleration = new double[STAGES][nv];
    this.step = new double[nv];
    this.stage = new MotionState[STAGES];
    for (int s = 0; s < STAGES; s++) {
      stage[s] = new MotionState(field.space());
    }
  }

  @Override
  public final void advance(MotionState in, double dt, MotionState out) {
    stages(in, dt);
    for (int i = 0; i < step.length; i++) {
      double dv = 0;
      for (int s = 0; s < STAGES; s++) {
        dv += WEIGHT[s] * acceleration[s][i];
      }
      out.v()[i] = in.v()[i] + dt * dv;
    }
    in.space().displace(in.q(), step, 1, out.q());
  }

  /** Fills the stages and the step in q. */
  final void stages(MotionState in, double dt) {
    Arrays.fill(step, 0);
    for (int s = 0; s < STAGES; s++) {
      stage[s].set(in);
      if (s > 0) {
        double h = NODE[s] * dt;
        for (int i = 0; i < step.length; i++) {
          u[s][i] = h * speed[s - 1][i];
          stage[s].v()[i] += h * acceleration[s - 1][i];
        }
        in.space().displace(in.q(), u[s], 1, stage[s].q());
      }
      rotationSpeed.evaluate(u[s], stage[s].v(), speed[s]);
      field.evaluate(stage[s], acceleration[s]);
      for (int i = 0; i < step.length; i++) {
        step[i] += dt * WEIGHT[s] * speed[s][i];
      }
    }
  }
}
