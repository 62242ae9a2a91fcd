package org.dextwin.api.sim;

/**
 * One running world.
 *
 * <p><i>Thread safety</i>: confined to one thread. <i>Lifecycle</i>: opened by {@link
 * Simulator#open}; closed by the caller; closing twice does nothing, every other call after it
 * throws an {@link IllegalStateException}.
 */
public interface Simulation extends AutoCloseable {

  /**
   * Returns which entries of a state belong to which body and joint.
   *
   * @return the layout
   */
  StateLayout layout();

  /**
   * Returns everything that decides the future, warm starts of solvers included. Not part of it are
   * the values of {@link #parameters} and a wrench that {@link #apply} holds ready for the next
   * step.
   *
   * @return a copy of the state
   */
  SimulationState state();

  /**
   * Continues from a saved state; what follows is bit-identical to what followed then.
   *
   * @param state a state of this scene and engine
   * @throws IllegalArgumentException if the state is not of this layout, or a number of it is not
   *     finite; the world is then as before
   */
  void restore(SimulationState state);

  /**
   * Advances by fixed time steps with the actuators' targets held.
   *
   * @param actuation targets of the actuators
   * @param steps number of steps, 0 or more
   * @throws IllegalArgumentException if the number of steps is negative, or the targets are not as
   *     many as the actuators
   * @throws SimulationException if the state becomes invalid; it names body, time and likely cause
   */
  void step(Actuation actuation, int steps);

  /**
   * Advances along a whole sequence of controls and records every state.
   *
   * @param controls actuator targets and external wrenches, step by step
   * @return the states before the first and after every step
   * @throws SimulationException if the state becomes invalid
   */
  Trajectory rollout(ControlSequence controls);

  /**
   * Returns poses and twists of all bodies and links, at the current state.
   *
   * @return a view that is valid until the next step
   */
  BodyStates bodies();

  /**
   * Returns positions and velocities of the robots' joints, at the current state.
   *
   * @return a view that is valid until the next step
   */
  JointStates joints();

  /**
   * Returns the contacts at the current state.
   *
   * @return the contacts
   */
  ContactReport contacts();

  /**
   * Adds a wrench that acts during the next call of {@link #step} and then ends. It is no part of
   * {@link #state}, and {@link #restore} removes it.
   *
   * @param wrench a wrench on one body, about its origin and expressed in the world
   */
  void apply(ExternalWrench wrench);

  /**
   * Returns the physical parameters that may be read and set.
   *
   * @return the parameters
   */
  Parameters parameters();

  /** Releases the world; a second call does nothing. */
  @Override
  void close();
}
