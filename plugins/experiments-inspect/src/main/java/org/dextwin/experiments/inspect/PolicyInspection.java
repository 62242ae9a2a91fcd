package org.dextwin.experiments.inspect;

import java.util.Arrays;
import java.util.SplittableRandom;
import org.dextwin.api.experiment.ExperimentContext;
import org.dextwin.api.learning.Policy;
import org.dextwin.api.learning.PolicySpec;

/** Shows a policy observations drawn at random, and looks whether it keeps its promises. */
final class PolicyInspection implements Inspection {

  private final Policy policy;
  private final int observations;
  private final long seed;

  PolicyInspection(Policy policy, int observations, long seed) {
    this.policy = policy;
    this.observations = observations;
    this.seed = seed;
  }

  @Override
  public void report(ExperimentContext context) {
    PolicySpec spec = policy.spec();
    float[][] first = act(spec, context);
    float[][] second = act(spec, context);
    double largest = 0;
    double sum = 0;
    for (float[] action : first) {
      for (float number : action) {
        largest = Math.max(largest, Math.abs(number));
        sum += Math.abs(number);
      }
    }
    context.metric("policy_observation_size", spec.observationSize());
    context.metric("policy_action_size", spec.actionSize());
    context.metric("policy_mean_action", sum / observations / spec.actionSize());
    context.metric("policy_largest_action", largest);
    context.metric("policy_repeats", Arrays.deepEquals(first, second) ? 1 : 0);
  }

  private float[][] act(PolicySpec spec, ExperimentContext context) {
    SplittableRandom random = new SplittableRandom(seed);
    policy.reset(seed);
    float[][] actions = new float[observations][];
    for (int i = 0; i < observations; i++) {
      context.checkCancelled();
      float[] observation = new float[spec.observationSize()];
      for (int j = 0; j < observation.length; j++) {
        observation[j] = (float) random.nextDouble(-1, 1);
      }
      float[] action = policy.act(observation);
      for (float number : action) {
        if (action.length != spec.actionSize() || !(Math.abs(number) <= spec.actionBound())) {
          throw new IllegalStateException(
              "the policy answers "
                  + Arrays.toString(action)
                  + ", but promises "
                  + spec.actionSize()
                  + " numbers up to "
                  + spec.actionBound());
        }
      }
      actions[i] = action.clone();
    }
    return actions;
  }
}
