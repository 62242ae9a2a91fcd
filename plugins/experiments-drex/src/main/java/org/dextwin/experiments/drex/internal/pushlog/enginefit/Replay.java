package org.dextwin.experiments.drex.internal.pushlog.enginefit;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.dextwin.api.sim.ControlSequence;
import org.dextwin.api.sim.DifferentiableSimulation;
import org.dextwin.api.sim.MotionState;
import org.dextwin.api.sim.Parameter;
import org.dextwin.api.sim.Sensitivities;
import org.dextwin.api.sim.Simulation;
import org.dextwin.api.sim.SimulationState;
import org.dextwin.api.sim.Simulator;
import org.dextwin.api.sim.Trajectory;
import org.dextwin.experiments.drex.internal.pushlog.enginefit.PushModel.Influence;
import org.dextwin.experiments.drex.internal.pushlog.enginefit.Unknown.Kind;

/**
 * Replays a push in an engine. Derivatives are the engine's own where it has them; an unknown that
 * moves something the engine does not differentiate by gets central differences.
 *
 * <p><i>Thread safety</i>: confined.
 */
final class Replay {

  /** Step of central differences, as part of an unknown's usual difference. */
  private static final double DIFFERENCE = 1e-4;

  private final Simulator engine;
  private final PushModel model;
  private final ControlSequence controls;
  private final boolean controlsVary;
  private int rollouts;
  private int differentiated;
  private boolean exact = true;

  Replay(Simulator engine, PushModel model) {
    this.engine = engine;
    this.model = model;
    this.controls = model.controls(model.priors(), engine.timeStep());
    this.controlsVary =
        model.options().torqueOffsetSigma() > 0 || model.options().fingerShiftSigma() > 0;
  }

  private ControlSequence controls(double[] x) {
    return controlsVary ? model.controls(x, engine.timeStep()) : controls;
  }

  private Simulation open(double[] x) {
    Simulation simulation = engine.open(model.scene(x));
    SimulationState state = simulation.state();
    double[] v = state.v();
    double[] joints = model.startVelocities();
    System.arraycopy(joints, 0, v, v.length - joints.length, joints.length);
    simulation.restore(new SimulationState(state.time(), state.q(), v, state.internal()));
    return simulation;
  }

  Trajectory rollout(double[] x) {
    rollouts++;
    try (Simulation simulation = open(x)) {
      return simulation.rollout(controls(x));
    }
  }

  /** Returns how many times the push was replayed without derivatives. */
  int rollouts() {
    return rollouts;
  }

  /** Returns how many times it was replayed with derivatives. */
  int differentiated() {
    return differentiated;
  }

  /** Says whether all derivatives so far were the engine's own. */
  boolean isExact() {
    return exact;
  }

  /** Replays the push and differentiates the states by all unknowns. */
  Response respond(double[] x) {
    differentiated++;
    int unknowns = model.all().size();
    List<List<Influence>> own = new ArrayList<>();
    Sensitivities sensitivities = null;
    Trajectory trajectory;
    try (Simulation simulation = open(x)) {
      Set<String> offered =
          simulation.parameters().all().stream().map(Parameter::name).collect(Collectors.toSet());
      List<String> names = new ArrayList<>();
      for (int i = 0; i < unknowns; i++) {
        List<Influence> influences = model.influences(i, x);
        boolean known =
            simulation instanceof DifferentiableSimulation
                && influences.stream().allMatch(it -> offered.contains(it.parameter()));
        own.add(known ? influences : List.of());
        own.get(i).forEach(it -> names.add(it.parameter()));
      }
      if (simulation instanceof DifferentiableSimulation differentiable) {
        sensitivities = differentiable.sensitivities(controls(x), names);
        trajectory = sensitivities.trajectory();
      } else {
        trajectory = simulation.rollout(controls(x));
      }
    }
    Derivative[] derivatives = new Derivative[unknowns];
    int next = 0;
    for (int i = 0; i < unknowns; i++) {
      List<Influence> influences = own.get(i);
      if (sensitivities != null && !influences.isEmpty()) {
        derivatives[i] = sum(sensitivities, next, influences);
        next += influences.size();
      } else if (model.all().get(i).kind() == Kind.LAG) {
        derivatives[i] = (sample, index) -> 0;
      } else {
        exact = false;
        derivatives[i] = byCentralDifferences(x, i);
      }
    }
    return new Response(trajectory, List.of(derivatives));
  }

  /** Chain rule: an unknown may move several of the engine's parameters. */
  private static Derivative sum(Sensitivities s, int first, List<Influence> influences) {
    return (sample, index) -> {
      double sum = 0;
      for (int k = 0; k < influences.size(); k++) {
        sum += influences.get(k).slope() * s.position(sample, first + k, index);
      }
      return sum;
    };
  }

  private Derivative byCentralDifferences(double[] x, int unknown) {
    double step = DIFFERENCE * model.all().get(unknown).size();
    double[] moved = x.clone();
    moved[unknown] = x[unknown] + step;
    Trajectory above = rollout(moved);
    moved[unknown] = x[unknown] - step;
    Trajectory below = rollout(moved);
    int nv = above.layout().space().nv();
    double[] slopes = new double[above.samples() * nv];
    MotionState from = new MotionState(above.layout().space());
    MotionState to = new MotionState(above.layout().space());
    double[] tangent = new double[nv];
    for (int sample = 0; sample < above.samples(); sample++) {
      below.read(sample, from);
      above.read(sample, to);
      above.layout().space().difference(from.q(), to.q(), tangent);
      for (int i = 0; i < nv; i++) {
        slopes[sample * nv + i] = tangent[i] / (2 * step);
      }
    }
    return (sample, index) -> slopes[sample * nv + index];
  }

  /**
   * A replay and how its configurations answer the unknowns.
   *
   * @param trajectory the replay
   * @param derivatives derivative of the configurations' tangents by each unknown
   */
  record Response(Trajectory trajectory, List<Derivative> derivatives) {}

  /** Derivative of a configuration's tangent by one unknown. */
  @FunctionalInterface
  interface Derivative {
    /**
     * Returns one entry.
     *
     * @param sample index of the state
     * @param index index in the tangent
     * @return the derivative per unit of the unknown
     */
    double at(int sample, int index);
  }
}
