package org.dextwin.sim.semiimplicit.integration;

import java.util.Arrays;
import org.dextwin.api.sim.DifferentiableAccelerationField;
import org.dextwin.api.sim.DifferentiableStepper;
import org.dextwin.api.sim.MotionState;

/**
 * Derivatives of {@link RungeKutta4}: its stages differentiated one by one, forwards or backwards.
 *
 * <p><i>Thread safety</i>: confined.
 */
final class DifferentiableRungeKutta4 extends RungeKutta4 implements DifferentiableStepper {

  private final DifferentiableAccelerationField field;

  /** Derivatives or cotangents of the quantities of the same name in {@link RungeKutta4}. */
  private final double[] duStage;

  private final double[] dqStage;
  private final double[] dvStage;
  private final double[][] dSpeed;
  private final double[][] dAcceleration;
  private final double[] dStep;

  DifferentiableRungeKutta4(DifferentiableAccelerationField field) {
    super(field);
    int nv = field.space().nv();
    this.field = field;
    this.duStage = new double[nv];
    this.dqStage = new double[nv];
    this.dvStage = new double[nv];
    this.dSpeed = new double[STAGES][nv];
    this.dAcceleration = new double[STAGES][nv];
    this.dStep = new double[nv];
  }

  @Override
  public void jvp(MotionState in, double dt, double[] dq, double[] dv) {
    stages(in, dt);
    Arrays.fill(dStep, 0);
    for (int s = 0; s < STAGES; s++) {
      double h = NODE[s] * dt;
      for (int i = 0; i < dq.length; i++) {
        duStage[i] = s == 0 ? 0 : h * dSpeed[s - 1][i];
        dqStage[i] = dq[i];
        dvStage[i] = s == 0 ? dv[i] : dv[i] + h * dAcceleration[s - 1][i];
      }
      in.space().displaceJvp(u[s], 1, dqStage, duStage);
      rotationSpeed.jvp(u[s], stage[s].v(), duStage, dvStage, dSpeed[s]);
      field.jvp(stage[s], dqStage, dvStage, dAcceleration[s]);
      for (int i = 0; i < dq.length; i++) {
        dStep[i] += dt * WEIGHT[s] * dSpeed[s][i];
      }
    }
    in.space().displaceJvp(step, 1, dq, dStep);
    for (int i = 0; i < dv.length; i++) {
      for (int s = 0; s < STAGES; s++) {
        dv[i] += dt * WEIGHT[s] * dAcceleration[s][i];
      }
    }
  }

  @Override
  public void vjp(MotionState in, double dt, double[] qBar, double[] vBar) {
    stages(in, dt);
    Arrays.fill(dStep, 0);
    in.space().displaceVjp(step, 1, qBar, dStep);
    for (int s = 0; s < STAGES; s++) {
      for (int i = 0; i < vBar.length; i++) {
        dSpeed[s][i] = dt * WEIGHT[s] * dStep[i];
        dAcceleration[s][i] = dt * WEIGHT[s] * vBar[i];
      }
    }
    for (int s = STAGES - 1; s >= 0; s--) {
      Arrays.fill(duStage, 0);
      Arrays.fill(dqStage, 0);
      Arrays.fill(dvStage, 0);
      field.vjp(stage[s], dAcceleration[s], dqStage, dvStage);
      rotationSpeed.vjp(u[s], stage[s].v(), dSpeed[s], duStage, dvStage);
      in.space().displaceVjp(u[s], 1, dqStage, duStage);
      double h = NODE[s] * dt;
      for (int i = 0; i < vBar.length; i++) {
        qBar[i] += dqStage[i];
        vBar[i] += dvStage[i];
        if (s > 0) {
          dSpeed[s - 1][i] += h * duStage[i];
          dAcceleration[s - 1][i] += h * dvStage[i];
        }
      }
    }
  }
}
