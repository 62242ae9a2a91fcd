package org.dextwin.core.internal.cli;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.dextwin.core.ConfigSource;
import org.dextwin.core.internal.run.Terminal;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Option;

/** A command that runs an experiment. */
abstract class ExperimentCommand extends FrameworkCommand {

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

  ExperimentCommand(Environment environment, List<String> commandLine) {
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

  /** Returns the configuration file; none if the command line says it all. */
  abstract Optional<Path> config();

  /** Returns what the options of the command stand for, as texts after {@code --set}. */
  List<String> meant() {
    return List.of();
  }

  @Override
  int call(Terminal terminal) {
    return new RunAction(this, source(), terminal).call();
  }

  /** Returns the configuration; what the user sets is stronger than what the options stand for. */
  private ConfigSource source() {
    List<String> all = new ArrayList<>(meant());
    all.addAll(sets);
    return config()
        .map(ConfigSource::of)
        .orElseGet(ConfigSource::withoutFile)
        .withSets(all)
        .withWorkingFolder(environment.workingFolder());
  }

  final List<String> commandLine() {
    List<String> words = new ArrayList<>(List.of("dextwin"));
    words.addAll(commandLine);
    return words;
  }
}
