package org.dextwin.sim.semiimplicit;

import org.dextwin.api.sim.MotionState;
import org.dextwin.sim.semiimplicit.internal.dynamics.WorldField;

/**
 * A running world of the position-based engine.
 *
 * <p><i>Thread safety</i>: confined to one thread.
 */
final class PositionBasedSimulation extends WorldSimulation {

  private final PositionBasedStepper stepper;
  private final MotionState tried;

  PositionBasedSimulation(World world, WorldField field, int iterations, double timeStep) {
    this(world, field, new PositionBasedStepper(world, field, iterations), timeStep);
  }

  private PositionBasedSimulation(
      World world, WorldField field, PositionBasedStepper stepper, double timeStep) {
    super(world, field, stepper, timeStep);
    this.stepper = stepper;
    this.tried = new MotionState(world.layout().space());
  }

  /** A state of positions has no forces: those of the step that would begin here. */
  @Override
  void touch() {
    world.shift().toCenter(current, stepStart);
    stepper.advance(stepStart, timeStep, tried);
  }
}
