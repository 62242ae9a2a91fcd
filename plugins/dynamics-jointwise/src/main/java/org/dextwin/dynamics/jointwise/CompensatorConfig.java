package org.dextwin.dynamics.jointwise;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.dextwin.api.spi.Key;
import org.dextwin.api.spi.PathKind;
import org.dextwin.learning.training.FitOptions;

/**
 * How a compensator is shaped and trained.
 *
 * @param source the dynamics that are compensated
 * @param objectJoints joints that are not the hand's but the object's
 * @param boundRad largest change of a target
 * @param layerWidths widths of the hidden layers
 * @param epochs most passes through the transitions
 * @param batchSize transitions per update
 * @param learningRate learning rate of Adam at the beginning
 * @param finalRate learning rate at the end as part of that at the beginning
 * @param validationPart part of the recordings set aside
 * @param patience epochs without a better validation loss after which training stops
 * @param historyNoiseRad standard deviation of the last position of histories [rad]
 */
record CompensatorConfig(
    @Key(
            doc =
                "File of the source world's dynamics, dynamics.safetensors; an experiment that"
                    + " trains them starts from them instead.",
            path = PathKind.FILE)
        Optional<Path> source,
    @Key(
            doc =
                "Joints of the recordings that are the object's, whose weight rises from 0.001 to 2"
                    + " over passes 10 to 200.",
            byDefault = "[]")
        List<String> objectJoints,
    @Key(doc = "Largest change of a target.", byDefault = "0.3", above = 0, atMost = 3)
        double boundRad,
    @Key(doc = "Widths of the hidden layers.", byDefault = "[64, 64]", atLeast = 1, atMost = 4096)
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
                "Epochs without a better validation loss after which training stops; 0 for never.",
            byDefault = "0",
            atLeast = 0)
        int patience,
    @Key(
            doc =
                "Standard deviation of the last position in histories that are learnt from, whose"
                    + " error has walked there from the first.",
            byDefault = "0.005",
            atLeast = 0,
            atMost = 1)
        double historyNoiseRad) {

  /**
   * Checks the widths.
   *
   * @param source the dynamics that are compensated
   * @param objectJoints joints that are not the hand's but the object's
   * @param boundRad largest change of a target
   * @param layerWidths widths of the hidden layers
   * @param epochs most passes through the transitions
   * @param batchSize transitions per update
   * @param learningRate learning rate of Adam at the beginning
   * @param finalRate learning rate at the end as part of that at the beginning
   * @param validationPart part of the recordings set aside
   * @param patience epochs without a better validation loss after which training stops
   * @param historyNoiseRad standard deviation of the last position of histories [rad]
   */
  public CompensatorConfig {
    objectJoints = List.copyOf(objectJoints);
    layerWidths = List.copyOf(layerWidths);
    if (layerWidths.stream().anyMatch(width -> width % 1 != 0)) {
      throw new IllegalArgumentException(
          "layer-widths is " + layerWidths + ", but must be whole numbers");
    }
  }

  List<Integer> widths() {
    return layerWidths.stream().map(Double::intValue).toList();
  }

  FitOptions options() {
    return new FitOptions(epochs, batchSize, learningRate, finalRate, patience);
  }
}
