package org.dextwin.api.sim;

import java.util.List;

/**
 * A simulation with exact gradients of its rollouts.
 *
 * <p><i>Thread safety</i>: confined to one thread.
 */
public interface DifferentiableSimulation extends Simulation {

  /**
   * Pulls cotangents of a rollout's states back to its inputs (discrete adjoint; D-REX Eq. 7). One
   * call costs a few rollouts, however many parameters there are.
   *
   * @param trajectory what {@link #rollout} of this simulation returned, with the parameters unset
   *     since
   * @param cotangents derivatives of a loss with respect to the recorded states
   * @return derivatives of the loss with respect to parameters, initial state and controls
   */
  ParameterGradient backward(Trajectory trajectory, StateCotangents cotangents);

  /**
   * Rolls out and pushes parameter directions along (forward sensitivities). One call costs a
   * rollout per parameter, however long the loss.
   *
   * @param controls actuator targets and external wrenches, step by step
   * @param parameters names of the parameters
   * @return the trajectory and its derivatives
   */
  Sensitivities sensitivities(ControlSequence controls, List<String> parameters);
}
