package org.dextwin.testkit.learning;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import org.dextwin.api.learning.Policy;
import org.dextwin.api.learning.PolicySpec;

/** What the contracts of policies and of their trainers look at. */
final class PolicyChecks {

  private static final int STEPS = 5;

  private PolicyChecks() {}

  /** Numbers of order 0.1, as lengths of objects and angles are. */
  static float[] observation(PolicySpec spec, SplittableRandom random) {
    float[] observation = new float[spec.observationSize()];
    for (int i = 0; i < observation.length; i++) {
      observation[i] = (float) (0.2 * random.nextDouble() - 0.1);
    }
    return observation;
  }

  /** Actions of an episode of random observations. */
  static List<Float> actions(Policy policy, long seed) {
    SplittableRandom random = new SplittableRandom(seed);
    List<Float> actions = new ArrayList<>();
    policy.reset(seed);
    for (int i = 0; i < STEPS; i++) {
      for (float number : policy.act(observation(policy.spec(), random))) {
        actions.add(number);
      }
    }
    return actions;
  }

  static void assertWithinSpec(Policy policy, long seed) {
    List<Float> actions = actions(policy, seed);
    float bound = policy.spec().actionBound();
    assertThat(actions)
        .as("numbers of %d actions", STEPS)
        .hasSize(STEPS * policy.spec().actionSize());
    assertThat(actions)
        .as("numbers of actions, bounded by %s", bound)
        .allMatch(number -> Math.abs(number) <= bound); // not so for NaN
  }
}
