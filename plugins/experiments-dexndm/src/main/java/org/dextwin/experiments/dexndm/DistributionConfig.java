package org.dextwin.experiments.dexndm;

import org.dextwin.api.learning.Task;
import org.dextwin.api.spi.ComponentRef;
import org.dextwin.api.spi.Key;
import org.dextwin.experiments.dexndm.internal.collect.Actions;
import org.dextwin.experiments.dexndm.internal.collect.Collection;

/**
 * How recordings are made.
 *
 * <p><i>Thread safety</i>: immutable.
 *
 * @param name name of the distribution
 * @param task where the hand moves
 * @param actions what moves it
 * @param noiseProbability probability that a step of a replay is disturbed
 * @param noiseRad standard deviation of the disturbance [rad]
 */
record DistributionConfig(
    @Key(doc = "Its name, in kebab-case.") String name,
    @Key(doc = "Where the hand moves; a task that says how a hand is felt and moved.")
        ComponentRef<Task> task,
    @Key(doc = "What drives the hand: replay, policy, waves or probe.", byDefault = "replay")
        Actions actions,
    @Key(
            doc = "Probability that a replayed step is disturbed.",
            byDefault = "0.5",
            atLeast = 0,
            atMost = 1)
        double noiseProbability,
    @Key(doc = "Standard deviation of the disturbance.", byDefault = "0.01", atLeast = 0)
        double noiseRad) {

  /** Checks the name. */
  DistributionConfig {
    Names.requireKebabCase(name);
  }

  Collection.Noise noise() {
    return new Collection.Noise(noiseProbability, noiseRad);
  }
}
