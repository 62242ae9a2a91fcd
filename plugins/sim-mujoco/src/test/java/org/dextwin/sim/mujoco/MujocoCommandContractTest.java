package org.dextwin.sim.mujoco;

import org.dextwin.api.spi.Command;
import org.dextwin.api.spi.ComponentProvider;
import org.dextwin.testkit.CommandContract;

class MujocoCommandContractTest extends CommandContract<NoKeys> {

  @Override
  protected ComponentProvider<Command, NoKeys> provider() {
    return new MujocoCommandProvider();
  }
}
