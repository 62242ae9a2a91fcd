package org.dextwin.experiments.dexndm.internal.gait;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.SplittableRandom;
import java.util.concurrent.LinkedBlockingQueue;
import org.dextwin.api.experiment.Progress;
import org.dextwin.api.learning.Environment;
import org.dextwin.learning.compute.Workers;
import org.dextwin.learning.evolution.Box;
import org.dextwin.learning.evolution.CmaEs;
import org.dextwin.learning.evolution.CmaEsOptions;
import org.dextwin.learning.evolution.Objective;
import org.dextwin.learning.proprioception.Proprioception;
import org.dextwin.learning.proprioception.ProprioceptiveTask;
import org.dextwin.learning.training.Seeds;

/**
 * Searches for a gait: random screening, then CMA-ES with other disturbances in every generation,
 * then a comparison of the best candidates under disturbances that none of them has seen. The last
 * matters, for the best of many noisy scores is the luckiest. All scores are kept in a journal, so
 * that a search that was killed goes on where it was.
 *
 * <p><i>Thread safety</i>: confined.
 */
public final class GaitSearch implements AutoCloseable {

  /** Separates the seeds of the parts of a search. */
  private static final int SCREENING = 1;

  private static final int EVOLUTION = 2;
  private static final int FINAL = 3;

  private final SearchConfig config;
  private final Aim aim;
  private final Proprioception body;
  private final Workers workers;
  private final Runnable checkCancelled;
  private final ScoreJournal journal;
  private final List<Environment> environments = new ArrayList<>();
  private final LinkedBlockingQueue<Environment> idle = new LinkedBlockingQueue<>();
  private final Box box;

  GaitSearch(
      SearchConfig config,
      Aim aim,
      ProprioceptiveTask task,
      Workers workers,
      Runnable checkCancelled,
      ScoreJournal journal) {
    this.config = config;
    this.aim = aim;
    this.body = task.proprioception();
    this.workers = workers;
    this.checkCancelled = checkCancelled;
    this.journal = journal;
    try {
      for (int i = 0; i < workers.threads(); i++) {
        environments.add(task.open());
      }
      this.box = first(Gait.box(config.ranges(), body, rest()), aim.size(body));
    } catch (RuntimeException e) {
      close();
      throw e;
    }
    idle.addAll(environments);
  }

  private static Box first(Box box, int size) {
    return new Box(Arrays.copyOf(box.low(), size), Arrays.copyOf(box.high(), size));
  }

  /** The gait of a candidate; where only offsets are searched for, it stays at them. */
  private Gait gait(double[] x) {
    double[] numbers = Arrays.copyOf(x, Gait.size(body.joints().size()));
    if (x.length < numbers.length) {
      numbers[numbers.length - 1] = config.leastHz();
    }
    return new Gait(numbers);
  }

  private double[] rest() {
    float[] observation = environments.get(0).reset(0);
    double[] rest = new double[body.joints().size()];
    for (int i = 0; i < rest.length; i++) {
      rest[i] = observation[body.targetAt(body.window() - 1, i)];
    }
    return rest;
  }

  /**
   * What an attempt found.
   *
   * @param gait the best gait
   * @param score its mean score under disturbances of the comparison, in the unit of the aim
   */
  record Found(Gait gait, double score) {}

  /** A candidate and its score. */
  @SuppressWarnings("ArrayRecordComponent") // never compared
  private record Scored(double[] numbers, double score) {}

  /** Episodes of an attempt. */
  int episodes() {
    int early = config.generations() / 2;
    int late = config.generations() - early;
    return config.screening()
        + config.population() * (early * config.trials() + late * config.lateTrials())
        + config.finalists() * config.finalTrials();
  }

