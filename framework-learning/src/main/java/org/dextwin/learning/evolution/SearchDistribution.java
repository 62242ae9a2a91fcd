package org.dextwin.learning.evolution;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Deque;
import java.util.List;
import java.util.SplittableRandom;
import org.ejml.data.DMatrixRMaj;
import org.ejml.dense.row.factory.DecompositionFactory_DDRM;
import org.ejml.interfaces.decomposition.EigenDecomposition_F64;

/**
 * The normal distribution that candidates are drawn from, and how the best of them change it. Names
 * and equations are those of Hansen's tutorial.
 */
final class SearchDistribution {

  /**
   * Ratio of the longest to the shortest axis, squared, beyond which numbers lose their meaning.
   */
  private static final double WORST_CONDITION = 1e14;

  private static final double SMALLEST_STEP = 1e-11;
  private static final double SMALLEST_DIFFERENCE = 1e-12;

  private final int n;
  private final int lambda;
  private final SplittableRandom random;
  private final double[] weights;
  private final double muEff;
  private final double cSigma;
  private final double dSigma;
  private final double cC;
  private final double c1;
  private final double cMu;
  private final double chiN;

  private final double[] mean;
  private double sigma;
  private final double firstSigma;
  private final double[] pathSigma;
  private final double[] pathC;
  private final DMatrixRMaj covariance;
  private double[][] axes;
  private double[] lengths;
  private long generation;
  private final Deque<Double> history = new ArrayDeque<>();

  SearchDistribution(double[] mean, double sigma, int lambda, SplittableRandom random) {
    n = mean.length;
    this.lambda = lambda;
    this.random = random;
    this.mean = mean.clone();
    this.sigma = sigma;
    firstSigma = sigma;

    // recombination weights, Eq. 49 to 53
    int mu = lambda / 2;
    double[] raw = new double[lambda];
    for (int i = 0; i < lambda; i++) {
      raw[i] = Math.log((lambda + 1) / 2.0) - Math.log(i + 1);
    }
    double sum = Arrays.stream(raw, 0, mu).sum();
    double squares = Arrays.stream(raw, 0, mu).map(w -> w * w).sum();
    muEff = sum * sum / squares;
    double negativeSum = Arrays.stream(raw, mu, lambda).sum();
    double negativeSquares = Arrays.stream(raw, mu, lambda).map(w -> w * w).sum();
    double muEffNegative = negativeSum * negativeSum / negativeSquares;

    // step-size control, Eq. 55
    cSigma = (muEff + 2) / (n + muEff + 5);
    dSigma = 1 + 2 * Math.max(0, Math.sqrt((muEff - 1) / (n + 1)) - 1) + cSigma;

    // covariance matrix adaptation, Eq. 56 to 58
    cC = (4 + muEff / n) / (n + 4 + 2 * muEff / n);
    c1 = 2 / ((n + 1.3) * (n + 1.3) + muEff);
    cMu = Math.min(1 - c1, 2 * (0.25 + muEff + 1 / muEff - 2) / ((n + 2.0) * (n + 2) + muEff));
    double alpha =
        Math.min(
            1 + c1 / cMu,
            Math.min(1 + 2 * muEffNegative / (muEff + 2), (1 - c1 - cMu) / (n * cMu)));
    weights = new double[lambda];
    for (int i = 0; i < lambda; i++) {
      weights[i] = raw[i] >= 0 ? raw[i] / sum : alpha * raw[i] / Math.abs(negativeSum);
    }
    chiN = Math.sqrt(n) * (1 - 1 / (4.0 * n) + 1 / (21.0 * n * n));

    pathSigma = new double[n];
    pathC = new double[n];
    covariance = new DMatrixRMaj(n, n);
    axes = new double[n][n];
    lengths = new double[n];
    for (int i = 0; i < n; i++) {
      covariance.set(i, i, 1);
      axes[i][i] = 1;
      lengths[i] = 1;
    }
  }

  int population() {
    return lambda;
  }

  /** x = m + sigma B D z, Eq. 38 to 40. */
  List<double[]> sample() {
    List<double[]> candidates = new ArrayList<>();
    for (int k = 0; k < lambda; k++) {
      double[] x = mean.clone();
      for (int j = 0; j < n; j++) {
        double z = sigma * lengths[j] * gaussian();
        for (int i = 0; i < n; i++) {
          x[i] += axes[i][j] * z;
        }
      }
      candidates.add(x);
    }
    return candidates;
  }

  /** Marsaglia's polar method; the second number of each pair is not used. */
  private double gaussian() {
    while (true) {
      double u = 2 * random.nextDouble() - 1;
      double v = 2 * random.nextDouble() - 1;
      double s = u * u + v * v;
      if (s > 0 && s < 1) {
        return u * Math.sqrt(-2 * Math.log(s) / s);
      }
    }
  }

