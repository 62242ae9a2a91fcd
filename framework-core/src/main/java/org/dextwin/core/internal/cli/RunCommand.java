package org.dextwin.core.internal.cli;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.dextwin.core.internal.run.Terminal;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
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
final class RunCommand extends FrameworkCommand {

  @Parameters(paramLabel = "CONF", description = "The configuration file.")
  @SuppressWarnings("NullAway.Init") // picocli sets it
  Path config;

  @Option(
      names = "--set",
      paramLabel = "KEY=VALUE",
      description = "Sets a value of the configuration. May be given several times.")
  List<String> sets = new ArrayList<>();

  @Option(
      names = "--out",
      paramLabel = "DIR",
      description = "The run folder. Default: runs/<time>-<experiment>.")
  @Nullable Path out;

  @ArgGroup @Nullable EarlierRun earlier;

  @Option(names = "--json", description = "Prints result.json at the end, and no tables.")
  boolean json;

  private final List<String> commandLine;

  RunCommand(Environment environment, List<String> commandLine) {
    super(environment);
    this.commandLine = List.copyOf(commandLine);
  }

  /** What to do with a run that is already in the folder. */
  static final class EarlierRun {

    @Option(
        names = "--resume",
        description =
            "Continues the run in the folder, or the newest one of the experiment if there is no"
                + " --out; begins one if there is none.")
    boolean resume;

    @Option(
        names = "--overwrite",
        description = "Deletes the run in the folder first, and all that was put there since.")
    boolean overwrite;
  }

  @Override
  int call(Terminal terminal) {
    return new RunAction(this, terminal).call();
  }

  List<String> commandLine() {
    List<String> words = new ArrayList<>(List.of("dextwin"));
    words.addAll(commandLine);
    return words;
  }
}
