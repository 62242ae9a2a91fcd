package @package@;

import java.util.Map;
import org.dextwin.api.sim.Integrator;
import org.dextwin.api.spi.ComponentProvider;
import org.dextwin.testkit.sim.IntegratorContract;

/** Keeps the contract of its role. */
final class @Class@ProviderTest extends IntegratorContract<@Class@Config> {

  @Override
  protected ComponentProvider<Integrator, @Class@Config> provider() {
    return new @Class@Provider();
  }

  @Override
  protected Map<String, Object> validSettings() {
    return Map.of("substeps", 2);
  }

  /** Remove this when steppers are {@code DifferentiableStepper}s. */
  @Override
  protected boolean differentiable() {
    return false;
  }
}
