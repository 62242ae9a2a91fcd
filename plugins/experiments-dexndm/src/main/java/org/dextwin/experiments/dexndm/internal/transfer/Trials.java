package org.dextwin.experiments.dexndm.internal.transfer;

import java.util.Arrays;
import java.util.function.Supplier;
import org.dextwin.api.experiment.ExperimentContext;
import org.dextwin.api.experiment.Item;
import org.dextwin.api.experiment.Progress;
import org.dextwin.api.learning.Policy;
import org.dextwin.api.learning.Task;
import org.dextwin.experiments.dexndm.internal.residual.Adaptation.Corrections;
import org.dextwin.learning.compute.Workers;
import org.dextwin.learning.evaluation.Evaluation;
import org.dextwin.learning.evaluation.Evaluator;
import org.dextwin.learning.statistics.Bootstrap;
import org.dextwin.learning.statistics.Bootstrap.Statistic;
import org.dextwin.learning.statistics.Interval;

/**
 * Plays trials in a world. All methods meet the same episodes.
 *
 * <p><i>Thread safety</i>: confined.
 *
 * @param context the run
 * @param trials episodes of each cell
 * @param seed from which their seeds are derived
 */
public record Trials(ExperimentContext context, int trials, long seed) {

  /** Name of the method in a cell. */
  public static final String METHOD = "method";

  /** Name of the case in a cell. */
  public static final String CASE = "case";

  /**
   * Adds corrections to policies.
   *
   * @param base makes a base policy
   * @param corrections the corrections
   * @return makes a policy of both
   */
  public static Supplier<Policy> corrected(Supplier<Policy> base, Corrections corrections) {
    return () -> Deployed.of(base.get(), corrections);
  }

  /**
   * Plays a cell, unless the run has done so before.
   *
   * @param method name of the method
   * @param name name of the case
   * @param task what is played
   * @param policies makes the policy for each thread
   * @return means with 95 % intervals, the values of all trials, and how they ended
   */
  public Item play(String method, String name, Task task, Supplier<Policy> policies) {
    Item cell =
        context.stage(
            "cell-" + method + "-in-" + name,
            () -> {
              Evaluation played;
              try (Workers workers = Workers.ofThisMachine();
                  Progress progress = context.progress(method + " in " + name, trials)) {
                played =
                    new Evaluator(workers, context::checkCancelled)
                        .play(task, policies, trials, seed, progress);
              }
              return describe(
                  Item.empty().with(METHOD, method).with(CASE, name).with("trials", trials),
                  played);
            });
    context.item(cell);
    return cell;
  }

  private Item describe(Item item, Evaluation played) {
    Item described = item;
    for (Measure measure : Measure.values()) {
      double[] values =
          played.episodes().stream().mapToDouble(it -> it.last(measure.measured())).toArray();
      Interval interval = new Bootstrap(seed).interval(Statistic.MEAN, values);
      described =
          described
              .with(measure.key(), Statistic.MEAN.of(values))
              .with(measure.key() + "_low", interval.low())
              .with(measure.key() + "_high", interval.high())
              .with(measure.trials(), Arrays.stream(values).boxed().toList());
    }
    Item causes = Item.empty();
    for (var cause : played.causes().entrySet()) {
      causes = causes.with(cause.getKey(), cause.getValue());
    }
    return described.with("causes", causes);
  }
}
