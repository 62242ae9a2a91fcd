package org.dextwin.learning.evolution;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.SplittableRandom;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.function.Consumer;
import org.dextwin.learning.compute.Workers;
import org.dextwin.learning.training.Seeds;

/**
 * Covariance matrix adaptation evolution strategy with restarts, for functions without gradients.
 * The candidates of a generation are evaluated side by side; what is found depends on the seed and
 * the function, not on the number of threads.
 *
 * <p><i>Thread safety</i>: confined.
 *
 * <p><i>References</i>: Hansen, The CMA evolution strategy: a tutorial, arXiv:1604.00772; Auger and
 * Hansen, A restart CMA evolution strategy with increasing population size, CEC 2005.
 */
public final class CmaEs {

  private final Box box;
  private final CmaEsOptions options;
  private final long seed;

  /**
   * Prepares a search.
   *
   * @param box ranges of the variables
   * @param options how to search
   * @param seed seed of the candidates
   */
  public CmaEs(Box box, CmaEsOptions options, long seed) {
    this.box = box;
    this.options = options;
    this.seed = seed;
  }

  /**
   * What was found.
   *
   * @param x the best candidate
   * @param value its value
   * @param evaluations number of evaluations
   * @param restarts number of restarts
   */
  @SuppressWarnings("ArrayRecordComponent") // never compared
  public record Result(double[] x, double value, long evaluations, int restarts) {}

  /**
   * Searches.
   *
   * @param start where the search begins, within the box; restarts begin anywhere in it
   * @param objectives the same function for each thread, at least one
   * @param workers evaluate side by side
   * @param listener told the best so far after each generation; may throw to end the search
   * @return the best candidate of all generations
   */
  public Result minimise(
      double[] start, List<Objective> objectives, Workers workers, Consumer<Result> listener) {
    LinkedBlockingQueue<Objective> idle = new LinkedBlockingQueue<>(objectives);
    Result best = new Result(start.clone(), Double.POSITIVE_INFINITY, 0, 0);
    double[] from = box.unit(start);
    long generation = 0;
    int population =
        options.population() > 0
            ? options.population()
            : 4 + (int) Math.floor(3 * Math.log(box.size()));
    for (int restart = 0; ; restart++) {
      SplittableRandom random = new SplittableRandom(Seeds.derive(seed, restart));
      if (restart > 0) {
        from = random.doubles(box.size()).toArray();
      }
      SearchDistribution search =
          new SearchDistribution(from, options.sigma(), population << restart, random);
      while (!search.hasConverged()) {
        if (best.value <= options.target()
            || best.evaluations + search.population() > options.evaluations()) {
          return best;
        }
        List<double[]> candidates = search.sample();
        double[] values = evaluate(candidates, generation++, idle, workers);
        int[] order = ranking(values);
        search.update(candidates, order, values);
        double[] first = box.point(candidates.get(order[0]));
        double value = values[order[0]];
        long evaluations = best.evaluations + values.length;
        best =
            value < best.value
                ? new Result(first, value, evaluations, restart)
                : new Result(best.x, best.value, evaluations, restart);
        listener.accept(best);
      }
      if (restart >= options.restarts()) {
        return best;
      }
    }
  }

  private double[] evaluate(
      List<double[]> candidates,
      long generation,
      LinkedBlockingQueue<Objective> idle,
      Workers workers) {
    double[] values = new double[candidates.size()];
    workers.each(
        values.length,
        i -> {
          Objective objective = take(idle);
          try {
            double value = objective.value(box.point(candidates.get(i)), generation);
            values[i] = Double.isNaN(value) ? Double.POSITIVE_INFINITY : value;
          } finally {
            idle.add(objective);
          }
        });
    return values;
  }

  private static Objective take(LinkedBlockingQueue<Objective> idle) {
    try {
      return idle.take();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("interrupted while waiting for an objective", e);
    }
  }

  /** Equal values keep their order. */
  private static int[] ranking(double[] values) {
    List<Integer> order = new ArrayList<>();
    for (int i = 0; i < values.length; i++) {
      order.add(i);
    }
    order.sort(Comparator.comparingDouble(i -> values[i]));
    return order.stream().mapToInt(Integer::intValue).toArray();
  }

  @Override
  public String toString() {
    return "CmaEs[" + Arrays.toString(box.low()) + ", " + Arrays.toString(box.high()) + "]";
  }
}
