package org.dextwin.core.internal.cli;

import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code dextwin plugins}, which has commands of its own. */
@Command(
    name = "plugins",
    description = "Lists, explains, installs and checks plugins.",
    synopsisSubcommandLabel = "COMMAND",
    subcommands = {
      PluginsListCommand.class,
      PluginsShowCommand.class,
      PluginsInstallCommand.class,
      PluginsRemoveCommand.class,
      PluginsVerifyCommand.class,
      PluginsLockCommand.class
    },
    footerHeading = "%nExamples:%n",
    footer = {
      "  dextwin plugins list",
      "  dextwin plugins show hand.allegro",
      "  dextwin plugins list --plugins my-plugins --json",
      "  dextwin plugins install verlet-1.0.0.jar",
      "",
      "Plugins are looked for in the folder of DexTwin, in those of the variable DEXTWIN_PLUGINS, in"
          + " ~/.dextwin/plugins, and in those of --plugins. A new or changed file is tried out"
          + " once in a process of its own."
    })
final class PluginsCommand implements Runnable {

  @Spec
  @SuppressWarnings("NullAway.Init") // picocli sets it before run()
  private CommandSpec spec;

  @Option(
      names = {"-h", "--help"},
      usageHelp = true,
      description = "Shows this help.")
  @SuppressWarnings("UnusedVariable") // picocli looks at the annotation
  private boolean help;

  @Override
  public void run() {
    throw new ParameterException(
        spec.commandLine(),
        "which command? One of " + String.join(", ", spec.subcommands().keySet()));
  }
}
