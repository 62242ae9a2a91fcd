package org.dextwin.experiments.drex.internal.pushlog.enginefit;

import java.util.ArrayList;
import java.util.List;

/**
 * The masses at which a loss was looked at, and how low it was there. Where the loss is folded, its
 * curvature at the minimum says too little: every mass whose loss is hardly above the lowest one is
 * as likely, wherever it lies.
 *
 * <p><i>Thread safety</i>: confined. <i>References</i>: Venzon and Moolgavkar 1988, "A method for
 * computing profile-likelihood-based confidence intervals".
 */
final class CostProfile {

  /** Half the 95 % quantile of chi-square with one degree of freedom. */
  private static final double AS_LIKELY = 1.92;

  private final List<Sample> samples = new ArrayList<>();

  void add(double logMass, double cost) {
    samples.add(new Sample(logMass, cost));
  }

  /** Largest distance from a minimum of a mass that is within the 95 % region. */
  double reach(double logMass, double lowest) {
    return samples.stream()
        .filter(sample -> sample.cost <= lowest + AS_LIKELY)
        .mapToDouble(sample -> Math.abs(sample.logMass - logMass))
        .max()
        .orElse(0);
  }

  private record Sample(double logMass, double cost) {}
}