  void update(List<double[]> candidates, int[] order, double[] values) {
    generation++;
    double[][] y = new double[lambda][n];
    for (int k = 0; k < lambda; k++) {
      double[] x = candidates.get(order[k]);
      for (int i = 0; i < n; i++) {
        y[k][i] = (x[i] - mean[i]) / sigma;
      }
    }

    // mean, Eq. 41 and 42
    double[] step = new double[n];
    for (int k = 0; k < lambda / 2; k++) {
      for (int i = 0; i < n; i++) {
        step[i] += weights[k] * y[k][i];
      }
    }
    for (int i = 0; i < n; i++) {
      mean[i] += sigma * step[i];
    }

    // step size, Eq. 43 and 44
    double[] whitened = whiten(step);
    double gain = Math.sqrt(cSigma * (2 - cSigma) * muEff);
    for (int i = 0; i < n; i++) {
      pathSigma[i] = (1 - cSigma) * pathSigma[i] + gain * whitened[i];
    }
    double length = Math.sqrt(Arrays.stream(pathSigma).map(p -> p * p).sum());
    double correction = Math.sqrt(1 - Math.pow(1 - cSigma, 2.0 * generation));
    boolean moves = length / correction < (1.4 + 2 / (n + 1.0)) * chiN;

    // covariance, Eq. 45 to 47
    double gainC = moves ? Math.sqrt(cC * (2 - cC) * muEff) : 0;
    for (int i = 0; i < n; i++) {
      pathC[i] = (1 - cC) * pathC[i] + gainC * step[i];
    }
    double[] w = new double[lambda];
    for (int k = 0; k < lambda; k++) {
      double squared =
          weights[k] >= 0 ? 1 : Arrays.stream(whiten(y[k])).map(value -> value * value).sum();
      w[k] = weights[k] >= 0 ? weights[k] : weights[k] * n / squared;
    }
    double stall = moves ? 0 : cC * (2 - cC);
    double keep = 1 + c1 * stall - c1 - cMu * Arrays.stream(weights).sum();
    for (int i = 0; i < n; i++) {
      for (int j = 0; j <= i; j++) {
        double c = keep * covariance.get(i, j) + c1 * pathC[i] * pathC[j];
        for (int k = 0; k < lambda; k++) {
          c += cMu * w[k] * y[k][i] * y[k][j];
        }
        covariance.set(i, j, c);
        covariance.set(j, i, c);
      }
    }
    sigma *= Math.exp(Math.min(1, cSigma / dSigma * (length / chiN - 1)));
    decompose();
    remember(values[order[0]]);
  }

  /** C^(-1/2) v. */
  private double[] whiten(double[] v) {
    double[] whitened = new double[n];
    for (int j = 0; j < n; j++) {
      double projected = 0;
      for (int i = 0; i < n; i++) {
        projected += axes[i][j] * v[i];
      }
      projected /= lengths[j];
      for (int i = 0; i < n; i++) {
        whitened[i] += axes[i][j] * projected;
      }
    }
    return whitened;
  }

  private void decompose() {
    EigenDecomposition_F64<DMatrixRMaj> eigen = DecompositionFactory_DDRM.eig(n, true, true);
    if (!eigen.decompose(covariance.copy())) {
      throw new ArithmeticException("the covariance matrix has no eigenvectors: " + covariance);
    }
    double[][] newAxes = new double[n][n];
    double[] newLengths = new double[n];
    for (int j = 0; j < n; j++) {
      DMatrixRMaj vector = eigen.getEigenVector(j);
      newLengths[j] = Math.sqrt(Math.max(0, eigen.getEigenvalue(j).getReal()));
      for (int i = 0; i < n; i++) {
        newAxes[i][j] = vector.get(i);
      }
    }
    axes = newAxes;
    lengths = newLengths;
  }

  private void remember(double value) {
    history.addLast(value);
    if (history.size() > 10 + (int) Math.ceil(30.0 * n / lambda)) {
      history.removeFirst();
    }
  }

  /** Tutorial, section B.3: nothing changes any more, or numbers have lost their meaning. */
  boolean hasConverged() {
    double longest = Arrays.stream(lengths).max().orElse(0);
    double shortest = Arrays.stream(lengths).min().orElse(0);
    if (!(shortest > 0)
        || longest * longest > WORST_CONDITION * shortest * shortest
        || sigma * longest < SMALLEST_STEP * firstSigma) {
      return true;
    }
    boolean full = history.size() >= 10 + (int) Math.ceil(30.0 * n / lambda);
    double low = history.stream().mapToDouble(value -> value).min().orElse(0);
    double high = history.stream().mapToDouble(value -> value).max().orElse(0);
    return full && high - low < SMALLEST_DIFFERENCE;
  }
}
