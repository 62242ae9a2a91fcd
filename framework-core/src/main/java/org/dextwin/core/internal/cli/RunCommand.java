package org.dextwin.core.internal.cli;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** {@code dextwin run}. */
@Command(
    name = "run",
    description = "Runs an experiment.",
    footerHeading = "%nExamples:%n",
    footer = {
      "  dextwin run box.conf",
      "  dextwin run box.conf --set simulator.type=mujoco --set experiment.seed=3",
      "  dextwin run box.conf --out results/box",
      "  dextwin run box.conf --out results/box --resume",
      "",
      "The run folder holds result.json, report.html, plots, the effective configuration and"
          + " provenance. Tables and metrics go to the standard output, notes and progress to the"
          + " error stream; with --json the output is result.json alone.",
      "",
      "Ctrl-C lets the experiment end in good order (exit code 1), a second one ends it at once;"
          + " --resume continues either way. A run is resumed only if its configuration and input"
          + " files are what they were."
    })
final class RunCommand extends ExperimentCommand {

  @Parameters(paramLabel = "CONF", description = "The configuration file.")
  @SuppressWarnings("NullAway.Init") // picocli sets it
  private Path config;

  RunCommand(Environment environment, List<String> commandLine) {
    super(environment, commandLine);
  }

  @Override
  Optional<Path> config() {
    return Optional.of(config);
  }
}
