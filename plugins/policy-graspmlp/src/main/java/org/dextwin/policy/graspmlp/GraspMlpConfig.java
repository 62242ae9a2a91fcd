package org.dextwin.policy.graspmlp;

import java.util.List;
import org.dextwin.api.spi.Key;
import org.dextwin.learning.training.FitOptions;

/**
 * How a policy is shaped and trained.
 *
 * @param layerWidths widths of the layers that each vertex passes
 * @param frequencies frequencies of the positional encoding
 * @param epochs most passes through the demonstrations
 * @param batchSize demonstrations or rollouts per update
 * @param learningRate learning rate of Adam at the beginning of the first phase
 * @param finalRate learning rate at the end of a phase as part of that at its beginning
 * @param validationPart part of the demonstrations set aside
 * @param patience epochs without a better validation loss after which the first phase stops
 * @param refinementEpochs epochs of the second phase
 * @param rollouts rollouts per epoch of the second phase
 * @param refinementRate learning rate at the beginning of the second phase
 * @param feasibilityWeight weight of the contact and retention terms in the second phase
 * @param forceWeight weight of the force term in the second phase
 * @param actionWeight weight of keeping the joint targets in the second phase
 */
record GraspMlpConfig(
    @Key(
            doc = "Widths of the layers that each vertex passes.",
            byDefault = "[256, 256, 256]",
            atLeast = 1,
            atMost = 4096)
        List<Double> layerWidths,
    @Key(
            doc = "Frequencies of the positional encoding: pi, 2 pi, 4 pi, ... per object size.",
            byDefault = "6",
            atLeast = 0,
            atMost = 16)
        int frequencies,
    @Key(doc = "Most passes through the demonstrations.", byDefault = "100", atLeast = 0)
        int epochs,
    @Key(doc = "Demonstrations or rollouts per update.", byDefault = "16", atLeast = 1)
        int batchSize,
    @Key(doc = "Learning rate of Adam at the beginning.", byDefault = "1e-3", above = 0)
        double learningRate,
    @Key(
            doc = "Learning rate at the end of a phase, as part of that at its beginning.",
            byDefault = "0.05",
            atLeast = 0,
            atMost = 1)
        double finalRate,
    @Key(
            doc = "Part of the demonstrations set aside; the best weights on them are kept.",
            byDefault = "0.1",
            atLeast = 0,
            below = 1)
        double validationPart,
    @Key(
            doc =
                "Epochs without a better validation loss after which the first phase stops; 0 for"
                    + " never.",
            byDefault = "0",
            atLeast = 0)
        int patience,
    @Key(
            doc = "Epochs of rollouts in the task's environment after the demonstrations.",
            byDefault = "5",
            atLeast = 0)
        int refinementEpochs,
    @Key(doc = "Rollouts per epoch of the second phase.", byDefault = "32", atLeast = 1)
        int rollouts,
    @Key(doc = "Learning rate at the beginning of the second phase.", byDefault = "1e-4", above = 0)
        double refinementRate,
    @Key(
            doc = "Weight of contact and retention in the second phase.",
            byDefault = "0.8",
            atLeast = 0)
        double feasibilityWeight,
    @Key(doc = "Weight of the force in the second phase.", byDefault = "0.3", atLeast = 0)
        double forceWeight,
    @Key(
            doc =
                "Weight in the second phase of the mean squared distance from the joint targets of"
                    + " the first; 0 as in the paper, where they drift with the layers that all"
                    + " outputs share.",
            byDefault = "0",
            atLeast = 0)
        double actionWeight) {

  /**
   * Checks the widths.
   *
   * @param layerWidths widths of the layers that each vertex passes
   * @param frequencies frequencies of the positional encoding
   * @param epochs most passes through the demonstrations
   * @param batchSize demonstrations or rollouts per update
   * @param learningRate learning rate at the beginning of the first phase
   * @param finalRate learning rate at the end of a phase
   * @param validationPart part of the demonstrations set aside
   * @param patience epochs without a better validation loss
   * @param refinementEpochs epochs of the second phase
   * @param rollouts rollouts per epoch of the second phase
   * @param refinementRate learning rate at the beginning of the second phase
   * @param feasibilityWeight weight of the contact and retention terms
   * @param forceWeight weight of the force term
   * @param actionWeight weight of keeping the joint targets
   */
  public GraspMlpConfig {
    layerWidths = List.copyOf(layerWidths);
    if (layerWidths.isEmpty() || layerWidths.stream().anyMatch(width -> width % 1 != 0)) {
      throw new IllegalArgumentException(
          "layer-widths is " + layerWidths + ", but must be one or more whole numbers");
    }
  }

  List<Integer> widths() {
    return layerWidths.stream().map(Double::intValue).toList();
  }

  FitOptions imitation() {
    return new FitOptions(epochs, batchSize, learningRate, finalRate, patience);
  }

  FitOptions refinement() {
    return new FitOptions(refinementEpochs, batchSize, refinementRate, finalRate, 0);
  }
}
