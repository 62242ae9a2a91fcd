package org.dextwin.sim.mujoco;

import org.dextwin.api.spi.ComponentContext;
import org.dextwin.api.spi.ComponentProvider;
import org.dextwin.api.spi.Diagnostics;
import org.dextwin.api.spi.Settings;
import org.dextwin.sim.mujoco.internal.library.LibrarySearch;

/** Provides the diagnostics {@code mujoco}. */
public final class MujocoDiagnosticsProvider implements ComponentProvider<Diagnostics, NoKeys> {

  /** For the service loader. */
  public MujocoDiagnosticsProvider() {}

  @Override
  public Class<Diagnostics> type() {
    return Diagnostics.class;
  }

  @Override
  public String name() {
    return "mujoco";
  }

  @Override
  public NoKeys configure(Settings settings) {
    return settings.as(NoKeys.class);
  }

  @Override
  public Diagnostics create(NoKeys config, ComponentContext context) {
    return new MujocoDiagnostics(LibrarySearch.ofThisProcess());
  }
}
