package org.dextwin.experiments.inspect;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.dextwin.api.experiment.ExperimentContext;
import org.dextwin.api.experiment.Item;
import org.dextwin.api.experiment.Progress;
import org.dextwin.api.learning.TrainingRun;

/** Training within a run: its checkpoints go into a folder of the run. */
final class InspectionRun implements TrainingRun {

  private final ExperimentContext context;
  private final String name;
  private final long seed;
  private final Path checkpoints;

  InspectionRun(ExperimentContext context, String name, long seed) {
    this.context = context;
    this.name = name;
    this.seed = seed;
    checkpoints = context.folder().resolve("checkpoints").resolve(name);
    try {
      Files.createDirectories(checkpoints);
    } catch (IOException e) {
      throw new UncheckedIOException(checkpoints + " cannot be made", e);
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
    for (Map.Entry<String, Double> value : values.entrySet()) {
      item = item.with(value.getKey(), value.getValue());
    }
    context.log(name, item);
  }

  @Override
  public void checkCancelled() {
    context.checkCancelled();
  }
}
