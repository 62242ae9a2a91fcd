package org.dextwin.experiments.dexndm.internal.efficiency;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import org.dextwin.api.experiment.ExperimentContext;
import org.dextwin.api.experiment.Item;
import org.dextwin.api.learning.DynamicsModel;
import org.dextwin.api.learning.DynamicsTrainer;
import org.dextwin.api.learning.Transitions;
import org.dextwin.learning.dynamics.PredictionErrors;
import org.dextwin.learning.statistics.Bootstrap;
import org.dextwin.learning.statistics.Bootstrap.Statistic;
import org.dextwin.learning.statistics.Interval;
import org.dextwin.learning.training.Seeds;

/**
 * Trains every model on so many transitions of every distribution, and measures its errors on the
 * same distribution and on another. All models of a size and repetition learn from the same data.
 *
 * <p><i>Thread safety</i>: confined.
 *
 * <p><i>References</i>: DexNDM, section 4.2, Figure 6.
 *
 * @param context the run
 * @param trainers trainers by the names of their factorisations
 * @param sizes numbers of transitions to learn from
 * @param repeats how often each is learnt, from other parts of the recording
 * @param horizon steps of predictions in open loop
 * @param seed seed of the trainings
 */
public record EfficiencyStudy(
    ExperimentContext context,
    Map<String, DynamicsTrainer> trainers,
    List<Integer> sizes,
    int repeats,
    int horizon,
    long seed) {

  /** Steps from one prediction in open loop to the next. */
  private static final int EVERY = 5;

  /**
   * A training distribution.
   *
   * @param name its name
   * @param pool what is learnt from
   * @param test other recordings of the same kind
   */
  public record Distribution(String name, Supplier<Transitions> pool, Supplier<Transitions> test) {}

  /**
   * Trains and measures.
   *
   * @param distributions what is learnt from
   * @param shifted what the models are used for
   * @return one item per factorisation, size and distribution
   */
  public List<Item> cells(List<Distribution> distributions, Supplier<Transitions> shifted) {
    List<Item> cells = new ArrayList<>();
    for (Distribution distribution : distributions) {
      for (int size : sizes) {
        for (var trainer : trainers.entrySet()) {
          List<Item> repeated = new ArrayList<>();
          for (int r = 0; r < repeats; r++) {
            repeated.add(
                train(trainer.getKey(), trainer.getValue(), distribution, size, r, shifted));
          }
          Item cell = summary(repeated, trainer.getKey(), size, distribution.name());
          context.item(cell);
          cells.add(cell);
        }
      }
    }
    return cells;
  }

  private Item train(
      String factorisation,
      DynamicsTrainer trainer,
      Distribution distribution,
      int size,
      int repeat,
      Supplier<Transitions> shifted) {
    String name = "%s-%s-%d-%d".formatted(factorisation, distribution.name(), size, repeat + 1);
    return new DynamicsTraining(context, trainer, name, Seeds.derive(seed, repeat))
        .train(
            () -> {
              Transitions pool = distribution.pool().get();
              int first = (int) ((long) repeat * pool.episodes().size() / repeats);
              return Portion.of(pool, first, size);
            },
            Optional.empty(),
            model ->
                errors(
                    errors(Item.empty(), Errors.IN_DOMAIN, model, distribution.test().get()),
                    Errors.SHIFTED,
                    model,
                    shifted.get()));
  }

  private Item errors(Item item, Errors which, DynamicsModel model, Transitions test) {
    context.checkCancelled();
    return item.with(which.oneStep(), PredictionErrors.oneStep(model, test).total())
        .with(which.openLoop(), PredictionErrors.openLoop(model, test, horizon, EVERY).total());
  }

  private Item summary(List<Item> repeated, String factorisation, int size, String distribution) {
    Item item =
        Item.empty()
            .with(Errors.FACTORISATION, factorisation)
            .with(Errors.TRANSITIONS, size)
            .with(Errors.DISTRIBUTION, distribution)
            .with("repeats", repeats)
            .with("open_loop_steps", horizon);
    for (var values : columns(repeated).entrySet()) {
      Interval interval = new Bootstrap(seed).interval(Statistic.MEAN, values.getValue());
      item =
          item.with(values.getKey(), Statistic.MEAN.of(values.getValue()))
              .with(values.getKey() + "_low", interval.low())
              .with(values.getKey() + "_high", interval.high());
    }
    return item.with(
        DynamicsTraining.SECONDS,
        repeated.stream().mapToDouble(it -> it.number(DynamicsTraining.SECONDS).orElse(0)).sum());
  }

  private static Map<String, double[]> columns(List<Item> repeated) {
    Map<String, double[]> columns = new LinkedHashMap<>();
    for (Errors which : Errors.values()) {
      for (String name : List.of(which.oneStep(), which.openLoop())) {
        columns.put(
            name,
            repeated.stream().mapToDouble(it -> it.number(name).orElse(Double.NaN)).toArray());
      }
    }
    return columns;
  }
}
