package @package@;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.dextwin.api.learning.Policy;
import org.dextwin.api.spi.ComponentProvider;
import org.dextwin.testkit.learning.PolicyContract;
import org.junit.jupiter.api.Test;

/** Keeps the contract of its role. */
final class @Class@ProviderTest extends PolicyContract<@Class@Config> {

  @Override
  protected ComponentProvider<Policy, @Class@Config> provider() {
    return new @Class@Provider();
  }

  @Override
  protected Map<String, Object> validSettings() {
    return Map.of("observation-size", 3, "action-size", 2, "action-bound", 0.4, "gain", 0.5);
  }

  @Test
  void actsAgainstWhatItSeesAndKeepsTheBound() {
    Policy policy = create();
    policy.reset(SEED);
    assertThat(policy.act(new float[] {0.2f, 10, 0.1f})).containsExactly(-0.15f, -0.4f);
  }
}
