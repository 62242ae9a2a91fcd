package org.dextwin.sim.semiimplicit.internal.dynamics;

import java.util.Arrays;
import java.util.List;
import org.dextwin.api.sim.ConfigurationSpace;
import org.dextwin.api.sim.DifferentiableAccelerationField;
import org.dextwin.api.sim.MotionState;
import org.dextwin.mechanics.dynamics.Frames;

/**
 * The equations of motion of a world, M(q, theta) vdot = f(q, v, theta): mechanisms place frames,
 * force terms load them, mechanisms answer with accelerations. The derivatives run through the same
 * three stages, forwards or backwards.
 *
 * <p>The last evaluation is kept: derivatives at the same state do not repeat it.
 *
 * <p><i>Thread safety</i>: confined. <i>References</i>: Lou et al. 2025 (D-REX), Eq. 2.
 */
public final class WorldField implements DifferentiableAccelerationField {

  private final ConfigurationSpace space;
  private final ParameterVector parameters;
  private final Frames frames;
  private final List<Mechanism> mechanisms;
  private final List<ForceTerm> terms;

  private final MotionState evaluated;
  private final double[] evaluatedAcceleration;
  private boolean valid;
  private int evaluatedRevision;

  /**
   * Composes the equations.
   *
   * @param space layout of states
   * @param parameters parameters of all parts
   * @param frames frames of all parts
   * @param mechanisms parts with mass
   * @param terms forces between them
   */
  public WorldField(
      ConfigurationSpace space,
      ParameterVector parameters,
      Frames frames,
      List<Mechanism> mechanisms,
      List<ForceTerm> terms) {
    this.space = space;
    this.parameters = parameters;
    this.frames = frames;
    this.mechanisms = List.copyOf(mechanisms);
    this.terms = List.copyOf(terms);
    this.evaluated = new MotionState(space);
    this.evaluatedAcceleration = new double[space.nv()];
  }

  @Override
  public ConfigurationSpace space() {
    return space;
  }

  /** Forgets the last evaluation; to be called when controls change. */
  public void invalidate() {
    valid = false;
  }

  @Override
  public void evaluate(MotionState state, double[] acceleration) {
    prepare(state);
    System.arraycopy(evaluatedAcceleration, 0, acceleration, 0, acceleration.length);
  }

  @Override
  public void jvp(MotionState state, double[] dq, double[] dv, double[] da) {
    prepare(state);
    frames.clearDirections();
    for (int i = 0; i < mechanisms.size(); i++) {
      mechanisms.get(i).kinematicsJvp(dq, dv, frames);
    }
    for (int i = 0; i < terms.size(); i++) {
      terms.get(i).jvp(frames);
    }
    for (int i = 0; i < mechanisms.size(); i++) {
      mechanisms.get(i).accelerationsJvp(dq, dv, frames, da);
    }
  }

  @Override
  public void vjp(MotionState state, double[] aBar, double[] qBar, double[] vBar) {
    prepare(state);
    frames.clearCotangents();
    for (int i = 0; i < mechanisms.size(); i++) {
      mechanisms.get(i).accelerationsVjp(aBar, frames, qBar, vBar);
    }
    for (int i = 0; i < terms.size(); i++) {
      terms.get(i).vjp(frames);
    }
    for (int i = 0; i < mechanisms.size(); i++) {
      mechanisms.get(i).kinematicsVjp(frames, qBar, vBar);
    }
  }

  private void prepare(MotionState state) {
    if (valid
        && evaluatedRevision == parameters.revision()
        && Arrays.equals(state.q(), evaluated.q())
        && Arrays.equals(state.v(), evaluated.v())) {
      return;
    }
    frames.clearWrenches();
    for (int i = 0; i < mechanisms.size(); i++) {
      mechanisms.get(i).kinematics(state.q(), state.v(), frames);
    }
    for (int i = 0; i < terms.size(); i++) {
      terms.get(i).evaluate(frames);
    }
    for (int i = 0; i < mechanisms.size(); i++) {
      mechanisms.get(i).accelerations(frames, evaluatedAcceleration);
    }
    evaluated.set(state);
    evaluatedRevision = parameters.revision();
    valid = true;
  }
}
