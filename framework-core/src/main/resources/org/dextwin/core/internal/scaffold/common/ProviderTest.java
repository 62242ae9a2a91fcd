package @package@;

import java.util.Map;
import @role.class@;
import org.dextwin.api.spi.ComponentProvider;
import @contract.class@;

/** Keeps the contract of its role. */
final class @Class@ProviderTest extends @Contract@<@contract.arguments@> {

  @Override
  protected ComponentProvider<@Role@, @Class@Config> provider() {
    return new @Class@Provider();
  }

  @Override
  protected Map<String, Object> validSettings() {
    return Map.of(@settings@);
  }
}
