package @package@;

import java.util.Map;
import org.dextwin.api.learning.PolicyTrainer;
import org.dextwin.api.learning.Task;
import org.dextwin.api.spi.ComponentProvider;
import org.dextwin.testkit.learning.FakeTask;
import org.dextwin.testkit.learning.PolicyTrainerContract;

/** Keeps the contract of its role. */
final class @Class@ProviderTest extends PolicyTrainerContract<@Class@Config> {

  @Override
  protected ComponentProvider<PolicyTrainer, @Class@Config> provider() {
    return new @Class@Provider();
  }

  @Override
  protected Map<String, Object> validSettings() {
    return Map.of("rounds", 8, "episodes", 3);
  }

  @Override
  protected Task task() {
    return new FakeTask();
  }
}
