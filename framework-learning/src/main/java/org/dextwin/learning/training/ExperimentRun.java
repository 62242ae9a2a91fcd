package org.dextwin.learning.training;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import org.dextwin.api.experiment.ExperimentContext;
import org.dextwin.api.experiment.Item;
import org.dextwin.api.experiment.Progress;
import org.dextwin.api.learning.TrainingRun;

/**
 * A training within an experiment's run: its checkpoints in a folder of their own, its curves in
 * the run's metrics.
 *
 * <p><i>Thread safety</i>: thread-safe.
 */
public final class ExperimentRun implements TrainingRun {

  private final ExperimentContext context;
  private final String name;
  private final long seed;
  private final Path checkpoints;

  /**
   * Makes the folder of checkpoints, {@code checkpoints/NAME} in the run folder, if there is none.
   *
   * @param context the experiment's run
   * @param name name of the training in kebab-case, unique within the run
   * @param seed seed of everything that is random in it
   */
  public ExperimentRun(ExperimentContext context, String name, long seed) {
    this.context = context;
    this.name = name;
    this.seed = seed;
    checkpoints = context.folder().resolve("checkpoints").resolve(name);
    try {
      Files.createDirectories(checkpoints);
    } catch (IOException e) {
      throw new UncheckedIOException(checkpoints + ": cannot be made", e);
    }
  }

  @Override
  public long seed() {
    return seed;
  }

  @Override
  public Path checkpoints() {
    return checkpoints;
  }

  @Override
  public Progress progress(String what, long total) {
    return context.progress(what, total);
  }

  @Override
  public void curve(long step, Map<String, Double> values) {
    Item item = Item.empty().with("step", step);
    for (var value : new TreeMap<>(values).entrySet()) {
      item = item.with(value.getKey(), value.getValue());
    }
    context.log(name, item);
  }

  @Override
  public void checkCancelled() {
    context.checkCancelled();
  }
}
