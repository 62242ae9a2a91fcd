package org.dextwin.core.internal.cli;

import java.nio.file.Files;
import java.nio.file.Path;
import org.dextwin.api.spi.InvalidInputException;
import org.dextwin.core.internal.plugin.LoadedPlugin;
import org.dextwin.core.internal.run.Terminal;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code dextwin plugins install}. */
@Command(
    name = "install",
    description =
        "Tries a plugin out, copies it to the folder of your plugins and records its checksum.",
    footerHeading = "%nExamples:%n",
    footer = {
      "  dextwin plugins install target/verlet-1.0.0.jar",
      "  dextwin plugins install verlet-1.1.0.jar --replace",
      "  dextwin plugins install verlet-1.0.0.jar --to lab-plugins"
    })
final class PluginsInstallCommand extends FrameworkCommand {

  @Parameters(paramLabel = "FILE", description = "The jar or zip.")
  @SuppressWarnings("NullAway.Init") // picocli sets it
  private Path file;

  @Mixin final InstallFolder target = new InstallFolder();

  @Option(names = "--replace", description = "Takes the place of the installed version.")
  private boolean replace;

  PluginsInstallCommand(Environment environment) {
    super(environment);
  }

  @Override
  int call(Terminal terminal) {
    Path source = environment.resolve(file);
    String name = source.getFileName().toString();
    if (!Files.isRegularFile(source) || !(name.endsWith(".jar") || name.endsWith(".zip"))) {
      throw new InvalidInputException(file + " is no jar or zip; name the file of a plugin");
    }
    LoadedPlugin plugin =
        target.open(environment).install(source, target.with(folders(), environment), replace);
    plugin
        .warnings()
        .forEach(warning -> terminal.say("warning: plugin " + plugin.id() + " " + warning));
    terminal.result(
        "installed " + plugin.id() + " " + plugin.version() + " as " + plugin.jar() + "\n");
    return ExitCode.DONE;
  }
}
