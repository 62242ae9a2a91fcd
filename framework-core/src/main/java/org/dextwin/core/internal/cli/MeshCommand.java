package org.dextwin.core.internal.cli;

import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code dextwin mesh}, which has commands of its own. */
@Command(
    name = "mesh",
    description = "Works on triangle meshes.",
    synopsisSubcommandLabel = "COMMAND",
    subcommands = MeshCompareCommand.class,
    footerHeading = "%nExamples:%n",
    footer = "  dextwin mesh compare scan.obj truth.stl")
final class MeshCommand implements Runnable {

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
    throw new ParameterException(spec.commandLine(), "which command? One of compare");
  }
}
