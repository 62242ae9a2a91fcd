package @package@;

import org.dextwin.api.spi.Command;
import org.dextwin.api.spi.ComponentProvider;
import org.dextwin.testkit.CommandContract;

/** Keeps the contract of its role. */
final class @Class@ProviderTest extends CommandContract<@Class@Config> {

  @Override
  protected ComponentProvider<Command, @Class@Config> provider() {
    return new @Class@Provider();
  }
}
