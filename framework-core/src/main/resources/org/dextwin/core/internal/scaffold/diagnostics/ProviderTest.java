package @package@;

import org.dextwin.api.spi.ComponentProvider;
import org.dextwin.api.spi.Diagnostics;
import org.dextwin.testkit.DiagnosticsContract;

/** Keeps the contract of its role. */
final class @Class@ProviderTest extends DiagnosticsContract<@Class@Config> {

  @Override
  protected ComponentProvider<Diagnostics, @Class@Config> provider() {
    return new @Class@Provider();
  }
}
