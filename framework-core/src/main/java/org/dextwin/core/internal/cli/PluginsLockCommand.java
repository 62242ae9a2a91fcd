package org.dextwin.core.internal.cli;

import java.nio.file.Files;
import java.nio.file.Path;
import org.dextwin.api.spi.InvalidInputException;
import org.dextwin.core.Framework;
import org.dextwin.core.internal.run.Terminal;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** {@code dextwin plugins lock}. */
@Command(
    name = "lock",
    description =
        "Pins the plugins that are there now to their checksums. Configurations in the folder are"
            + " then refused with other ones.",
    footerHeading = "%nExamples:%n",
    footer = {"  dextwin plugins lock", "  dextwin plugins lock experiments"})
final class PluginsLockCommand extends FrameworkCommand {

  @Parameters(
      paramLabel = "DIR",
      arity = "0..1",
      defaultValue = "",
      description = "The folder of the configurations. Default: the working folder.")
  @SuppressWarnings("NullAway.Init") // picocli sets it
  private Path folder;

  PluginsLockCommand(Environment environment) {
    super(environment);
  }

  @Override
  int call(Terminal terminal) {
    Path target = environment.resolve(folder);
    if (!Files.isDirectory(target)) {
      throw new InvalidInputException(folder + " is no folder; name that of the configurations");
    }
    try (Framework framework = openFramework()) {
      warnOfFailures(framework, terminal);
      terminal.result(environment.shown(framework.lock(target)) + "\n");
      return ExitCode.DONE;
    }
  }
}
