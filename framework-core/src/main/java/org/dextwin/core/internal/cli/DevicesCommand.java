package org.dextwin.core.internal.cli;

import java.nio.file.Path;
import org.dextwin.core.Framework;
import org.dextwin.core.internal.run.Terminal;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code dextwin devices}. */
@Command(
    name = "devices",
    description =
        "Lists what a hand or an arm may be connected to: serial ports, CAN interfaces, and the"
            + " drivers of the plugins. Nothing is opened.")
final class DevicesCommand extends FrameworkCommand {

  @Option(names = "--json", description = "Prints JSON.")
  private boolean json;

  DevicesCommand(Environment environment) {
    super(environment);
  }

  @Override
  int call(Terminal terminal) {
    try (Framework framework = openFramework()) {
      warnOfFailures(framework, terminal);
      DeviceListing listing = DeviceListing.of(Path.of("/"), framework.plugins());
      terminal.result(json ? listing.json() : listing.text());
      return ExitCode.DONE;
    }
  }
}
