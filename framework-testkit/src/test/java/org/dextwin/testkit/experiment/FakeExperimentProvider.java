package org.dextwin.testkit.experiment;

import java.util.List;
import java.util.random.RandomGenerator;
import org.dextwin.api.experiment.Experiment;
import org.dextwin.api.experiment.ExperimentContext;
import org.dextwin.api.experiment.Item;
import org.dextwin.api.experiment.Plot;
import org.dextwin.api.experiment.Progress;
import org.dextwin.api.experiment.Table;
import org.dextwin.api.spi.ComponentContext;
import org.dextwin.api.spi.ComponentProvider;
import org.dextwin.api.spi.Key;
import org.dextwin.api.spi.Settings;

/** Makes experiments that throw dice: one stage per throw. */
public final class FakeExperimentProvider
    implements ComponentProvider<Experiment, FakeExperimentProvider.Config> {

  /** The keys of the experiment. */
  public record Config(
      @Key(doc = "How many dice are thrown.", atLeast = 1, atMost = 100) int throwsOfDice) {}

  @Override
  public Class<Experiment> type() {
    return Experiment.class;
  }

  @Override
  public String name() {
    return "dice";
  }

  @Override
  public Config configure(Settings settings) {
    return settings.as(Config.class);
  }

  @Override
  public Experiment create(Config config, ComponentContext context) {
    return new Dice(config.throwsOfDice(), context.random("dice"));
  }

  private record Dice(int count, RandomGenerator random) implements Experiment {

    @Override
    public void run(ExperimentContext context) {
      long[] seeds = random.longs(count).toArray();
      double sum = 0;
      try (Progress progress = context.progress("throw dice", count)) {
        for (int i = 0; i < count; i++) {
          context.checkCancelled();
          long seed = seeds[i];
          Item item =
              context.stage(
                  "throw-" + i, () -> Item.empty().with("pips", Math.floorMod(seed, 6L) + 1));
          context.item(item);
          sum += item.number("pips").orElseThrow();
          progress.advance(1);
        }
      }
      context.metric("mean_pips", sum / count);
      context.table(
          new Table(
              "Throws",
              "What the dice showed.",
              List.of(Table.Column.of("pips", "pips")),
              List.of(Item.empty().with("pips", sum))));
      double[] x = {0, 1};
      context.plot(
          new Plot(
              "pips",
              "Pips",
              "throw",
              "pips",
              Plot.Scale.LINEAR,
              List.of(new Plot.Series("sum", Plot.Style.LINE, x, x))));
    }

    @Override
    public void close() {}
  }
}
