package org.dextwin.sim.semiimplicit;

import java.util.Arrays;
import java.util.List;
import org.dextwin.api.sim.ControlSequence;
import org.dextwin.api.sim.DifferentiableSimulation;
import org.dextwin.api.sim.DifferentiableStepper;
import org.dextwin.api.sim.MotionState;
import org.dextwin.api.sim.ParameterGradient;
import org.dextwin.api.sim.Sensitivities;
import org.dextwin.api.sim.StateCotangents;
import org.dextwin.api.sim.Trajectory;
import org.dextwin.sim.semiimplicit.internal.dynamics.OriginShift;
import org.dextwin.sim.semiimplicit.internal.dynamics.ParameterVector;
import org.dextwin.sim.semiimplicit.internal.dynamics.WorldField;

/**
 * A running world with gradients: the discrete adjoint of its rollouts and their forward
 * sensitivities. Both move tangents of the centres of mass from step to step; those of the origins
 * are touched where a loss or the initial state speaks of them.
 *
 * <p>The trajectory holds the state before every step, so it is the tape: what happened within a
 * step is computed again when the step is pulled back.
 *
 * <p><i>Thread safety</i>: confined to one thread. <i>References</i>: Lou et al. 2025 (D-REX), Eq.
 * 7; Jatavallabhula et al. 2021 (GradSim).
 */
final class DifferentiableWorldSimulation extends WorldSimulation
    implements DifferentiableSimulation {

  private final DifferentiableStepper stepper;

  DifferentiableWorldSimulation(
      World world, WorldField field, DifferentiableStepper stepper, double timeStep) {
    super(world, field, stepper, timeStep);
    this.stepper = stepper;
  }

  @Override
  public ParameterGradient backward(Trajectory trajectory, StateCotangents cotangents) {
    requireOpen();
    requireOwn(trajectory);
    int nv = layout().space().nv();
    double[] qBar = new double[nv];
    double[] vBar = new double[nv];
    double[] qLoss = new double[nv];
    double[] vLoss = new double[nv];
    MotionState origin = new MotionState(layout().space());
    OriginShift shift = world.shift();
    ParameterVector parameters = world.parameters();
    parameters.clearCotangents();
    int actuators = layout().actuators().size();
    double[] controlsBar = new double[trajectory.controls().steps() * actuators];
    for (int sample = trajectory.samples() - 1; ; sample--) {
      trajectory.read(sample, origin);
      Arrays.fill(qLoss, 0);
      Arrays.fill(vLoss, 0);
      cotangents.accumulate(sample, qLoss, vLoss);
      shift.place(origin.q());
      shift.toOriginVjp(origin.v(), qLoss, vLoss);
      for (int i = 0; i < nv; i++) {
        qBar[i] += qLoss[i];
        vBar[i] += vLoss[i];
      }
      if (sample == 0) {
        shift.toCenterVjp(origin.v(), qBar, vBar);
        break;
      }
      trajectory.read(sample - 1, origin);
      shift.toCenter(origin, stepStart);
      control(trajectory.controls(), sample - 1);
      world.targets().clearCotangents();
      stepper.vjp(stepStart, timeStep, qBar, vBar);
      System.arraycopy(world.targets().bar, 0, controlsBar, (sample - 1) * actuators, actuators);
    }
    return new ParameterGradient(parameters.cotangents(), qBar, vBar, controlsBar);
  }

  @Override
  public Sensitivities sensitivities(ControlSequence controls, List<String> names) {
    int nv = layout().space().nv();
    requireOpen();
    int count = names.size();
    OriginShift shift = world.shift();
    ParameterVector parameters = world.parameters();
    int[] indices = names.stream().mapToInt(parameters::indexOf).toArray();
    Recording recording = new Recording(controls);
    double[] dq = new double[(controls.steps() + 1) * count * nv];
    double[] dv = new double[dq.length];
    double[][] dqCenter = new double[count][nv];
    double[][] dvCenter = new double[count][nv];
    shift.place(current.q());
    for (int p = 0; p < count; p++) {
      parameters.setDirection(indices[p]);
      shift.toCenterJvp(current.v(), dqCenter[p], dvCenter[p]);
    }
    double[] dqOrigin = new double[nv];
    double[] dvOrigin = new double[nv];
    for (int step = 0; step < controls.steps(); step++) {
      control(controls, step);
      shift.toCenter(current, stepStart);
      for (int p = 0; p < count; p++) {
        parameters.setDirection(indices[p]);
        stepper.jvp(stepStart, timeStep, dqCenter[p], dvCenter[p]);
      }
      advance();
      recording.add();
      shift.place(current.q());
      for (int p = 0; p < count; p++) {
        parameters.setDirection(indices[p]);
        System.arraycopy(dqCenter[p], 0, dqOrigin, 0, nv);
        System.arraycopy(dvCenter[p], 0, dvOrigin, 0, nv);
        shift.toOriginJvp(current.v(), dqOrigin, dvOrigin);
        System.arraycopy(dqOrigin, 0, dq, ((step + 1) * count + p) * nv, nv);
        System.arraycopy(dvOrigin, 0, dv, ((step + 1) * count + p) * nv, nv);
      }
    }
    return new Sensitivities(recording.trajectory(), names, dq, dv);
  }

  private void requireOwn(Trajectory trajectory) {
    if (!trajectory.layout().equals(layout()) || trajectory.timeStep() != timeStep) {
      throw new IllegalArgumentException(
          "the trajectory is of another world: it has "
              + trajectory.layout()
              + " at steps of "
              + trajectory.timeStep()
              + " s, this world "
              + layout()
              + " at steps of "
              + timeStep
              + " s");
    }
  }
}
