package org.dextwin.testkit.learning;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CancellationException;
import java.util.concurrent.atomic.AtomicLong;
import org.dextwin.api.experiment.Progress;
import org.dextwin.api.learning.TrainingRun;
import org.dextwin.testkit.experiment.TestExperimentContext;

/**
 * A training run that counts what a trainer reports, and cancels on demand.
 *
 * <p><i>Thread safety</i>: thread-safe.
 */
public final class TestTrainingRun implements TrainingRun {

  private final long seed;
  private final Path folder;
  private final TestExperimentContext context;
  private final AtomicLong points = new AtomicLong();

  /**
   * Makes a run.
   *
   * @param seed seed of the training
   * @param folder an existing, writable folder of checkpoints
   */
  public TestTrainingRun(long seed, Path folder) {
    this.seed = seed;
    this.folder = folder;
    context = new TestExperimentContext(folder);
  }

  /**
   * Has the user cancel.
   *
   * @param checks how many calls of {@link #checkCancelled} still pass
   * @return this run
   */
  public TestTrainingRun cancelAfter(long checks) {
    context.cancelAfter(checks);
    return this;
  }

  @Override
  public long seed() {
    return seed;
  }

  @Override
  public Path checkpoints() {
    return folder;
  }

  @Override
  public Progress progress(String what, long total) {
    return context.progress(what, total);
  }

  @Override
  public void curve(long step, Map<String, Double> values) {
    points.incrementAndGet();
  }

  /**
   * Looks whether the user cancelled.
   *
   * @throws CancellationException if so
   */
  @Override
  public void checkCancelled() {
    context.checkCancelled();
  }

  /**
   * Returns how often the trainer looked whether it was cancelled.
   *
   * @return number of calls
   */
  public long cancellationChecks() {
    return context.cancellationChecks();
  }

  /**
   * Returns how many points of learning curves were reported.
   *
   * @return number of calls of {@link #curve}
   */
  public long points() {
    return points.get();
  }

  /**
   * Returns the announced pieces of work.
   *
   * @return the pieces, in the order in which they were announced
   */
  public List<TestExperimentContext.Work> works() {
    return context.works();
  }
}
