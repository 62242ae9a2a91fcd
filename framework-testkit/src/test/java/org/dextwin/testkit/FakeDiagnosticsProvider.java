package org.dextwin.testkit;

import java.util.List;
import org.dextwin.api.spi.ComponentContext;
import org.dextwin.api.spi.ComponentProvider;
import org.dextwin.api.spi.Diagnostics;
import org.dextwin.api.spi.Settings;

/** Makes a diagnosis of one healthy and one missing thing. */
public final class FakeDiagnosticsProvider
    implements ComponentProvider<Diagnostics, FakeDiagnosticsProvider.Config> {

  /** Nothing to configure. */
  public record Config() {}

  @Override
  public Class<Diagnostics> type() {
    return Diagnostics.class;
  }

  @Override
  public String name() {
    return "fake-diagnostics";
  }

  @Override
  public Config configure(Settings settings) {
    return settings.as(Config.class);
  }

  @Override
  public Diagnostics create(Config config, ComponentContext context) {
    return new Diagnostics() {
      @Override
      public List<Finding> examine() {
        return List.of(
            new Finding("java", Health.OK, "version 17", ""),
            new Finding("libfake", Health.MISSING, "not on the library path", "install fake"));
      }

      @Override
      public void close() {}
    };
  }
}
