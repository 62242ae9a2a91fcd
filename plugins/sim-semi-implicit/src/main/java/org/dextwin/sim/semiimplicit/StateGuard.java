package org.dextwin.sim.semiimplicit;

import org.dextwin.api.sim.ConfigurationSpace;
import org.dextwin.api.sim.MotionState;
import org.dextwin.api.sim.SimulationException;
import org.dextwin.api.sim.StateLayout;

/**
 * Stops a simulation whose numbers have stopped to mean anything.
 *
 * <p><i>Thread safety</i>: immutable.
 *
 * @param layout names of bodies and joints
 * @param timeStep fixed time step [s]
 */
record StateGuard(StateLayout layout, double timeStep) {

  /** No manipulated thing moves faster; a stiff force that is stepped too coarsely does. */
  private static final double LARGEST_SPEED = 1e3;

  /** Half a turn per step: beyond it, a rotation cannot be told from its opposite. */
  private static final double LARGEST_TURN = Math.PI;

  /** Checks the state after a step. */
  void check(MotionState state, double time) {
    double[] v = state.v();
    double turn = LARGEST_TURN / timeStep;
    for (int b = 0; b < layout.bodies().size(); b++) {
      int i = ConfigurationSpace.BODY_NV * b;
      double angular = v[i] * v[i] + v[i + 1] * v[i + 1] + v[i + 2] * v[i + 2];
      double linear = v[i + 3] * v[i + 3] + v[i + 4] * v[i + 4] + v[i + 5] * v[i + 5];
      // written so that NaN fails
      if (!(angular <= turn * turn && linear <= LARGEST_SPEED * LARGEST_SPEED)) {
        throw failure(
            "body '" + layout.bodies().get(b) + "'",
            time,
            "it turns at "
                + Math.sqrt(angular)
                + " rad/s and moves at "
                + Math.sqrt(linear)
                + " m/s");
      }
    }
    int first = ConfigurationSpace.BODY_NV * layout.bodies().size();
    for (int j = 0; j < layout.joints().size(); j++) {
      double speed = v[first + j];
      if (!(speed * speed <= turn * turn)) {
        throw failure(
            "joint '" + layout.joints().get(j) + "'", time, "it moves at " + speed + " rad/s");
      }
    }
  }

  private SimulationException failure(String what, double time, String motion) {
    return new SimulationException(
        what
            + " has left all bounds at t = "
            + time
            + " s: "
            + motion
            + ". Likely cause: forces too large or too stiff for the time step of "
            + timeStep
            + " s; make the step smaller, or check masses, inertias, contact stiffness and the"
            + " applied wrenches");
  }

  SimulationException tooDeep(String pair, double time) {
    return new SimulationException(
        "contact of "
            + pair
            + " has become as deep as the shapes are thick at t = "
            + time
            + " s. Likely cause: a contact stiffness too small for the loads, a speed too high for"
            + " the time step of "
            + timeStep
            + " s, or bodies that overlap from the start");
  }
}
