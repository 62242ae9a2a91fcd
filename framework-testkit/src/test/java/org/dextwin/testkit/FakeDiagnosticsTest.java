package org.dextwin.testkit;

import org.dextwin.api.spi.ComponentProvider;
import org.dextwin.api.spi.Diagnostics;

/** The fake diagnosis keeps the contract. */
public final class FakeDiagnosticsTest extends DiagnosticsContract<FakeDiagnosticsProvider.Config> {

  @Override
  protected ComponentProvider<Diagnostics, FakeDiagnosticsProvider.Config> provider() {
    return Subject.providerOr(new FakeDiagnosticsProvider());
  }
}
