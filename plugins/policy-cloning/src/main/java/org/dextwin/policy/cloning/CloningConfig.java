package org.dextwin.policy.cloning;

import org.dextwin.api.spi.Key;
import org.dextwin.learning.training.FitOptions;

/**
 * How a policy is shaped and trained.
 *
 * <p><i>Thread safety</i>: immutable.
 *
 * @param width width of the residual blocks
 * @param blocks number of blocks
 * @param epochs most passes through the demonstrations
 * @param batchSize demonstrations per update
 * @param learningRate learning rate of Adam at the beginning
 * @param finalRate learning rate at the end as a part of that at the beginning
 * @param validationPart part of the demonstrations set aside
 * @param patience epochs without a better validation loss after which training stops
 */
record CloningConfig(
    @Key(doc = "Width of the residual blocks.", byDefault = "256", atLeast = 1, atMost = 4096)
        int width,
    @Key(doc = "Number of residual blocks.", byDefault = "5", atLeast = 0, atMost = 64) int blocks,
    @Key(doc = "Most passes through the demonstrations.", byDefault = "20", atLeast = 1) int epochs,
    @Key(doc = "Demonstrations per update.", byDefault = "256", atLeast = 1) int batchSize,
    @Key(doc = "Learning rate of Adam at the beginning.", byDefault = "1e-3", above = 0)
        double learningRate,
    @Key(
            doc = "Learning rate at the end, as part of that at the beginning.",
            byDefault = "0.02",
            atLeast = 0,
            atMost = 1)
        double finalRate,
    @Key(
            doc = "Part of the demonstrations set aside; the best weights on them are kept.",
            byDefault = "0.05",
            atLeast = 0,
            below = 1)
        double validationPart,
    @Key(
            doc =
                "Epochs without a better validation loss after which training stops; 0 for never.",
            byDefault = "0",
            atLeast = 0)
        int patience) {

  FitOptions fit() {
    return new FitOptions(epochs, batchSize, learningRate, finalRate, patience);
  }
}
