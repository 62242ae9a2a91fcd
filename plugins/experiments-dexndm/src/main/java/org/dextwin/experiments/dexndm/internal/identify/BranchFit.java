package org.dextwin.experiments.dexndm.internal.identify;

import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.dextwin.experiments.dexndm.internal.identify.HandIdentification.Effort;
import org.dextwin.learning.compute.Workers;
import org.dextwin.learning.training.Seeds;
import org.dextwin.mechanics.optimization.LeastSquaresSolution;
import org.dextwin.mechanics.optimization.LevenbergMarquardt;

/**
 * Identifies a branch: a random search finds where to start, least squares with the engine's
 * derivatives do the rest, first with a few episodes from several starts, then with all from the
 * best of them.
 *
 * <p><i>Thread safety</i>: confined; it uses several threads itself.
 */
final class BranchFit {

  /** Distances are first taken to be of this size [rad]. */
  private static final double FIRST_DEVIATION = 2e-3;

  /** Candidates are drawn within so many standard deviations of what is known beforehand. */
  private static final double WIDTH = 1.2;

  private static final LevenbergMarquardt COARSE = new LevenbergMarquardt(1e-3, 1e-3, 1e-2, 40);
  private static final LevenbergMarquardt FINE = new LevenbergMarquardt(1e-6, 1e-4, 1e-4, 40);

  private final BranchModel few;
  private final BranchModel all;
  private final Effort effort;
  private final Workers workers;

  /**
   * What was found.
   *
   * @param x the unknowns
   * @param deviations their standard deviations
   * @param coarse evaluations with derivatives of the few episodes
   * @param fine the same of all
   * @param nominalCost cost of the hand's model for the few episodes
   * @param searchCost the same of the best point of the random search
   * @param coarseCost the same of the best solution
   */
  @SuppressWarnings("ArrayRecordComponent") // never compared
  record Found(
      double[] x,
      double[] deviations,
      int coarse,
      int fine,
      double nominalCost,
      double searchCost,
      double coarseCost) {}

  BranchFit(BranchModel few, BranchModel all, Effort effort, Workers workers) {
    this.few = few;
    this.all = all;
    this.effort = effort;
    this.workers = workers;
  }

  Found find(long seed) {
    few.weigh(even());
    double[][] candidates = candidates(seed);
    double[] costs = new double[candidates.length];
    workers.each(candidates.length, i -> costs[i] = few.cost(candidates[i]));
    List<Integer> best =
        IntStream.range(0, candidates.length)
            .boxed()
            .sorted(Comparator.comparingDouble(i -> costs[i]))
            .limit(effort.starts())
            .toList();
    int evaluations = 0;
    Optional<LeastSquaresSolution> coarse = Optional.empty();
    for (int start : best) {
      LeastSquaresSolution solution = COARSE.solve(few, candidates[start]);
      evaluations += solution.evaluations();
      if (coarse.isEmpty() || solution.cost() < coarse.get().cost()) {
        coarse = Optional.of(solution);
      }
    }
    double[] x = coarse.orElseThrow().x();
    all.weigh(
        Arrays.stream(all.distances(x)).map(it -> Math.max(it, effort.resolution())).toArray());
    LeastSquaresSolution fine = FINE.solve(all, x);
    return new Found(
        fine.x(),
        new Uncertainty(all).deviations(fine),
        evaluations,
        fine.evaluations(),
        costs[0],
        costs[best.get(0)],
        coarse.orElseThrow().cost());
  }

  private double[] even() {
    double[] deviations = new double[few.joints()];
    Arrays.fill(deviations, FIRST_DEVIATION);
    return deviations;
  }

  /** The model, then points drawn evenly about it. */
  private double[][] candidates(long seed) {
    List<Unknown> unknowns = few.unknowns();
    double[][] candidates = new double[effort.candidates()][unknowns.size()];
    candidates[0] = few.nominal();
    for (int c = 1; c < candidates.length; c++) {
      SplittableRandom random = new SplittableRandom(Seeds.derive(seed, c));
      for (int i = 0; i < unknowns.size(); i++) {
        candidates[c][i] = WIDTH * unknowns.get(i).deviation() * (2 * random.nextDouble() - 1);
      }
    }
    return candidates;
  }
}
