package org.dextwin.experiments.dexndm.internal.gait;

import java.util.List;
import org.dextwin.api.experiment.ExperimentContext;
import org.dextwin.api.experiment.Item;
import org.dextwin.api.experiment.Progress;
import org.dextwin.api.learning.Policy;
import org.dextwin.api.spi.InvalidInputException;
import org.dextwin.learning.compute.Workers;
import org.dextwin.learning.proprioception.Proprioception;
import org.dextwin.learning.proprioception.ProprioceptiveTask;
import org.dextwin.learning.training.Seeds;
import org.jspecify.annotations.Nullable;

/**
 * Searches for a gait in one or more attempts, each a stage of the run.
 *
 * <p><i>Thread safety</i>: confined.
 *
 * @param context the run
 * @param config how to search
 */
public record GaitStudy(ExperimentContext context, SearchConfig config) {

  private static final String NUMBERS = "gait";
  private static final String SCORE = "score_rad";
  private static final String SECONDS = "seconds";

  /**
   * A gait and how it was found.
   *
   * @param gait the gait
   * @param score its mean score in the comparison [rad]
   * @param attempts attempts that were made
   * @param seconds time that they took [s]
   */
  public record Result(Gait gait, double score, int attempts, double seconds) {

    /**
     * Returns a policy that follows the gait.
     *
     * @param body how the hand is felt and moved
     * @return the policy
     */
    public Policy policy(Proprioception body) {
      return new GaitPolicy(gait, body);
    }

    /**
     * Returns a policy that holds still where the gait moves about.
     *
     * @param body how the hand is felt and moved
     * @return the policy
     */
    public Policy still(Proprioception body) {
      return new GaitPolicy(gait.still(), body);
    }
  }

  /**
   * Searches.
   *
   * @param name name of the gait
   * @param task what it is for
   * @param seed seed of the search
   * @return the best gait of all attempts
   */
  public Result find(String name, ProprioceptiveTask task, long seed) {
    @Nullable Result best = null;
    double seconds = 0;
    for (int n = 0; n < config.attempts(); n++) {
      int attempt = n;
      Item found =
          context.stage(
              "gait-" + name + "-" + n,
              () -> attempt(name, task, Seeds.derive(seed, attempt), attempt));
      context.log("gaits", found);
      double score = found.number(SCORE).orElse(Double.NEGATIVE_INFINITY);
      seconds += found.number(SECONDS).orElse(0);
      if (best == null || score > best.score) {
        best = new Result(read(found), score, n + 1, seconds);
      } else {
        best = new Result(best.gait, best.score, n + 1, seconds);
      }
      if (score >= config.enoughRadS() * config.episodeS()) {
        break;
      }
    }
    if (best == null) {
      throw new IllegalStateException("no attempt was made");
    }
    return best;
  }

  private Item attempt(String name, ProprioceptiveTask task, long seed, int attempt) {
    long start = System.nanoTime();
    try (Workers workers = Workers.ofThisMachine();
        GaitSearch search = new GaitSearch(config, task, workers, context::checkCancelled)) {
      GaitSearch.Found found;
      try (Progress progress =
          context.progress("gait " + name + ", attempt " + (attempt + 1), search.episodes())) {
        found = search.attempt(seed, progress);
      }
      return Item.empty()
          .with("name", name)
          .with("search_attempt", attempt)
          .with(SCORE, found.score())
          .with(SECONDS, (System.nanoTime() - start) * 1e-9)
          .with(NUMBERS, found.gait().list());
    }
  }

  private static Gait read(Item found) {
    if (found.values().get(NUMBERS) instanceof List<?> list) {
      return new Gait(
          list.stream()
              .mapToDouble(it -> it instanceof Number number ? number.doubleValue() : Double.NaN)
              .toArray());
    }
    throw new InvalidInputException("the stage " + found + " holds no gait; run without --resume");
  }
}
