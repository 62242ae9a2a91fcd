package org.dextwin.experiments.drex.fit;

import java.util.List;
import org.dextwin.api.sim.ControlSequence;
import org.dextwin.api.sim.Simulation;
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

  /**
   * Fits the mass of one free body.
   *
   * @param simulation the scene at its start; its mass parameter is changed
   * @param body name of the body
   * @param controls what drives the scene
   * @param tracked what a tracker saw of the body
   * @param noise standard deviations of what it saw
   * @param startMass where the search begins [kg]
   * @return the fit
   */
  public static MassFit of(
      Simulation simulation,
      String body,
      ControlSequence controls,
      TrackedPoses tracked,
      PoseNoise noise,
      double startMass) {
    MassModel model = new MassModel(simulation, body, controls);
    TrajectoryLoss loss = new TrajectoryLoss(model, body, tracked, noise);
    long begin = System.nanoTime();
    LeastSquaresSolution solution = SOLVER.solve(loss, new double[] {Math.log(startMass)});
    double seconds = 1e-9 * (System.nanoTime() - begin);
    return new MassFit(
        Math.exp(solution.x()[0]),
        solution.costs(),
        solution.outcome(),
        model.isDifferentiable(),
        seconds / solution.evaluations());
  }
}
