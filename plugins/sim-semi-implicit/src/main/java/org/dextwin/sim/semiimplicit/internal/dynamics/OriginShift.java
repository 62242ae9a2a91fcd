package org.dextwin.sim.semiimplicit.internal.dynamics;

import static org.dextwin.mechanics.dynamics.Frames.ROTATION;
import static org.dextwin.mechanics.dynamics.Frames.SPATIAL;
import static org.dextwin.mechanics.dynamics.Vectors.addCross;
import static org.dextwin.mechanics.dynamics.Vectors.addScaled;
import static org.dextwin.mechanics.dynamics.Vectors.clear;
import static org.dextwin.mechanics.dynamics.Vectors.rotate;
import static org.dextwin.mechanics.dynamics.Vectors.rotateBack;
import static org.dextwin.mechanics.dynamics.Vectors.rotationOf;

import org.dextwin.api.sim.ConfigurationSpace;
import org.dextwin.api.sim.MotionState;

/**
 * Moves the reference point of free bodies between the origin of the body frame, as states are told
 * to the outside, and the centre of mass, in which they are integrated: there, linear momentum is
 * kept to rounding and the equations of translation and rotation separate. With r = R c, p_C = p_B
 * + r and v_C = v_B + omega x r.
 *
 * <p><i>Thread safety</i>: confined.
 */
public final class OriginShift {

  private final int bodies;
  private final ParameterVector parameters;

  /** Index of the first of three consecutive parameters c of every body. */
  private final int[] center;

  /** R_WB and r = R c of the last call of {@link #place}. */
  final double[] rotation;

  final double[] arm;
  private final double[] local = new double[3];
  private final double[] armDirection = new double[3];
  private final double[] armBar = new double[3];

  OriginShift(int[] center, ParameterVector parameters) {
    this.bodies = center.length;
    this.center = center;
    this.parameters = parameters;
    this.rotation = new double[ROTATION * bodies];
    this.arm = new double[3 * bodies];
  }

  /**
   * Moves states from origins to centres of mass.
   *
   * @param origin state of the origins
   * @param center state of the centres; overwritten
   */
  public void toCenter(MotionState origin, MotionState center) {
    shift(origin, 1, center);
  }

  /**
   * Moves states from centres of mass to origins.
   *
   * @param center state of the centres
   * @param origin state of the origins; overwritten
   */
  public void toOrigin(MotionState center, MotionState origin) {
    shift(center, -1, origin);
  }

  private void shift(MotionState from, double sign, MotionState to) {
    place(from.q());
    to.set(from);
    for (int b = 0; b < bodies; b++) {
      addScaled(sign, arm, 3 * b, to.q(), ConfigurationSpace.BODY_NQ * b + 4);
      addCross(sign, from.v(), SPATIAL * b, arm, 3 * b, to.v(), SPATIAL * b + 3);
    }
  }

  /**
   * Computes the arms that derivatives start from.
   *
   * @param q configuration; the rotations alone matter
   */
  public void place(double[] q) {
    for (int b = 0; b < bodies; b++) {
      rotationOf(q, ConfigurationSpace.BODY_NQ * b, rotation, ROTATION * b);
      for (int i = 0; i < 3; i++) {
        local[i] = parameters.value(center[b] + i);
      }
      rotate(rotation, ROTATION * b, local, 0, arm, 3 * b);
    }
  }

  /**
   * Pushes directions from centres to origins, at the last {@link #place}.
   *
   * @param v velocity; its angular part matters
   * @param dq directions of poses, (rotation, translation) per body; overwritten
   * @param dv directions of velocities; overwritten
   */
  public void toOriginJvp(double[] v, double[] dq, double[] dv) {
    jvp(-1, v, dq, dv);
  }

  /**
   * Pushes directions from origins to centres, at the last {@link #place}.
   *
   * @param v velocity; its angular part matters
   * @param dq directions of poses, (rotation, translation) per body; overwritten
   * @param dv directions of velocities; overwritten
   */
  public void toCenterJvp(double[] v, double[] dq, double[] dv) {
    jvp(1, v, dq, dv);
  }

  /**
   * Pulls cotangents of origins back to centres and parameters, at the last {@link #place}.
   *
   * @param v velocity; its angular part matters
   * @param qBar cotangents of poses; overwritten
   * @param vBar cotangents of velocities; overwritten
   */
  public void toOriginVjp(double[] v, double[] qBar, double[] vBar) {
    vjp(-1, v, qBar, vBar);
  }

  /**
   * Pulls cotangents of centres back to origins and parameters, at the last {@link #place}.
   *
   * @param v velocity; its angular part matters
   * @param qBar cotangents of poses; overwritten
   * @param vBar cotangents of velocities; overwritten
   */
  public void toCenterVjp(double[] v, double[] qBar, double[] vBar) {
    vjp(1, v, qBar, vBar);
  }

  /** dp += s dr and dv += s (domega x r + omega x dr). */
  private void jvp(double s, double[] v, double[] dq, double[] dv) {
    for (int b = 0; b < bodies; b++) {
      int i = SPATIAL * b;
      armDirection(b, dq, armDirection);
      addScaled(s, armDirection, 0, dq, i + 3);
      addCross(s, dv, i, arm, 3 * b, dv, i + 3);
      addCross(s, v, i, armDirection, 0, dv, i + 3);
    }
  }

  /** dr = dphi x r + R dc. */
  void armDirection(int body, double[] dq, double[] dr) {
    for (int i = 0; i < 3; i++) {
      local[i] = parameters.direction(center[body] + i);
    }
    rotate(rotation, ROTATION * body, local, 0, dr, 0);
    addCross(1, dq, SPATIAL * body, arm, 3 * body, dr, 0);
  }

  private void vjp(double s, double[] v, double[] qBar, double[] vBar) {
    for (int b = 0; b < bodies; b++) {
      int i = SPATIAL * b;
      addCross(s, arm, 3 * b, vBar, i + 3, vBar, i);
      clear(armBar, 0);
      addScaled(s, qBar, i + 3, armBar, 0);
      addCross(s, vBar, i + 3, v, i, armBar, 0);
      armVjp(b, armBar, qBar);
    }
  }

  /** phiBar += r x rBar and cBar += R^T rBar. */
  void armVjp(int body, double[] rBar, double[] qBar) {
    addCross(1, arm, 3 * body, rBar, 0, qBar, SPATIAL * body);
    rotateBack(rotation, ROTATION * body, rBar, 0, local, 0);
    for (int i = 0; i < 3; i++) {
      parameters.addCotangent(center[body] + i, local[i]);
    }
  }
}
