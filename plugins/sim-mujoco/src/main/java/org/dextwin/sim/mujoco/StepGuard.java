package org.dextwin.sim.mujoco;

import java.nio.DoubleBuffer;
import org.dextwin.api.sim.SimulationException;
import org.dextwin.sim.mujoco.internal.engine.EngineWarnings.Warning;
import org.dextwin.sim.mujoco.internal.world.WorldMap;

/**
 * Says what is wrong with a step, in terms of the scene.
 *
 * <p><i>Thread safety</i>: immutable.
 *
 * @param map names of bodies and joints
 * @param timeStep fixed time step [s]
 */
record StepGuard(WorldMap map, double timeStep) {

  /** Turns a warning of MuJoCo into an error. */
  SimulationException explain(Warning warning, double time) {
    int index = warning.index();
    return switch (warning.kind()) {
      case BAD_POSITION -> unbounded(map.positionOwner(index), "position", time);
      case BAD_VELOCITY -> unbounded(map.velocityOwner(index), "velocity", time);
      case BAD_ACCELERATION -> unbounded(map.velocityOwner(index), "acceleration", time);
      case INERTIA ->
          new SimulationException(
              map.velocityOwner(index)
                  + " moves no mass at t = "
                  + time
                  + " s: MuJoCo found the mass matrix singular. Likely cause: a link without mass"
                  + " and a joint without armature");
      case CONTACT_FULL ->
          new SimulationException(
              "there are more contacts at t = "
                  + time
                  + " s than MuJoCo has room for. Raise simulator.mujoco.max-contacts (nconmax or"
                  + " memory in <size> of a model file), or look for bodies that overlap");
      case CONSTRAINT_FULL ->
          new SimulationException(
              "there are more constraints at t = "
                  + time
                  + " s than MuJoCo has room for. Raise simulator.mujoco.max-contacts (njmax or"
                  + " memory in <size> of a model file), or look for bodies that overlap");
      case BAD_CONTROL ->
          new SimulationException(
              "the control of actuator "
                  + actuator(index)
                  + " is no number MuJoCo can use at t = "
                  + time
                  + " s");
    };
  }

  private String actuator(int index) {
    for (int i = 0; i < map.layout().actuators().size(); i++) {
      if (map.actuator(i) == index) {
        return "'" + map.layout().actuators().get(i) + "'";
      }
    }
    return String.valueOf(index);
  }

  private SimulationException unbounded(String what, String quantity, double time) {
    return new SimulationException(
        "the "
            + quantity
            + " of "
            + what
            + " has left all bounds at t = "
            + time
            + " s. Likely cause: forces too large or too stiff for the time step of "
            + timeStep
            + " s; make the step smaller, or check masses, inertias, gains and the applied"
            + " wrenches");
  }

  /** MuJoCo looks at positions and velocities at the beginning of a step, so the last is left. */
  void requireFinite(DoubleBuffer position, DoubleBuffer velocity, double time) {
    for (int i = 0; i < velocity.capacity(); i++) {
      if (!Double.isFinite(velocity.get(i))) {
        throw unbounded(map.velocityOwner(i), "velocity", time);
      }
    }
    for (int i = 0; i < position.capacity(); i++) {
      if (!Double.isFinite(position.get(i))) {
        throw unbounded(map.positionOwner(i), "position", time);
      }
    }
  }
}
