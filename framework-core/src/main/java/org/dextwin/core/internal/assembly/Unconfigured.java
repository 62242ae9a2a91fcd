package org.dextwin.core.internal.assembly;

import java.util.random.RandomGenerator;
import org.dextwin.api.spi.Component;
import org.dextwin.api.spi.ComponentContext;
import org.dextwin.api.spi.ComponentProvider;
import org.dextwin.api.spi.ComponentRef;
import org.dextwin.core.internal.config.BlockSettings;
import org.dextwin.core.internal.plugin.Offer;

/** Makes the parts of plugins that take no configuration: diagnostics and commands. */
public final class Unconfigured {

  private Unconfigured() {}

  /**
   * Makes a part.
   *
   * @return the part; the caller closes it
   */
  public static Component create(Offer offer) {
    return create(offer.provider(), offer);
  }

  private static <T extends Component, C> Component create(
      ComponentProvider<T, C> provider, Offer offer) {
    C configuration = provider.configure(BlockSettings.empty(offer.name()));
    return provider.create(configuration, new NoContext(offer.roleName()));
  }

  /** Such parts refer to nothing and draw nothing. */
  private record NoContext(String role) implements ComponentContext {

    @Override
    public <D extends Component> D resolve(ComponentRef<D> reference) {
      throw new IllegalStateException("a part of the role '" + role + "' has no references");
    }

    @Override
    public RandomGenerator random(String stream) {
      return RandomStreams.of(0, role, stream);
    }
  }
}
