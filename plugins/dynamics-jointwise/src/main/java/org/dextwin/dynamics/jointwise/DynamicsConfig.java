package org.dextwin.dynamics.jointwise;

import java.util.List;
import org.dextwin.api.spi.Key;
import org.dextwin.learning.training.FitOptions;

/**
 * How a dynamics model is shaped and trained.
 *
 * @param window steps in a history
 * @param layerWidths widths of the hidden layers of each network
 * @param epochs most passes through the transitions
 * @param batchSize transitions per update
 * @param learningRate learning rate of Adam at the beginning
 * @param finalRate learning rate at the end as part of that at the beginning
 * @param validationPart part of the recordings set aside
 * @param patience epochs without a better validation loss after which training stops
 * @param fineTuningRate learning rate at the beginning of a fine-tuning
 * @param historyNoiseRad standard deviation of the last position of histories [rad]
 */
record DynamicsConfig(
    @Key(doc = "Steps in a history.", byDefault = "10", atLeast = 1, atMost = 1000) int window,
    @Key(
            doc = "Widths of the hidden layers of each network.",
            byDefault = "[64, 64]",
            atLeast = 1,
            atMost = 4096)
        List<Double> layerWidths,
    @Key(doc = "Most passes through the transitions.", byDefault = "30", atLeast = 0) int epochs,
    @Key(doc = "Transitions per update.", byDefault = "256", atLeast = 1) int batchSize,
    @Key(doc = "Learning rate of Adam at the beginning.", byDefault = "2e-3", above = 0)
        double learningRate,
    @Key(
            doc = "Learning rate at the end, as part of that at the beginning.",
            byDefault = "0.05",
            atLeast = 0,
            atMost = 1)
        double finalRate,
    @Key(
            doc =
                "Part of the recordings set aside, or of the end of each if they are few; the best"
                    + " weights on it are kept.",
            byDefault = "0.1",
            atLeast = 0,
            below = 1)
        double validationPart,
    @Key(
            doc =
                "Epochs without a better validation loss after which a group's training stops; 0"
                    + " for never.",
            byDefault = "0",
            atLeast = 0)
        int patience,
    @Key(
            doc = "Learning rate at the beginning when a trained model is fine-tuned.",
            byDefault = "5e-4",
            above = 0)
        double fineTuningRate,
    @Key(
            doc =
                "Standard deviation of the last position in histories that are learnt from, whose"
                    + " error has walked there from the first; it teaches models to return to what"
                    + " they know when they are followed for many steps.",
            byDefault = "0.005",
            atLeast = 0,
            atMost = 1)
        double historyNoiseRad) {

  /**
   * Checks the widths.
   *
   * @param window steps in a history
   * @param layerWidths widths of the hidden layers of each network
   * @param epochs most passes through the transitions
   * @param batchSize transitions per update
   * @param learningRate learning rate of Adam at the beginning
   * @param finalRate learning rate at the end as part of that at the beginning
   * @param validationPart part of the recordings set aside
   * @param patience epochs without a better validation loss after which training stops
   * @param fineTuningRate learning rate at the beginning of a fine-tuning
   * @param historyNoiseRad standard deviation of the last position of histories [rad]
   */
  public DynamicsConfig {
    layerWidths = List.copyOf(layerWidths);
    if (layerWidths.stream().anyMatch(width -> width % 1 != 0)) {
      throw new IllegalArgumentException(
          "layer-widths is " + layerWidths + ", but must be whole numbers");
    }
  }

  List<Integer> widths() {
    return layerWidths.stream().map(Double::intValue).toList();
  }

  FitOptions options(boolean fineTuning) {
    return new FitOptions(
        epochs, batchSize, fineTuning ? fineTuningRate : learningRate, finalRate, patience);
  }
}
