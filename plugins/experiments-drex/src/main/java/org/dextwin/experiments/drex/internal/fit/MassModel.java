package org.dextwin.experiments.drex.internal.fit;

import java.util.List;
import org.dextwin.api.sim.ControlSequence;
import org.dextwin.api.sim.DifferentiableSimulation;
import org.dextwin.api.sim.MotionState;
import org.dextwin.api.sim.Parameter;
import org.dextwin.api.sim.Sensitivities;
import org.dextwin.api.sim.Simulation;
import org.dextwin.api.sim.SimulationException;
import org.dextwin.api.sim.SimulationState;
import org.dextwin.api.sim.Trajectory;

/**
 * Rolls a simulation out from its start with a mass, and gives the derivative with respect to it:
 * by the engine's own gradient where it has one, else by central differences.
 *
 * <p><i>Thread safety</i>: confined to the thread of the simulation.
 */
final class MassModel {

  /** Relative step of central differences: the cube root of the rounding error of a double. */
  private static final double RELATIVE_STEP = Math.cbrt(Math.ulp(1.0));

  private final Simulation simulation;
  private final SimulationState start;
  private final ControlSequence controls;
  private final String parameter;
  private final Parameter range;

  MassModel(Simulation simulation, String body, ControlSequence controls) {
    this.simulation = simulation;
    this.start = simulation.state();
    this.controls = controls;
    this.parameter = Parameter.name(body, Parameter.Kind.MASS);
    this.range =
        simulation.parameters().all().stream()
            .filter(it -> it.name().equals(parameter))
            .findFirst()
            .orElseThrow(
                () -> new SimulationException("the engine cannot set '" + parameter + "'"));
  }

  /** Says whether the engine takes a mass [kg]. */
  boolean accepts(double mass) {
    return mass >= range.lower() && mass <= range.upper();
  }

  boolean isDifferentiable() {
    return simulation instanceof DifferentiableSimulation;
  }

  MassResponse respond(double mass) {
    if (simulation instanceof DifferentiableSimulation differentiable) {
      begin(mass);
      Sensitivities sensitivities = differentiable.sensitivities(controls, List.of(parameter));
      return new MassResponse(
          sensitivities.trajectory(), (sample, index) -> sensitivities.position(sample, 0, index));
    }
    return byCentralDifferences(mass);
  }

  private MassResponse byCentralDifferences(double mass) {
    double step = RELATIVE_STEP * mass;
    Trajectory heavier = rollout(mass + step);
    Trajectory lighter = rollout(mass - step);
    Trajectory trajectory = rollout(mass);
    int nv = trajectory.layout().space().nv();
    double[] slopes = new double[trajectory.samples() * nv];
    MotionState from = new MotionState(trajectory.layout().space());
    MotionState to = new MotionState(trajectory.layout().space());
    double[] tangent = new double[nv];
    for (int sample = 0; sample < trajectory.samples(); sample++) {
      lighter.read(sample, from);
      heavier.read(sample, to);
      trajectory.layout().space().difference(from.q(), to.q(), tangent);
      for (int i = 0; i < nv; i++) {
        slopes[sample * nv + i] = tangent[i] / (2 * step);
      }
    }
    return new MassResponse(trajectory, (sample, index) -> slopes[sample * nv + index]);
  }

  private Trajectory rollout(double mass) {
    begin(mass);
    return simulation.rollout(controls);
  }

  private void begin(double mass) {
    simulation.restore(start);
    simulation.parameters().set(parameter, mass);
  }
}
