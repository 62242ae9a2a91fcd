package org.dextwin.core.internal.assembly;

import java.util.List;
import org.dextwin.api.spi.Component;
import org.dextwin.api.spi.Diagnostics;
import org.dextwin.core.internal.plugin.Offer;

/** Runs the diagnostics of a plugin, which take no configuration. */
public final class DiagnosticsRunner {

  private DiagnosticsRunner() {}

  /** Returns what a plugin finds; that it fails is a finding too. */
  public static List<Diagnostics.Finding> examine(Offer offer) {
    try (Component component = Unconfigured.create(offer)) {
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
}
