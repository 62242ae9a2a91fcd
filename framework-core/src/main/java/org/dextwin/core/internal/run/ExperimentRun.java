package org.dextwin.core.internal.run;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.dextwin.api.experiment.ExperimentContext;
import org.dextwin.api.experiment.Item;
import org.dextwin.api.spi.IoReason;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * One attempt at a run, from the first file in its folder to the last.
 *
 * <p><i>Thread safety</i>: {@link #stopping} may be called by any thread, all else is confined.
 *
 * <p><i>Lifecycle</i>: start, execute once, close.
 */
public final class ExperimentRun implements AutoCloseable {

  private static final Logger LOG = LoggerFactory.getLogger(ExperimentRun.class);

  private final RunFolder folder;
  private final RunFiles files;
  private final RunLog log;
  private final Item provenance;
  private final Terminal terminal;
  private final Cancellation cancellation;
  private boolean ended;

  private ExperimentRun(
      RunFolder folder,
      RunFiles files,
      RunLog log,
      Item provenance,
      Terminal terminal,
      Cancellation cancellation) {
    this.folder = folder;
    this.files = files;
    this.log = log;
    this.provenance = provenance;
    this.terminal = terminal;
    this.cancellation = cancellation;
  }

  /**
   * How a run ended.
   *
   * @param status done, failed or interrupted
   * @param error what was thrown, if it was not done
   */
  public record Outcome(Status status, Optional<Throwable> error) {}

  /**
   * Begins: writes configuration, provenance and a result that says so.
   *
   * <p>A run is not resumed if its configuration or input files have changed, because its finished
   * stages would not fit the others. A new key is a change too: it replaces what its fallback did.
   *
   * @param folder folder of the run, which stays the caller's to close
   * @param plan what is to be done
   * @param terminal where people read
   * @param cancellation the user's wish that it ends
   * @return the run; empty if it is resumed and was done already
   * @throws RunFolderException if it is resumed and something changed; names every change
   * @throws java.util.concurrent.CancellationException if the user wants it to end before anything
   *     is written
   */
  public static Optional<ExperimentRun> start(
      RunFolder folder, RunPlan plan, Terminal terminal, Cancellation cancellation) {
    Item before = RunFolder.readIfPresent(folder.resolve(RunFolder.PROVENANCE));
    Item provenance = Provenance.starting(plan, folder, before, cancellation);
    if (folder.isResumed()) {
      refuseChanges(folder, plan, Provenance.changedInputs(before, provenance));
      if (isDone(folder)) {
        return Optional.empty();
      }
      forgetSections(folder);
    }
    // First of all, since it says which files of the folder are not the run's.
    AtomicFile.write(folder.resolve(RunFolder.PROVENANCE), Json.pretty(provenance));
    AtomicFile.write(folder.resolve(RunFolder.CONFIG), plan.config());
    RunLog log = RunLog.start(folder.resolve(RunFolder.LOG));
    RunFiles files = new RunFiles(folder, plan, Provenance.attempt(provenance));
    LOG.info(
        "{} in {}: {}", plan.experiment(), folder.path(), String.join(" ", plan.commandLine()));
    return Optional.of(new ExperimentRun(folder, files, log, provenance, terminal, cancellation));
  }

  private static boolean isDone(RunFolder folder) {
    Item result = RunFolder.readIfPresent(folder.resolve(RunFolder.RESULT));
    return Status.DONE.word().equals(result.values().get("status"));
  }

  /**
   * Does the work and records how it ended.
   *
   * @param work the experiment
   * @return how it ended
   */
  public Outcome execute(Consumer<ExperimentContext> work) {
    Throwable error = null;
    try {
      cancellation.check();
      work.accept(new RunContext(folder, files, terminal, cancellation));
    } catch (Exception | Error e) {
      error = e;
    }
    return finish(error);
  }

  /** Records that the user wants the run to end, in case it does not come to it. */
  public synchronized void stopping() {
    if (!ended) {
      files.result().finish(Status.INTERRUPTED, null);
    }
  }

  @Override
  public void close() {
    files.close();
    log.close();
  }

  private Outcome finish(@Nullable Throwable error) {
    Status status =
        error == null
            ? Status.DONE
            : cancellation.isRequested() ? Status.INTERRUPTED : Status.FAILED;
    if (error != null) {
      LOG.error("the run ended early", error);
    }
    synchronized (this) {
      ended = true;
      files.result().finish(status, error);
    }
    LOG.info("{}", status.word());
    AtomicFile.write(
        folder.resolve(RunFolder.PROVENANCE), Json.pretty(Provenance.finished(provenance)));
    renderReport();
    return new Outcome(status, Optional.ofNullable(error));
  }

  /** The page can be made again from the run's files, so that its failure is none of the run. */
  private void renderReport() {
    try {
      RunReport.render(folder.path());
    } catch (RuntimeException | Error e) {
      LOG.warn("the report could not be rendered", e);
      terminal.say("the report could not be rendered (" + e + "); see dextwin report --help");
    }
  }

  private static void refuseChanges(RunFolder folder, RunPlan plan, List<String> changedInputs) {
    List<String> changes = new ArrayList<>();
    Path config = folder.resolve(RunFolder.CONFIG);
    if (Files.exists(config)) {
      changes.addAll(ConfigChanges.between(config, read(config), plan.config()));
    }
    changes.addAll(changedInputs);
    if (!changes.isEmpty()) {
      throw new RunFolderException(
          "cannot resume "
              + folder.path()
              + ", because it began with something else:\n  "
              + String.join("\n  ", changes)
              + "\nrestore it, start over with --overwrite, or choose another folder with --out");
    }
  }

  private static String read(Path file) {
    try {
      return Files.readString(file);
    } catch (IOException e) {
      throw new UncheckedIOException(file + " cannot be read: " + IoReason.of(e), e);
    }
  }

  /** The experiment shows its tables and plots again; those of finished stages come from there. */
  private static void forgetSections(RunFolder folder) {
    try {
      Files.deleteIfExists(folder.resolve(RunFolder.SECTIONS));
    } catch (IOException e) {
      throw new UncheckedIOException(folder.path() + " cannot be written", e);
    }
  }
}
