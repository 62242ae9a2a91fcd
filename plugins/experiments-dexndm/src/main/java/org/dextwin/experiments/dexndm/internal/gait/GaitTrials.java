package org.dextwin.experiments.dexndm.internal.gait;

import java.util.Arrays;
import java.util.DoubleSummaryStatistics;
import java.util.List;
import java.util.function.Supplier;
import org.dextwin.api.experiment.Item;
import org.dextwin.api.experiment.Progress;
import org.dextwin.api.learning.Policy;
import org.dextwin.api.learning.Task;
import org.dextwin.learning.evaluation.Evaluation;
import org.dextwin.learning.evaluation.Evaluator;
import org.dextwin.learning.evaluation.PlayedEpisode;
import org.dextwin.learning.rotation.RotationMeasures;
import org.dextwin.learning.statistics.Bootstrap;
import org.dextwin.learning.statistics.Bootstrap.Statistic;
import org.dextwin.learning.statistics.Interval;

/**
 * Plays trials and describes them. The seeds of trials are derived from one that no search uses.
 *
 * <p><i>Thread safety</i>: confined.
 *
 * @param evaluator plays the episodes
 * @param trials number of episodes
 * @param seed from which theirs are derived
 */
public record GaitTrials(Evaluator evaluator, int trials, long seed) {

  /** Name of the median angle turned [rad]. */
  public static final String MEDIAN = "rot_median_rad";

  /** Name of the number of episodes without a drop. */
  public static final String FULL = "full_episodes";

  /**
   * Plays trials.
   *
   * @param task what is played
   * @param policies makes the policy for each thread
   * @param progress advanced by one per episode
   * @return the episodes
   */
  public Evaluation play(Task task, Supplier<Policy> policies, Progress progress) {
    return evaluator.play(task, policies, trials, seed, progress);
  }

  /**
   * Describes trials.
   *
   * @param item what the description is added to
   * @param played the trials
   * @return the item with medians, intervals and causes
   */
  public Item describe(Item item, Evaluation played) {
    double[] rot = last(played, RotationMeasures.ROT);
    Interval interval = new Bootstrap(seed).interval(Statistic.MEDIAN, rot);
    DoubleSummaryStatistics depths = overSteps(played, RotationMeasures.PENETRATION);
    DoubleSummaryStatistics gaps = overSteps(played, RotationMeasures.SELF_CLEARANCE);
    Item causes = Item.empty();
    for (var cause : played.causes().entrySet()) {
      causes = causes.with(cause.getKey(), cause.getValue());
    }
    return item.with("trials", played.episodes().size())
        .with(MEDIAN, Statistic.MEDIAN.of(rot))
        .with("rot_low_rad", interval.low())
        .with("rot_high_rad", interval.high())
        .with("rot_least_rad", Arrays.stream(rot).min().orElse(Double.NaN))
        .with(FULL, full(played))
        .with("ttf", mean(played, RotationMeasures.TTF))
        .with("rotr", mean(played, RotationMeasures.ROTR))
        .with("rotp", mean(played, RotationMeasures.ROTP))
        .with("survival_angle_rad", mean(played, RotationMeasures.SURVIVAL_ANGLE))
        .with("penetration_mean_m", depths.getCount() == 0 ? null : depths.getAverage())
        .with("penetration_worst_m", depths.getCount() == 0 ? null : depths.getMax())
        .with("self_overlap_mean_m", gaps.getCount() == 0 ? null : Math.max(0, -gaps.getAverage()))
        .with("self_overlap_worst_m", gaps.getCount() == 0 ? null : Math.max(0, -gaps.getMin()))
        .with("causes", causes);
  }

  /**
   * Counts episodes in which the object was held to the end.
   *
   * @param played the trials
   * @return number of them
   */
  public static long full(Evaluation played) {
    return played.episodes().stream().filter(it -> it.last(RotationMeasures.TTF) >= 1).count();
  }

  /**
   * Returns what was measured in the last step of every episode.
   *
   * @param played the trials
   * @param measure its name
   * @return values in order of the episodes
   */
  public static double[] last(Evaluation played, String measure) {
    return played.episodes().stream().mapToDouble(it -> it.last(measure)).toArray();
  }

  private static double mean(Evaluation played, String measure) {
    return Statistic.MEAN.of(last(played, measure));
  }

  /** Describes a measure over all steps of all episodes. */
  private static DoubleSummaryStatistics overSteps(Evaluation played, String measure) {
    return played.episodes().stream()
        .map(PlayedEpisode::measures)
        .flatMap(List::stream)
        .filter(step -> step.containsKey(measure))
        .mapToDouble(step -> step.getOrDefault(measure, Double.NaN))
        .summaryStatistics();
  }
}
