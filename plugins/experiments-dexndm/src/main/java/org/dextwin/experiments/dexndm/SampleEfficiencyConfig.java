package org.dextwin.experiments.dexndm;

import java.util.ArrayList;
import java.util.List;
import org.dextwin.api.learning.Task;
import org.dextwin.api.spi.ComponentRef;
import org.dextwin.api.spi.Key;

/**
 * Settings of the experiment {@code sample-efficiency}.
 *
 * <p><i>Thread safety</i>: immutable.
 *
 * @param scale how much is done
 * @param base policy that is replayed or played
 * @param home where it is at home
 * @param rollouts its episodes there, which are replayed
 * @param factorisations what is compared
 * @param distributions what is learnt from
 * @param shifted what the models are used for
 * @param transitions how much is learnt from
 * @param testTransitions how much errors are measured on
 * @param repeats trainings of each kind
 * @param horizon steps of predictions in open loop
 */
record SampleEfficiencyConfig(
    @Key(
            doc =
                "How much is done: smoke, at most 1000 transitions and one training of each kind,"
                    + " or paper-shape, all that the other keys say.",
            byDefault = "smoke")
        Scale scale,
    @Key(doc = "The base policy.") BaseConfig base,
    @Key(doc = "The task in the world in which the base policy was made.") ComponentRef<Task> home,
    @Key(
            doc = "Episodes that it plays there, whose targets are replayed.",
            byDefault = "60",
            atLeast = 1)
        int rollouts,
    @Key(doc = "Trainers to compare, the first of which the others are held against.")
        List<TrainerConfig> factorisations,
    @Key(doc = "What is learnt from.") List<DistributionConfig> distributions,
    @Key(doc = "What the models are used for, and nothing is learnt from.")
        DistributionConfig shifted,
    @Key(
            doc = "Numbers of transitions to learn from.",
            byDefault = "[1000, 3000, 10000, 30000, 100000, 300000, 1000000]",
            atLeast = 100,
            atMost = 1e8)
        List<Double> transitions,
    @Key(doc = "Transitions that errors are measured on.", byDefault = "20000", atLeast = 100)
        int testTransitions,
    @Key(doc = "Trainings of each kind, from other data.", byDefault = "3", atLeast = 1)
        int repeats,
    @Key(doc = "Steps of predictions in open loop.", byDefault = "20", atLeast = 1) int horizon) {

  /** What is enough to see that it works. */
  private static final int SMOKE = 1000;

  private static final int SMOKE_TEST = 400;

  private static final int SMOKE_ROLLOUTS = 4;

  /** Checks names and numbers. */
  SampleEfficiencyConfig {
    factorisations = List.copyOf(factorisations);
    distributions = List.copyOf(distributions);
    Names.requireDistinct(
        "factorisations", factorisations.stream().map(TrainerConfig::name).toList());
    List<String> names =
        new ArrayList<>(distributions.stream().map(DistributionConfig::name).toList());
    if (names.isEmpty()) {
      throw new IllegalArgumentException("distributions is empty; name one or more to learn from");
    }
    names.add(shifted.name());
    Names.requireDistinct("distributions and shifted", names);
    if (transitions.isEmpty() || transitions.stream().anyMatch(it -> it % 1 != 0)) {
      throw new IllegalArgumentException(
          "transitions is " + transitions + "; it must be one or more whole numbers");
    }
    transitions = transitions.stream().sorted().distinct().toList();
  }

  List<Integer> usedSizes() {
    List<Integer> all = transitions.stream().map(Double::intValue).toList();
    List<Integer> small = all.stream().filter(size -> size <= SMOKE).toList();
    return scale == Scale.PAPER_SHAPE ? all : small.isEmpty() ? all.subList(0, 1) : small;
  }

  int usedTest() {
    return scale.used(testTransitions, SMOKE_TEST);
  }

  int usedRepeats() {
    return scale.used(repeats, 1);
  }

  int usedRollouts() {
    return scale.used(rollouts, SMOKE_ROLLOUTS);
  }
}
