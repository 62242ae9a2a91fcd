package org.dextwin.api.learning;

import java.nio.file.Path;
import java.util.Map;
import org.dextwin.api.experiment.Progress;
import org.dextwin.api.spi.Experimental;

/**
 * Where training keeps its checkpoints and reports to. An experiment makes one from its context.
 *
 * <p><i>Thread safety</i>: thread-safe.
 */
@Experimental
public interface TrainingRun {

  /**
   * Returns the seed of everything that is random in training.
   *
   * @return the seed
   */
  long seed();

  /**
   * Returns the folder of checkpoints; one that holds a checkpoint is gone on with.
   *
   * @return an existing, writable folder
   */
  Path checkpoints();

  /**
   * Announces work of a known length.
   *
   * @param what what is done, in a few words
   * @param total number of units of work
   * @return the progress; close it at the end
   */
  Progress progress(String what, long total);

  /**
   * Reports a point of the learning curves.
   *
   * @param step number of the update or epoch
   * @param values values by the names of their curves, such as {@code loss}
   */
  void curve(long step, Map<String, Double> values);

  /**
   * Ends training if the user asked for it; long loops call this often.
   *
   * @throws java.util.concurrent.CancellationException if the user cancelled
   */
  void checkCancelled();
}
