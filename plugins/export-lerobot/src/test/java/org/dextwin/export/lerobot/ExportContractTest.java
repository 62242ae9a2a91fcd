package org.dextwin.export.lerobot;

import org.dextwin.api.spi.Command;
import org.dextwin.api.spi.ComponentProvider;
import org.dextwin.testkit.CommandContract;

class ExportContractTest extends CommandContract<NoKeys> {

  @Override
  protected ComponentProvider<Command, NoKeys> provider() {
    return new ExportProvider();
  }
}
