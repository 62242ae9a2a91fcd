package org.dextwin.experiments.dexndm;

import java.util.List;
import org.dextwin.api.learning.DynamicsTrainer;
import org.dextwin.api.learning.PolicyTrainer;
import org.dextwin.api.learning.Task;
import org.dextwin.api.spi.ComponentRef;
import org.dextwin.api.spi.Key;

/**
 * Settings of the experiment {@code residual}.
 *
 * <p><i>Thread safety</i>: immutable.
 *
 * @param scale how much is done
 * @param base policy whose targets are followed
 * @param home where it is at home
 * @param rollouts its episodes there
 * @param dynamics learns the dynamics
 * @param corrections learns the corrections
 * @param source recordings of the source world
 * @param target the same of the target world
 * @param reference the free hand in the source world
 * @param tracked the free hand in the target world
 * @param sourceTransitions how much is learnt in the source world
 * @param targetTransitions how much is learnt in the target world
 * @param trials episodes of each measurement
 */
record ResidualConfig(
    @Key(
            doc =
                "How much is done: smoke, 2000 transitions and 3 trials, or paper-shape, all that"
                    + " the other keys say.",
            byDefault = "smoke")
        Scale scale,
    @Key(doc = "The base policy, whose targets are followed.") BaseConfig base,
    @Key(doc = "The task in the world in which the base policy was made.") ComponentRef<Task> home,
    @Key(
            doc = "Episodes that it plays there, whose targets are followed.",
            byDefault = "40",
            atLeast = 2)
        int rollouts,
    @Key(doc = "Learns the dynamics of the target world.", byDefault = "dynamics-trainer")
        ComponentRef<DynamicsTrainer> dynamics,
    @Key(doc = "Learns the corrections.", byDefault = "policy-trainer")
        ComponentRef<PolicyTrainer> corrections,
    @Key(doc = "What dynamics are learnt from first, in the source world.")
        DistributionConfig source,
    @Key(doc = "The same in the target world.") DistributionConfig target,
    @Key(doc = "The free hand in the source world.") ComponentRef<Task> reference,
    @Key(doc = "The free hand in the target world.") ComponentRef<Task> tracked,
    @Key(doc = "Transitions learnt from in the source world.", byDefault = "100000", atLeast = 100)
        int sourceTransitions,
    @Key(doc = "Transitions learnt from in the target world.", byDefault = "50000", atLeast = 100)
        int targetTransitions,
    @Key(doc = "Episodes of each measurement.", byDefault = "20", atLeast = 1) int trials) {

  private static final int SMOKE = 2000;

  /** Checks the names. */
  ResidualConfig {
    Names.requireDistinct("source and target", List.of(source.name(), target.name()));
  }

  int usedRollouts() {
    return scale.used(rollouts, 4);
  }

  int usedSource() {
    return scale.used(sourceTransitions, SMOKE);
  }

  int usedTarget() {
    return scale.used(targetTransitions, SMOKE);
  }

  int usedTrials() {
    return scale.used(trials, 3);
  }
}
