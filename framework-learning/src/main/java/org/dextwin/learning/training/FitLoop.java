package org.dextwin.learning.training;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.CancellationException;
import org.dextwin.api.experiment.Progress;
import org.dextwin.api.learning.TrainingRun;
import org.dextwin.learning.compute.Workers;

/**
 * Runs a fit to its end: progress, curves, cancelling, and a checkpoint now and then. When a
 * checkpoint is written does not matter to the result.
 *
 * <p><i>Thread safety</i>: confined.
 */
public final class FitLoop {

  private static final long SAVE_EVERY_NANOS = 10_000_000_000L;

  private final TrainingRun run;
  private final Workers workers;
  private long saved = System.nanoTime();

  /**
   * Makes a loop.
   *
   * @param run where to report
   * @param workers do the lanes of the fit
   */
  public FitLoop(TrainingRun run, Workers workers) {
    this.run = run;
    this.workers = workers;
  }

  /** Supplies the samples of an epoch. */
  @FunctionalInterface
  public interface Source {

    /**
     * Returns the samples to train with; they may depend on the epoch and the fit's state alone.
     *
     * @param epoch number of the epoch, 0 the first
     * @return the samples
     */
    Samples of(int epoch);
  }

  /**
   * Does the epochs that are left.
   *
   * @param what what is fitted, in a few words
   * @param fit the fit
   * @param options its options
   * @param source samples to train with
   * @param validation samples set aside
   * @param save writes a checkpoint of the fit
   */
  public void run(
      String what, Fit fit, FitOptions options, Source source, Samples validation, Runnable save) {
    try (Progress progress = run.progress(what, options.epochs())) {
      progress.advance(fit.epochs());
      while (!fit.isFinished()) {
        run.checkCancelled();
        Fit.Epoch epoch = fit.run(source.of(fit.epochs()), validation, workers);
        Map<String, Double> curve = new LinkedHashMap<>();
        curve.put("loss", epoch.loss());
        if (!Double.isNaN(epoch.validation())) {
          curve.put("validation_loss", epoch.validation());
        }
        run.curve(epoch.epoch(), curve);
        progress.advance(1);
        if (System.nanoTime() - saved > SAVE_EVERY_NANOS) {
          save.run();
          saved = System.nanoTime();
        }
      }
      progress.advance(options.epochs() - fit.epochs()); // what an early stop leaves out
      save.run();
    } catch (CancellationException e) {
      save.run(); // nothing is cancelled within an epoch
      throw e;
    }
  }
}
