package org.dextwin.retarget.vector;

import org.dextwin.api.learning.Retargeter;
import org.dextwin.api.spi.ComponentContext;
import org.dextwin.api.spi.ComponentProvider;
import org.dextwin.api.spi.Settings;

/**
 * Provides the retargeter {@code vector}.
 *
 * <p><i>Thread safety</i>: thread-safe.
 */
public final class VectorRetargeterProvider implements ComponentProvider<Retargeter, VectorConfig> {

  /** For the service loader. */
  public VectorRetargeterProvider() {}

  @Override
  public Class<Retargeter> type() {
    return Retargeter.class;
  }

  @Override
  public String name() {
    return "vector";
  }

  @Override
  public VectorConfig configure(Settings settings) {
    return settings.as(VectorConfig.class);
  }

  @Override
  public Retargeter create(VectorConfig config, ComponentContext context) {
    return new VectorRetargeter(config);
  }
}
