package org.dextwin.testkit.learning;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import org.dextwin.api.learning.Policy;
import org.dextwin.api.learning.PolicySpec;
import org.dextwin.testkit.ProviderContract;
import org.junit.jupiter.api.Test;

/**
 * What every policy keeps: actions within its spec, which a seed and observations repeat.
 *
 * <p><i>Thread safety</i>: confined; JUnit makes one instance per test.
 *
 * @param <C> the configuration record
 */
public abstract class PolicyContract<C> extends ProviderContract<Policy, C> {

  /** For subclasses. */
  protected PolicyContract() {}

  @Test
  final void specIsPlausible() {
    PolicySpec spec = create().spec();
    assertThat(spec.observationSize()).as("observation size").isPositive();
    assertThat(spec.actionSize()).as("action size").isPositive();
    assertThat(spec.actionBound()).as("action bound").isPositive().isFinite();
  }

  @Test
  final void actionsAreWithinTheSpec() {
    PolicyChecks.assertWithinSpec(create(), SEED);
  }

  @Test
  final void seedRepeatsActions() {
    Policy policy = create();
    List<Float> first = PolicyChecks.actions(policy, SEED);
    PolicyChecks.actions(policy, SEED + 1);
    assertThat(PolicyChecks.actions(policy, SEED)).as("actions of the same seed").isEqualTo(first);
    assertThat(PolicyChecks.actions(create(), SEED))
        .as("actions of another policy of the same settings")
        .isEqualTo(first);
  }

  @Test
  final void observationIsNotModified() {
    Policy policy = create();
    policy.reset(SEED);
    float[] observation = PolicyChecks.observation(policy.spec(), new SplittableRandom(SEED));
    float[] copy = observation.clone();
    policy.act(observation);
    assertThat(observation).isEqualTo(copy);
  }

  @Test
  final void actionIsTheCallersOwn() {
    Policy policy = create();
    policy.reset(SEED);
    float[] action = policy.act(new float[policy.spec().observationSize()]);
    float[] copy = action.clone();
    policy.act(PolicyChecks.observation(policy.spec(), new SplittableRandom(SEED)));
    assertThat(action).as("the first action after the second").isEqualTo(copy);
  }

  @Test
  final void badObservationsAreRefused() {
    Policy policy = create();
    policy.reset(SEED);
    int size = policy.spec().observationSize();
    float[] notANumber = new float[size];
    Arrays.fill(notANumber, Float.NaN);
    assertThatThrownBy(() -> policy.act(new float[size + 1]))
        .as("an observation of another size")
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> policy.act(notANumber))
        .as("an observation of NaN")
        .isInstanceOf(IllegalArgumentException.class);
  }
}
