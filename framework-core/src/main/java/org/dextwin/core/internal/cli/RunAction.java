package org.dextwin.core.internal.cli;

import java.io.PrintWriter;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import org.dextwin.api.experiment.ExperimentContext;
import org.dextwin.api.experiment.Item;
import org.dextwin.core.Assembly;
import org.dextwin.core.ConfigSource;
import org.dextwin.core.Framework;
import org.dextwin.core.ValidConfig;
import org.dextwin.core.internal.report.TextTable;
import org.dextwin.core.internal.run.Cancellation;
import org.dextwin.core.internal.run.ExperimentRun;
import org.dextwin.core.internal.run.Json;
import org.dextwin.core.internal.run.RunFolder;
import org.dextwin.core.internal.run.RunFolderException;
import org.dextwin.core.internal.run.RunPlan;
import org.dextwin.core.internal.run.Status;
import org.dextwin.core.internal.run.Terminal;
import org.jspecify.annotations.Nullable;

/**
 * What {@code dextwin run} does. Nothing is written before the configuration is known to be valid.
 */
final class RunAction {

  private final ExperimentCommand command;
  private final ConfigSource source;
  private final Environment environment;
  private final Terminal terminal;
  private final Cancellation cancellation = new Cancellation();
  private volatile @Nullable ExperimentRun underWay;

  RunAction(ExperimentCommand command, ConfigSource source, Terminal terminal) {
    this.command = command;
    this.source = source;
    this.environment = command.environment;
    this.terminal = command.json ? withoutTables() : terminal;
  }

  @SuppressWarnings("try") // the signal handlers are only to be open
  int call() {
    try (Interrupts interrupts = Interrupts.on(this::interrupt);
        Framework framework = command.openFramework()) {
      FrameworkCommand.warnOfFailures(framework, terminal);
      ValidConfig config = framework.validate(source);
      cancellation.check();
      try (RunFolder folder = openFolder(config)) {
        return run(framework, config, folder);
      }
    } catch (CancellationException e) {
      if (!cancellation.isRequested()) {
        throw e;
      }
      terminal.say("interrupted before the run began");
      return ExitCode.FAILED;
    }
  }

  private int run(Framework framework, ValidConfig config, RunFolder folder) {
    Optional<ExperimentRun> started =
        ExperimentRun.start(folder, plan(config), terminal, cancellation);
    if (started.isEmpty()) {
      terminal.say(
          environment.shown(folder.path()) + " is done already; --overwrite does it again");
      printResult(folder);
      return ExitCode.DONE;
    }
    terminal.say(
        (folder.isResumed() ? "resuming " : "")
            + config.experiment()
            + " in "
            + environment.shown(folder.path()));
    ExperimentRun.Outcome outcome;
    try (ExperimentRun run = started.get()) {
      underWay = run;
      outcome = run.execute(context -> work(framework, config, context));
    }
    printResult(folder);
    return conclude(outcome, folder);
  }

  private static void work(Framework framework, ValidConfig config, ExperimentContext context) {
    try (Assembly assembly = framework.assemble(config)) {
      context.checkCancelled();
      assembly.experiment().run(context);
    }
  }

  private int conclude(ExperimentRun.Outcome outcome, RunFolder folder) {
    Path shown = environment.shown(folder.path());
    if (outcome.status() == Status.DONE) {
      terminal.say("done; see " + shown.resolve("report.html"));
      return ExitCode.DONE;
    }
    if (outcome.status() == Status.INTERRUPTED) {
      terminal.say("interrupted; --resume --out " + shown + " continues");
      return ExitCode.FAILED;
    }
    Failure failure = Failure.of(outcome.error().orElseThrow());
    int code = failure.report(terminal, command.options.stacktrace);
    terminal.say("  the run is in " + shown + ", the details are in its log.txt");
    return code;
  }

  private void interrupt() {
    if (!cancellation.request()) {
      Runtime.getRuntime().halt(ExitCode.FAILED);
    }
    terminal.say("stopping; press Ctrl-C again to end at once");
    ExperimentRun run = underWay;
    if (run != null) { // one that begins only now asks before it does anything
      run.stopping();
    }
  }

  private RunFolder openFolder(ValidConfig config) {
    boolean resume = command.earlier != null && command.earlier.resume;
    boolean overwrite = command.earlier != null && command.earlier.overwrite;
    List<Path> needed = new ArrayList<>(config.inputs());
    if (source.hasFile()) {
      needed.add(config.file());
    }
    RunFolder.Existing existing =
        resume
            ? RunFolder.Existing.RESUME
            : overwrite ? RunFolder.Existing.OVERWRITE : RunFolder.Existing.REFUSE;
    RunFolder opened =
        chosenFolder(resume, config.experiment())
            .map(folder -> RunFolder.open(folder, existing, needed))
            .orElseGet(
                () ->
                    RunFolder.openFresh(
                        environment.workingFolder(),
                        config.experiment(),
                        LocalDateTime.now(ZoneId.systemDefault()),
                        needed));
    if (resume && !opened.isResumed()) {
      terminal.say("there is no run to resume; beginning one");
    }
    return opened;
  }

  /** Returns the folder that is asked for; nothing if it is to be a new one. */
  private Optional<Path> chosenFolder(boolean resume, String experiment) {
    Path out = command.out;
    if (out == null) {
      return resume ? RunFolder.newest(environment.workingFolder(), experiment) : Optional.empty();
    }
    if (out.toString().isBlank()) { // a shell's variable without a value
      throw new RunFolderException("--out is empty; name a folder, or leave --out out");
    }
    return Optional.of(environment.resolve(out));
  }

  private RunPlan plan(ValidConfig config) {
    List<RunPlan.PluginVersion> plugins =
        config.plugins().stream()
            .map(
                plugin -> new RunPlan.PluginVersion(plugin.id(), plugin.version(), plugin.sha256()))
            .toList();
    return new RunPlan(
        config.experiment(),
        config.seed(),
        config.effective(),
        config.inputs(),
        plugins,
        Version.current(),
        command.commandLine());
  }

  private void printResult(RunFolder folder) {
    Path file = folder.path().resolve("result.json");
    if (!Files.exists(file)) {
      return;
    }
    Item result = Json.read(file);
    if (command.json) {
      environment.terminal().result(Json.pretty(result));
    } else if (result.values().get("metrics") instanceof Map<?, ?> metrics && !metrics.isEmpty()) {
      terminal.result(TextTable.facts(metrics));
    }
  }

  private Terminal withoutTables() {
    return new Terminal(
        new PrintWriter(Writer.nullWriter()),
        environment.err(),
        environment.interactive(),
        environment.width());
  }
}
