package org.dextwin.sim.mujoco;

import java.util.function.Function;
import org.dextwin.sim.mujoco.internal.engine.NativeModel;
import org.dextwin.sim.mujoco.internal.world.Controls;
import org.dextwin.sim.mujoco.internal.world.ModelParameters;
import org.dextwin.sim.mujoco.internal.world.WorldMap;

/**
 * A compiled model and what it means.
 *
 * <p><i>Thread safety</i>: as {@link NativeModel}.
 *
 * @param model the model; belongs to whoever opened the world
 * @param map what is where
 * @param timeStep time step [s]
 * @param start whether the model's first keyframe is its start
 * @param controls makes the controls of one simulation
 * @param parameters makes the parameters of one simulation
 */
record MujocoWorld(
    NativeModel model,
    WorldMap map,
    double timeStep,
    boolean start,
    Function<NativeModel, Controls> controls,
    Function<Controls, ModelParameters> parameters) {

  /** Whether simulations only read the model while they step. */
  boolean isShareable() {
    return map.layout().actuators().isEmpty() || !model.library().dampsSaturated();
  }
}
