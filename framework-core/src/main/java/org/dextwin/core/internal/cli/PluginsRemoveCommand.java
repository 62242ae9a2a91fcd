package org.dextwin.core.internal.cli;

import java.nio.file.Path;
import org.dextwin.core.internal.run.Terminal;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** {@code dextwin plugins remove}. */
@Command(
    name = "remove",
    description = "Deletes an installed plugin.",
    footerHeading = "%nExamples:%n",
    footer = {
      "  dextwin plugins remove verlet",
      "  dextwin plugins remove verlet --from lab-plugins"
    })
final class PluginsRemoveCommand extends FrameworkCommand {

  @Parameters(paramLabel = "NAME", description = "Its id, or the name of its file.")
  @SuppressWarnings("NullAway.Init") // picocli sets it
  private String name;

  @Mixin final InstallFolder source = new InstallFolder();

  PluginsRemoveCommand(Environment environment) {
    super(environment);
  }

  @Override
  int call(Terminal terminal) {
    Path removed = source.open(environment).remove(name);
    terminal.result("removed " + removed + "\n");
    return ExitCode.DONE;
  }
}
