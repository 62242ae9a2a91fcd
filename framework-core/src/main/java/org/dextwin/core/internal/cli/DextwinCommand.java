package org.dextwin.core.internal.cli;

import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** The program itself, which does nothing without a command. */
@Command(
    name = "dextwin",
    description = "Real-to-sim-to-real dexterous manipulation.",
    mixinStandardHelpOptions = true,
    versionProvider = Version.class,
    synopsisSubcommandLabel = "COMMAND",
    subcommands = {
      RunCommand.class,
      ValidateCommand.class,
      PluginsCommand.class,
      NewCommand.class,
      DocsCommand.class,
      DoctorCommand.class,
      DevicesCommand.class,
      ReportCommand.class,
      RecordCommand.class,
      ReplayCommand.class,
      MeshCommand.class,
      ConvertCommand.class
    },
    exitCodeListHeading = "%nExit codes:%n",
    exitCodeList = {
      "0:done",
      "1:the run failed or was interrupted",
      "2:bad usage, configuration or input file",
      "3:a component is unavailable on this machine"
    },
    footerHeading = "%nExamples:%n",
    footer = {
      "  dextwin run box.conf",
      "  dextwin run box.conf --set hand.type=leap --out runs/leap",
      "  dextwin plugins show semi-implicit",
      "  dextwin new plugin verlet --role integrator",
      "  dextwin record --hand leap --seconds 5",
      "  dextwin convert hand.urdf hand.xml",
      "  dextwin doctor",
      "",
      "What you asked for goes to the standard output, all else to the error stream.",
      "'dextwin COMMAND --help' tells more. Plugins may bring commands of their own, which",
      "'dextwin plugins list' shows as command.NAME."
    })
final class DextwinCommand implements Runnable {

  @Spec
  @SuppressWarnings("NullAway.Init") // picocli sets it before run()
  private CommandSpec spec;

  @Override
  public void run() {
    throw new ParameterException(
        spec.commandLine(),
        "which command? One of " + String.join(", ", spec.subcommands().keySet()));
  }
}
