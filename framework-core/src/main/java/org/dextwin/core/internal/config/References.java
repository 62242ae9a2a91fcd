package org.dextwin.core.internal.config;

import org.dextwin.api.spi.Component;
import org.dextwin.api.spi.ComponentRef;
import org.jspecify.annotations.Nullable;

/** Follows the references of one component's configuration. */
public interface References {

  /**
   * Follows a reference.
   *
   * @param block path of the block that holds the key
   * @param path path of the key
   * @param value what is written; null if the key is missing
   * @param blockAt where the block stands
   * @param role the role that is needed
   * @param <T> the role
   * @return the reference; points nowhere after a fault
   */
  <T extends Component> ComponentRef<T> follow(
      String block, String path, @Nullable Node value, Origin blockAt, Class<T> role);
}
