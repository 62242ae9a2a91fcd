package org.dextwin.core.internal.cli;

import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code dextwin new}, which has commands of its own. */
@Command(
    name = "new",
    description = "Writes what something new begins with.",
    synopsisSubcommandLabel = "COMMAND",
    subcommands = {NewPluginCommand.class},
    footerHeading = "%nExamples:%n",
    footer = {"  dextwin new plugin verlet --role integrator"})
final class NewCommand implements Runnable {

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
    throw new ParameterException(spec.commandLine(), "what is to be new? One of plugin");
  }
}
