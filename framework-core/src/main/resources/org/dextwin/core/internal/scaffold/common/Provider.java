package @package@;

import @role.class@;
import org.dextwin.api.spi.ComponentContext;
import org.dextwin.api.spi.ComponentProvider;
import org.dextwin.api.spi.Settings;

/**
 * Makes the @role@ {@code @name@}.
 *
 * <p><i>Thread safety</i>: thread-safe; holds no state.
 */
public final class @Class@Provider implements ComponentProvider<@Role@, @Class@Config> {

  @Override
  public Class<@Role@> type() {
    return @Role@.class;
  }

  @Override
  public String name() {
    return "@name@";
  }

  @Override
  public @Class@Config configure(Settings settings) {
    return settings.as(@Class@Config.class);
  }

  @Override
  public @Role@ create(@Class@Config config, ComponentContext context) {
    return @create@;
  }
}
