package org.dextwin.experiments.dexndm;

import java.util.List;
import java.util.Optional;
import org.dextwin.api.learning.Task;
import org.dextwin.api.spi.ComponentRef;
import org.dextwin.api.spi.Key;

/**
 * Settings of the experiment {@code ablations}.
 *
 * <p><i>Thread safety</i>: immutable.
 *
 * @param scale how much is done
 * @param base the base policy
 * @param home where it is at home
 * @param rollouts its episodes there, which are replayed
 * @param recordings what is learnt from
 * @param shifted what models are used for
 * @param testTransitions how much errors are measured on
 * @param variants what is compared
 * @param scaling how much the first variant learns from
 * @param horizon steps of predictions in open loop
 * @param played where the policies of all variants are played
 * @param trials episodes of each
 */
record AblationsConfig(
    @Key(
            doc =
                "How much is done: smoke, 1000 transitions and 2 trials, or paper-shape, all that"
                    + " the other keys say.",
            byDefault = "smoke")
        Scale scale,
    @Key(doc = "The base policy.") BaseConfig base,
    @Key(doc = "The task in the source world, for which the base policy was made.")
        ComponentRef<Task> home,
    @Key(
            doc = "Episodes that it plays there, whose targets are replayed.",
            byDefault = "60",
            atLeast = 1)
        int rollouts,
    @Key(doc = "What is learnt from.") List<RecordedConfig> recordings,
    @Key(doc = "What models are used for, and nothing is learnt from.") DistributionConfig shifted,
    @Key(doc = "Transitions that errors are measured on.", byDefault = "20000", atLeast = 100)
        int testTransitions,
    @Key(doc = "What is compared; the first is the whole method.") List<MethodConfig> variants,
    @Key(
            doc =
                "Numbers of transitions that the first variant learns from, for the scaling curve.",
            byDefault = "[1000, 3000, 10000, 30000, 100000]",
            atLeast = 100,
            atMost = 1e8)
        List<Double> scaling,
    @Key(doc = "Steps of predictions in open loop.", byDefault = "20", atLeast = 1) int horizon,
    @Key(doc = "Where the policies of all variants are played; left out, only errors are measured.")
        Optional<ComponentRef<Task>> played,
    @Key(doc = "Episodes of each.", byDefault = "20", atLeast = 1) int trials) {

  private static final int SMOKE = 1000;
  private static final int SMOKE_TEST = 400;

  /** Checks the names. */
  AblationsConfig {
    recordings = List.copyOf(recordings);
    variants = List.copyOf(variants);
    scaling = scaling.stream().sorted().distinct().toList();
    Names.requireDistinct("variants", variants.stream().map(MethodConfig::name).toList());
    List<String> known = recordings.stream().map(it -> it.from().name()).toList();
    Names.requireDistinct("recordings", known);
    for (MethodConfig variant : variants) {
      if (variant.target().isEmpty()) {
        throw new IllegalArgumentException(
            "variant '" + variant.name() + "' learns nothing; give it dynamics and a target");
      }
      variant.requireKnown("variant", known);
    }
  }

  int usedRollouts() {
    return scale.used(rollouts, 4);
  }

  int used(RecordedConfig recorded) {
    return scale.used(recorded.transitions(), SMOKE);
  }

  int usedTest() {
    return scale.used(testTransitions, SMOKE_TEST);
  }

  int usedTrials() {
    return scale.used(trials, 2);
  }

  /** Amounts of data up to that of the recording. */
  List<Integer> usedScaling(int recorded) {
    List<Integer> sizes =
        scaling.stream().map(Double::intValue).filter(size -> size <= recorded).toList();
    return sizes.size() >= 2 ? sizes : List.of(recorded / 2, recorded);
  }
}
