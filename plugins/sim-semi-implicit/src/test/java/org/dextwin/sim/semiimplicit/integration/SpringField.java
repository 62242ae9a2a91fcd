package org.dextwin.sim.semiimplicit.integration;

import org.dextwin.api.sim.AccelerationField;
import org.dextwin.api.sim.ConfigurationSpace;
import org.dextwin.api.sim.MotionState;

/** A unit mass on a spring. */
record SpringField(double stiffness) implements AccelerationField {

  @Override
  public ConfigurationSpace space() {
    return new ConfigurationSpace(0, 1);
  }

  @Override
  public void evaluate(MotionState state, double[] acceleration) {
    acceleration[0] = -stiffness * state.q()[0];
  }

  double energy(MotionState state) {
    return state.v()[0] * state.v()[0] / 2 + stiffness * state.q()[0] * state.q()[0] / 2;
  }
}
