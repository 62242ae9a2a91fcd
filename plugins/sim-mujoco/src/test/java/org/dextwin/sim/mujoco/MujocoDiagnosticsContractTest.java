package org.dextwin.sim.mujoco;

import org.dextwin.api.spi.ComponentProvider;
import org.dextwin.api.spi.Diagnostics;
import org.dextwin.testkit.DiagnosticsContract;

class MujocoDiagnosticsContractTest extends DiagnosticsContract<NoKeys> {

  @Override
  protected ComponentProvider<Diagnostics, NoKeys> provider() {
    return new MujocoDiagnosticsProvider();
  }
}
