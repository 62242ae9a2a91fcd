package org.dextwin.dynamics.jointwise.internal.residual;

import java.util.Optional;
import org.dextwin.api.learning.DynamicsModel;
import org.dextwin.api.learning.Policy;
import org.dextwin.api.spi.ComponentRef;
import org.dextwin.api.spi.Key;
import org.dextwin.learning.training.FitOptions;

/**
 * How corrections are shaped and trained.
 *
 * @param base the base policy
 * @param dynamics dynamics of the world to compensate for
 * @param boundRad largest correction of a target [rad]
 * @param width width of the network
 * @param blocks residual blocks of the network
 * @param episodes episodes that the base policy plays
 * @param epochs most passes through them
 * @param steps steps of a stretch
 * @param batchSize stretches per update
 * @param learningRate learning rate of Adam at the beginning
 * @param finalRate learning rate at the end as part of that at the beginning
 * @param validationPart part of the episodes set aside
 * @param patience epochs without a better validation loss after which training stops
 * @param effort weight of the corrections themselves
 */
public record ResidualConfig(
    @Key(doc = "The base policy; an experiment that makes one supplies it.")
        Optional<ComponentRef<Policy>> base,
    @Key(
            doc =
                "Dynamics of the world to compensate for; an experiment that trains them supplies"
                    + " them.")
        Optional<ComponentRef<DynamicsModel>> dynamics,
    @Key(doc = "Largest correction of a joint's target.", byDefault = "0.1", above = 0, atMost = 1)
        double boundRad,
    @Key(doc = "Width of the network.", byDefault = "256", atLeast = 1, atMost = 4096) int width,
    @Key(doc = "Residual blocks of the network.", byDefault = "5", atLeast = 0, atMost = 100)
        int blocks,
    @Key(doc = "Episodes that the base policy plays.", byDefault = "40", atLeast = 1) int episodes,
    @Key(doc = "Most passes through them.", byDefault = "30", atLeast = 0) int epochs,
    @Key(
            doc =
                "Steps of a stretch, through which dynamics and corrections are followed; those of"
                    + " its second half count.",
            byDefault = "40",
            atLeast = 1)
        int steps,
    @Key(doc = "Stretches per update.", byDefault = "16", atLeast = 1) int batchSize,
    @Key(doc = "Learning rate of Adam at the beginning.", byDefault = "1e-3", above = 0)
        double learningRate,
    @Key(
            doc = "Learning rate at the end, as part of that at the beginning.",
            byDefault = "0.05",
            atLeast = 0,
            atMost = 1)
        double finalRate,
    @Key(
            doc = "Part of the episodes set aside; the best weights on them are kept.",
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
            doc = "Weight of the mean squared correction beside that of the mean squared error.",
            byDefault = "1e-3",
            atLeast = 0)
        double effort) {

  FitOptions options() {
    return new FitOptions(epochs, batchSize, learningRate, finalRate, patience);
  }
}
