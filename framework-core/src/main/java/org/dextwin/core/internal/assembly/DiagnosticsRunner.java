package org.dextwin.core.internal.assembly;

import java.util.List;
import java.util.random.RandomGenerator;
import org.dextwin.api.spi.Component;
import org.dextwin.api.spi.ComponentContext;
import org.dextwin.api.spi.ComponentProvider;
import org.dextwin.api.spi.ComponentRef;
import org.dextwin.api.spi.Diagnostics;
import org.dextwin.core.internal.config.BlockSettings;
import org.dextwin.core.internal.plugin.Offer;

/** Runs the diagnostics of a plugin, which take no configuration. */
public final class DiagnosticsRunner {

  private DiagnosticsRunner() {}

  /** Returns what a plugin finds; that it fails is a finding too. */
  public static List<Diagnostics.Finding> examine(Offer offer) {
    try (Component component = create(offer.provider(), offer)) {
      return ((Diagnostics) component).examine();
    } catch (RuntimeException | LinkageError e) {
      return List.of(
          new Diagnostics.Finding(
              offer.name(),
              Diagnostics.Health.MISSING,
              "the diagnostics of " + offer.origin() + " failed: " + e,
              "report this to the authors of the plugin"));
    }
  }

  private static <T extends Component, C> Component create(
      ComponentProvider<T, C> provider, Offer offer) {
    C configuration = provider.configure(BlockSettings.empty(offer.name()));
    return provider.create(configuration, new NoContext());
  }

  /** Diagnostics refer to nothing and draw nothing. */
  private static final class NoContext implements ComponentContext {

    @Override
    public <D extends Component> D resolve(ComponentRef<D> reference) {
      throw new IllegalStateException("diagnostics have no references");
    }

    @Override
    public RandomGenerator random(String stream) {
      return RandomStreams.of(0, "diagnostics", stream);
    }
  }
}
