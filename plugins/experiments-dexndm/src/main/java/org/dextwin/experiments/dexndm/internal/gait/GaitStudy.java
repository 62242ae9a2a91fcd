package org.dextwin.experiments.dexndm.internal.gait;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
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
 * @param aim what for
 */
public record GaitStudy(ExperimentContext context, SearchConfig config, Aim aim) {

  private static final String NUMBERS = "gait";
  private static final String SCORE = "score";
  private static final String SECONDS = "seconds";

  /**
   * A gait and how it was found.
   *
   * @param gait the gait
   * @param score its mean score in the comparison, in the unit of the aim
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
   * Reads a gait that was found before.
   *
   * @param file its file
   * @param body how the hand is felt and moved
   * @return the gait, without what is known of its search
   * @throws InvalidInputException if the file holds no gait of this hand
   */
  public static Result known(Path file, Proprioception body) {
    return new Result(GaitFile.read(file, body.joints().size()), Double.NaN, 0, Double.NaN);
  }

  /**
   * Searches, and writes what was found into the folder {@code gaits} of the run.
   *
   * @param name name of the gait
   * @param task what it is for
   * @param start file of a gait to begin with; if empty, with the best of random ones
   * @param seed seed of the search
   * @return the best gait of all attempts
   * @throws InvalidInputException if the file holds no gait of this hand
   */
  public Result find(String name, ProprioceptiveTask task, Optional<Path> start, long seed) {
    int joints = task.proprioception().joints().size();
    Optional<Gait> first = start.map(file -> GaitFile.read(file, joints));
    @Nullable Result best = null;
    double seconds = 0;
    for (int n = 0; n < config.attempts(); n++) {
      int attempt = n;
      Item found =
          context.stage(
              "gait-" + name + "-" + n,
              () -> attempt(name, task, first, Seeds.derive(seed, attempt), attempt));
      context.log("gaits", found);
      double score = found.number(SCORE).orElse(Double.NEGATIVE_INFINITY);
      seconds += found.number(SECONDS).orElse(0);
      if (best == null || score > best.score) {
        best = new Result(read(found), score, n + 1, seconds);
      } else {
        best = new Result(best.gait, best.score, n + 1, seconds);
      }
      if (score >= aim.enough(config) * config.episodeS()) {
        break;
      }
    }
    if (best == null) {
      throw new IllegalStateException("no attempt was made");
    }
    GaitFile.write(context.folder().resolve("gaits").resolve(name + ".gait"), best.gait);
    return best;
  }

  private Item attempt(
      String name, ProprioceptiveTask task, Optional<Gait> first, long seed, int attempt) {
    long start = System.nanoTime();
    Path scores = context.folder().resolve("gaits").resolve(name + "-" + attempt + ".scores");
    try (Workers workers = Workers.ofThisMachine();
        ScoreJournal journal = new ScoreJournal(scores);
        GaitSearch search =
            new GaitSearch(config, aim, task, workers, context::checkCancelled, journal)) {
      GaitSearch.Found found;
      try (Progress progress =
          context.progress("gait " + name + ", attempt " + (attempt + 1), search.episodes())) {
        found = search.attempt(first, seed, progress);
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