  /**
   * Makes an attempt.
   *
   * @param first a gait to begin with; if empty, the best of random ones
   * @param seed seed of candidates and disturbances
   * @param progress advanced by one per episode
   * @return what was found
   */
  Found attempt(Optional<Gait> first, long seed, Progress progress) {
    double[] start =
        first.map(gait -> inBox(gait, progress)).orElseGet(() -> screened(seed, progress));
    List<Scored> best = Collections.synchronizedList(new ArrayList<>());
    CmaEsOptions options =
        new CmaEsOptions(
            config.population(),
            config.sigma(),
            (long) config.population() * config.generations(),
            Double.NEGATIVE_INFINITY,
            0);
    long evolution = Seeds.derive(seed, EVOLUTION);
    Objective objective =
        (x, generation) -> {
          boolean late = generation >= config.generations() / 2;
          int trials = late ? config.lateTrials() : config.trials();
          double score =
              mean(x, trials, Seeds.derive(evolution, generation), config.episodeS(), progress);
          if (late) {
            best.add(new Scored(x.clone(), score));
          }
          return -score;
        };
    new CmaEs(box, options, evolution)
        .minimise(
            start,
            Collections.nCopies(workers.threads(), objective),
            workers,
            result -> checkCancelled.run());
    return bestOf(best, Seeds.derive(seed, FINAL), progress);
  }

  /** The numbers of a gait, within the ranges; nothing is screened. */
  private double[] inBox(Gait gait, Progress progress) {
    double[] x = Arrays.copyOf(gait.numbers(), box.size());
    for (int k = 0; k < x.length; k++) {
      x[k] = Math.max(box.low()[k], Math.min(x[k], box.high()[k]));
    }
    progress.advance(config.screening());
    return x;
  }

  private double[] screened(long seed, Progress progress) {
    long own = Seeds.derive(seed, SCREENING);
    SplittableRandom random = new SplittableRandom(own);
    List<double[]> drawn = new ArrayList<>();
    for (int i = 0; i < config.screening(); i++) {
      double[] x = new double[box.size()];
      for (int k = 0; k < x.length; k++) {
        x[k] = box.low()[k] + (box.high()[k] - box.low()[k]) * random.nextDouble();
      }
      drawn.add(x);
    }
    double[] scores = new double[drawn.size()];
    workers.each(
        scores.length, i -> scores[i] = mean(drawn.get(i), 1, own, config.screeningS(), progress));
    int first = 0;
    for (int i = 1; i < scores.length; i++) {
      first = scores[i] > scores[first] ? i : first;
    }
    return drawn.get(first);
  }

  private Found bestOf(List<Scored> scored, long seed, Progress progress) {
    List<Scored> order = new ArrayList<>(scored);
    // threads add in any order; equal scores do not occur, or do not matter
    order.sort(Comparator.comparingDouble(Scored::score).reversed());
    List<Scored> finalists = order.subList(0, Math.min(config.finalists(), order.size()));
    double[] means = new double[finalists.size()];
    workers.each(
        means.length,
        i ->
            means[i] =
                mean(
                    finalists.get(i).numbers(),
                    config.finalTrials(),
                    seed,
                    config.episodeS(),
                    progress));
    int first = 0;
    for (int i = 1; i < means.length; i++) {
      first = means[i] > means[first] ? i : first;
    }
    return new Found(gait(finalists.get(first).numbers()), means[first]);
  }

  /** Mean score of a candidate; the same seed disturbs all candidates alike. */
  private double mean(double[] x, int trials, long seed, double seconds, Progress progress) {
    OptionalDouble known = journal.score(x, trials, seed);
    if (known.isPresent()) {
      progress.advance(trials);
      return known.getAsDouble();
    }
    double score = measured(x, trials, seed, seconds, progress);
    journal.add(x, trials, seed, score);
    return score;
  }

  private double measured(double[] x, int trials, long seed, double seconds, Progress progress) {
    Environment environment = take();
    try {
      Gait gait = gait(x);
      double sum = 0;
      for (int trial = 0; trial < trials; trial++) {
        checkCancelled.run();
        sum += GaitScore.play(environment, body, gait, Seeds.derive(seed, trial), seconds, aim);
        progress.advance(1);
      }
      return sum / trials;
    } finally {
      idle.add(environment);
    }
  }

  private Environment take() {
    try {
      return idle.take();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("interrupted while waiting for a world", e);
    }
  }

  @Override
  public void close() {
    environments.forEach(Environment::close);
  }
}
