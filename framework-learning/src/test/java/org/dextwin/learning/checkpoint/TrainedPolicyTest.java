package org.dextwin.learning.checkpoint;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import org.dextwin.api.learning.Policy;
import org.dextwin.api.learning.PolicySpec;
import org.dextwin.api.spi.InvalidInputException;
import org.junit.jupiter.api.Test;

class TrainedPolicyTest {

  private static final Path FILE = Path.of("policy.safetensors");
  private static final PolicySpec OWN = new PolicySpec(3, 2, 1);

  private final Trained policy = new Trained();

  private static final class Trained implements Policy {

    private boolean closed;

    @Override
    public PolicySpec spec() {
      return OWN;
    }

    @Override
    public void reset(long seed) {}

    @Override
    public float[] act(float[] observation) {
      return new float[2];
    }

    @Override
    public void close() {
      closed = true;
    }
  }

  @Test
  void taskOfTheTrainingIsAccepted() {
    assertThat(TrainedPolicy.fitting(policy, FILE, OWN)).isSameAs(policy);
    assertThat(policy.closed).isFalse();
  }

  @Test
  void taskThatBearsLargerActionsFits() {
    assertThat(TrainedPolicy.fitting(policy, FILE, new PolicySpec(3, 2, 2))).isSameAs(policy);
    assertThat(policy.closed).isFalse();
  }

  @Test
  void othersDoNotFit() {
    assertUnfit(new PolicySpec(4, 2, 1));
    assertUnfit(new PolicySpec(3, 1, 1));
    assertUnfit(new PolicySpec(3, 2, 0.5f));
  }

  private static void assertUnfit(PolicySpec task) {
    Trained policy = new Trained();
    assertThatThrownBy(() -> TrainedPolicy.fitting(policy, FILE, task))
        .isInstanceOf(InvalidInputException.class)
        .hasMessage(
            "policy.safetensors: was trained for "
                + OWN
                + ", but the task has "
                + task
                + "; train for this task");
    assertThat(policy.closed).isTrue();
  }
}
