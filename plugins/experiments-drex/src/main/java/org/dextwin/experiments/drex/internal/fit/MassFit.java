package org.dextwin.experiments.drex.internal.fit;

import java.util.List;
import java.util.Optional;
import org.dextwin.api.sim.ControlSequence;
import org.dextwin.api.sim.Simulation;
import org.dextwin.api.sim.SimulationException;
import org.dextwin.mechanics.optimization.LeastSquaresSolution;
import org.dextwin.mechanics.optimization.LevenbergMarquardt;

/**
 * Finds the mass that minimises the trajectory loss in an engine.
 *
 * <p><i>Thread safety</i>: immutable.
 *
 * @param mass the minimiser [kg]
 * @param costs half the loss after every accepted step
 * @param outcome how the search ended
 * @param exactGradient whether the engine's own gradient was used, not central differences
 * @param secondsPerIteration mean time of one forward and gradient evaluation [s]
 */
public record MassFit(
    double mass,
    List<Double> costs,
    LeastSquaresSolution.Outcome outcome,
    boolean exactGradient,
    double secondsPerIteration) {

  private static final LevenbergMarquardt SOLVER = new LevenbergMarquardt(1e-9, 1e-9, 200);

  /** Two searches that end in the same valley differ by less than this part of the cost. */
  private static final double SAME_VALLEY = 1e-6;

  /**
   * Fits the mass of one free body from several starts, because turns of more than half a circle
   * between two poses give the loss more than one valley; the deepest is returned.
   *
   * @param simulation the scene at its start; its mass parameter is changed
   * @param body name of the body
   * @param controls what drives the scene
   * @param tracked what a tracker saw of the body
   * @param noise standard deviations of what it saw
   * @param startMasses where searches begin [kg]; the first wins among equals
   * @return the fit
   * @throws SimulationException if the engine can simulate the scene from no start
   */
  public static MassFit of(
      Simulation simulation,
      String body,
      ControlSequence controls,
      TrackedPoses tracked,
      PoseNoise noise,
      List<Double> startMasses) {
    MassModel model = new MassModel(simulation, body, controls);
    TrajectoryLoss loss = new TrajectoryLoss(model, body, tracked, noise);
    Optional<MassFit> best = Optional.empty();
    for (double start : startMasses) {
      if (loss.canStartFrom(start)) {
        MassFit fit = search(loss, start, model.isDifferentiable());
        if (best.isEmpty() || fit.cost() < (1 - SAME_VALLEY) * best.get().cost()) {
          best = Optional.of(fit);
        }
      }
    }
    return best.orElseThrow(loss::lastFailure);
  }

  private static MassFit search(TrajectoryLoss loss, double start, boolean exactGradient) {
    long begin = System.nanoTime();
    LeastSquaresSolution solution = SOLVER.solve(loss, new double[] {Math.log(start)});
    double seconds = 1e-9 * (System.nanoTime() - begin);
    return new MassFit(
        Math.exp(solution.x()[0]),
        solution.costs(),
        solution.outcome(),
        exactGradient,
        seconds / solution.evaluations());
  }

  private double cost() {
    return costs.get(costs.size() - 1);
  }
}
