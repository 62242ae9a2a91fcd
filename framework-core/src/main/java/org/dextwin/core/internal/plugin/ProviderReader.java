package org.dextwin.core.internal.plugin;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.URL;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.ServiceLoader;
import org.dextwin.api.spi.ComponentProvider;
import org.pf4j.PluginClassLoader;
import org.pf4j.PluginDescriptor;
import org.pf4j.PluginWrapper;

/** Makes the providers that a plugin lists. */
final class ProviderReader {

  /** The largest plugin of this repository lists eight. */
  private static final int MOST = 1000;

  private ProviderReader() {}

  /**
   * Makes them. Anything may be thrown: this is where code of the plugin runs first.
   *
   * @throws UnusableException if there are none, or too many
   */
  static List<Offer> read(PluginWrapper plugin, Path file) throws IOException {
    PluginClassLoader loader = (PluginClassLoader) plugin.getPluginClassLoader();
    long listed = listed(loader);
    if (listed > MOST) {
      throw new UnusableException(
          "lists "
              + listed
              + " providers in "
              + Reason.SERVICE_FILE
              + ", but at most "
              + MOST
              + " are read; split it into several plugins");
    }
    List<Offer> offers = collect(plugin, loader, file);
    if (offers.isEmpty()) {
      throw new UnusableException("offers no provider: list its classes in " + Reason.SERVICE_FILE);
    }
    return offers;
  }

  private static List<Offer> collect(PluginWrapper plugin, ClassLoader loader, Path file) {
    PluginDescriptor descriptor = plugin.getDescriptor();
    List<Offer> offers = new ArrayList<>();
    @SuppressWarnings("rawtypes")
    Iterator<ServiceLoader.Provider<ComponentProvider>> providers =
        ServiceLoader.load(ComponentProvider.class, loader).stream().iterator();
    while (providers.hasNext()) {
      var provider = providers.next();
      if (provider.type().getClassLoader() == loader) { // otherwise a dependency's
        offers.add(
            Offer.of(provider.get(), descriptor.getPluginId(), descriptor.getVersion(), file));
      }
    }
    return offers;
  }

  /** Counts before anything is loaded; comments and empty lines are no providers. */
  private static long listed(PluginClassLoader loader) throws IOException {
    URL services = loader.findResource(Reason.SERVICE_FILE);
    if (services == null) {
      return 0;
    }
    var connection = services.openConnection();
    connection.setUseCaches(false); // a cached jar would stay open, and stale after a swap
    try (BufferedReader reader =
        new BufferedReader(
            new InputStreamReader(connection.getInputStream(), StandardCharsets.UTF_8))) {
      return reader
          .lines()
          .map(String::strip)
          .filter(l -> !l.isEmpty() && l.charAt(0) != '#')
          .count();
    }
  }

  /** Thrown if a plugin has nothing that can be used; the message is for users. */
  static final class UnusableException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    UnusableException(String message) {
      super(message);
    }
  }
}
