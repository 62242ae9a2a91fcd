package org.dextwin.core;

import java.util.List;
import java.util.function.Consumer;
import org.dextwin.api.experiment.Experiment;
import org.dextwin.api.spi.Component;
import org.dextwin.core.internal.assembly.CreationException;
import org.dextwin.core.internal.assembly.LiveParts;

/**
 * The components of a configuration, alive.
 *
 * <p><i>Thread safety</i>: confined. <i>Lifecycle</i>: closing it closes the components, in reverse
 * order of their creation.
 */
public final class Assembly implements AutoCloseable {

  private final List<PluginInfo> plugins;
  private final LiveParts parts;
  private final Consumer<Assembly> closed;

  Assembly(List<PluginInfo> plugins, LiveParts parts, Consumer<Assembly> closed) {
    this.plugins = plugins;
    this.parts = parts;
    this.closed = closed;
  }

  boolean uses(String pluginId) {
    return plugins.stream().anyMatch(plugin -> plugin.id().equals(pluginId));
  }

  /**
   * Returns what the configuration launches.
   *
   * @return the experiment
   * @throws IllegalArgumentException if the configuration has none
   */
  public Experiment experiment() {
    return get(Experiment.class, "experiment");
  }

  /**
   * Returns a component.
   *
   * @param role the role that is needed
   * @param path path of its block in the configuration
   * @param <T> the role
   * @return the component, which the assembly closes
   * @throws IllegalArgumentException if there is no such component
   */
  public <T extends Component> T get(Class<T> role, String path) {
    Component component = parts.byPath().get(path);
    if (!role.isInstance(component)) {
      throw new IllegalArgumentException(
          "there is no "
              + role.getSimpleName()
              + " at '"
              + path
              + "'; there are components at "
              + parts.byPath().keySet());
    }
    return role.cast(component);
  }

  /**
   * Closes all components, even if one fails; further calls do nothing.
   *
   * @throws AssemblyException if one failed; further failures are suppressed in it
   */
  @Override
  public void close() {
    closed.accept(this);
    try {
      parts.close();
    } catch (CreationException e) {
      throw Framework.translated(e);
    }
  }
}
