package org.dextwin.experiments.dexndm;

import java.util.List;
import org.dextwin.api.learning.Task;
import org.dextwin.api.spi.ComponentRef;
import org.dextwin.api.spi.Key;

/**
 * Settings of the experiment {@code sim-to-sim}.
 *
 * <p><i>Thread safety</i>: immutable.
 *
 * @param scale how much is done
 * @param base the base policy
 * @param home where it is at home
 * @param rollouts its episodes there, which are replayed
 * @param recordings what is learnt from
 * @param methods what is compared
 * @param cases what it is compared in
 * @param trials episodes of each cell
 */
record SimToSimConfig(
    @Key(
            doc =
                "How much is done: smoke, 2000 transitions and 2 trials, or paper-shape, all that"
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
    @Key(doc = "What is compared; the first is held against each of the others.")
        List<MethodConfig> methods,
    @Key(doc = "What it is compared in.") List<CaseConfig> cases,
    @Key(doc = "Episodes of each cell.", byDefault = "20", atLeast = 1) int trials) {

  private static final int SMOKE = 2000;

  /**
   * What methods are compared in.
   *
   * @param name its name
   * @param task what is played
   */
  record CaseConfig(
      @Key(doc = "Its name, in kebab-case.") String name,
      @Key(doc = "What is played, in the target world.") ComponentRef<Task> task) {}

  /** Checks the names. */
  SimToSimConfig {
    recordings = List.copyOf(recordings);
    methods = List.copyOf(methods);
    cases = List.copyOf(cases);
    Names.requireDistinct("methods", methods.stream().map(MethodConfig::name).toList());
    Names.requireDistinct("cases", cases.stream().map(CaseConfig::name).toList());
    List<String> known = recordings.stream().map(it -> it.from().name()).toList();
    if (!known.isEmpty()) {
      Names.requireDistinct("recordings", known);
    }
    for (MethodConfig method : methods) {
      method.requireKnown("method", known);
    }
  }

  int usedRollouts() {
    return scale.used(rollouts, 4);
  }

  int used(RecordedConfig recorded) {
    return scale.used(recorded.transitions(), SMOKE);
  }

  int usedTrials() {
    return scale.used(trials, 2);
  }
}
