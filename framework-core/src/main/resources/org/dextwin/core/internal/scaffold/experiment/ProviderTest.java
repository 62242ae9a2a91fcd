package @package@;

import java.util.Map;
import org.dextwin.api.experiment.Experiment;
import org.dextwin.api.sim.Simulator;
import org.dextwin.api.spi.ComponentProvider;
import org.dextwin.testkit.TestComponentContext;
import org.dextwin.testkit.experiment.ExperimentContract;
import org.dextwin.testkit.sim.FakeSimulator;

/** Keeps the contract of its role. */
final class @Class@ProviderTest extends ExperimentContract<@Class@Config> {

  @Override
  protected ComponentProvider<Experiment, @Class@Config> provider() {
    return new @Class@Provider();
  }

  @Override
  protected Map<String, Object> validSettings() {
    return Map.of("duration-s", 0.2);
  }

  @Override
  protected void supply(TestComponentContext context) {
    context.with(Simulator.class, new FakeSimulator(0.001));
  }
}
