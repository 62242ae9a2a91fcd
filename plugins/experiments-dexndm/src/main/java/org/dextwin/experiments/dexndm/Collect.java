package org.dextwin.experiments.dexndm;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.dextwin.api.experiment.Experiment;
import org.dextwin.api.experiment.ExperimentContext;
import org.dextwin.api.experiment.Item;
import org.dextwin.api.experiment.Table;
import org.dextwin.api.experiment.Table.Column;
import org.dextwin.api.model.HandModel;
import org.dextwin.experiments.dexndm.CollectConfig.SourceConfig;
import org.dextwin.experiments.dexndm.internal.collect.Collection;
import org.dextwin.learning.proprioception.ProprioceptiveTask;

/** Records what the joints of a hand do under loads, unattended. */
final class Collect implements Experiment {

  private final CollectConfig config;
  private final HandModel hand;
  private final Map<String, ProprioceptiveTask> tasks;
  private final Optional<Collection.Base> base;
  private final long seed;

  Collect(
      CollectConfig config,
      HandModel hand,
      Map<String, ProprioceptiveTask> tasks,
      Optional<Collection.Base> base,
      long seed) {
    this.config = config;
    this.hand = hand;
    this.tasks = tasks;
    this.base = base;
    this.seed = seed;
  }

  @Override
  public void run(ExperimentContext context) {
    Collection.Noise noise = new Collection.Noise(config.noiseProbability(), config.noiseRad());
    Collection collection = new Collection(context, seed);
    List<Item> recorded = new ArrayList<>();
    for (SourceConfig source : config.sources()) {
      recorded.add(
          collection.record(
              new Collection.Source(
                  source.name(),
                  Objects.requireNonNull(tasks.get(source.task().path())),
                  source.actions(),
                  noise,
                  config.used(source.episodes())),
              base));
    }
    List<Item> rows = new ArrayList<>();
    for (int i = 0; i < recorded.size(); i++) {
      Item row = recorded.get(i);
      if (config.reference().isPresent()) {
        row =
            collection.covered(row, config.reference().get(), config.sources().get(i).name(), hand);
      }
      context.item(row);
      rows.add(row);
      String name = config.sources().get(i).name().replace('-', '_');
      context.metric(name + "_times_real_time", row.number("times_real_time").orElse(Double.NaN));
    }
    context.table(table(rows));
  }

  private Table table(List<Item> rows) {
    List<Column> columns =
        new ArrayList<>(
            List.of(
                Column.of("source", "source"),
                Column.of("episodes", "episodes"),
                Column.of("transitions", "transitions"),
                new Column("simulated_h", "simulated [h]", 1, 2),
                new Column("seconds", "took [s]", 1, 0),
                new Column("times_real_time", "times real time", 1, 1)));
    if (config.reference().isPresent()) {
      columns.add(new Column("joint_coverage_pct", "joints covered [%]", 1, 1));
      columns.add(new Column("finger_coverage_pct", "fingers covered [%]", 1, 1));
      columns.add(new Column("hand_coverage_pct", "hand covered [%]", 1, 1));
    }
    return new Table(
        "Recordings",
        "What was recorded and how fast; covered is the share of the reference's steps whose joint"
            + " positions and targets, to a tenth of a radian, occur in the recording.",
        columns,
        rows);
  }

  @Override
  public void close() {
    // Tasks and policies belong to the assembly.
  }
}
