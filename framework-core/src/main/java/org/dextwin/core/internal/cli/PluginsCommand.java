package org.dextwin.core.internal.cli;

import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code dextwin plugins}, which has commands of its own. */
@Command(
    name = "plugins",
    description = "Lists plugins and shows what they can be told.",
    synopsisSubcommandLabel = "COMMAND",
    subcommands = {PluginsListCommand.class, PluginsShowCommand.class},
    footerHeading = "%nExamples:%n",
    footer = {
      "  dextwin plugins list",
      "  dextwin plugins show hand.allegro",
      "  dextwin plugins list --plugins my-plugins --json"
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
    throw new ParameterException(spec.commandLine(), "which command? One of list, show");
  }
}
