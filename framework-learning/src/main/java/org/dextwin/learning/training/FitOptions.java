package org.dextwin.learning.training;

import org.dextwin.api.spi.Key;

/**
 * How a network is fitted; usable as a block of a configuration.
 *
 * <p><i>Thread safety</i>: immutable.
 *
 * @param epochs most passes through the samples
 * @param batchSize samples per update
 * @param learningRate Adam's learning rate at the beginning
 * @param finalRate learning rate at the end as a part of that at the beginning
 * @param patience epochs without a better validation loss after which training stops
 */
public record FitOptions(
    @Key(doc = "Most passes through the samples.", atLeast = 0) int epochs,
    @Key(doc = "Samples per update.", atLeast = 1) int batchSize,
    @Key(doc = "Learning rate of Adam at the beginning.", above = 0) double learningRate,
    @Key(
            doc =
                "Learning rate at the end, as a part of that at the beginning; falls as a cosine.",
            byDefault = "1",
            atLeast = 0,
            atMost = 1)
        double finalRate,
    @Key(
            doc =
                "Epochs without a better validation loss after which training stops; 0 for never.",
            byDefault = "0",
            atLeast = 0)
        int patience) {

  /**
   * Returns the learning rate of an epoch.
   *
   * @param epoch number of the epoch, 0 the first
   * @return the rate
   */
  double rate(int epoch) {
    double progress = epochs < 2 ? 0 : Math.min(1.0, epoch / (epochs - 1.0));
    double cosine = 0.5 * (1 + Math.cos(Math.PI * progress));
    return learningRate * (finalRate + (1 - finalRate) * cosine);
  }
}
