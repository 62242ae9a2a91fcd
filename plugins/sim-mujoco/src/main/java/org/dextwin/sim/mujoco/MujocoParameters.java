package org.dextwin.sim.mujoco;

import java.util.List;
import java.util.Optional;
import org.dextwin.sim.mujoco.internal.engine.NativeModel;
import org.dextwin.sim.mujoco.internal.world.ContactPairs;
import org.dextwin.sim.mujoco.internal.world.ModelParameters;
import org.dextwin.sim.mujoco.internal.world.WorldMap;

/** The parameters that each kind of world offers. */
final class MujocoParameters {

  private MujocoParameters() {}

  /** Of a model file: bodies and joints; its contacts mix by MuJoCo's own rules. */
  static ModelParameters ofFile(NativeModel model, WorldMap map) {
    ModelParameters parameters = new ModelParameters(model);
    parameters.addBodies(map, new ContactPairs(model, List.of(), 1, Optional.empty()));
    parameters.addJoints(map);
    return parameters;
  }
}
