package org.dextwin.testkit;

import java.util.List;
import java.util.Map;
import org.dextwin.api.spi.ComponentProvider;

/** A provider with keys of every kind keeps the contract. */
public final class FakeProbeTest extends ProviderContract<Probe, FakeProbeProvider.Config> {

  @Override
  protected ComponentProvider<Probe, FakeProbeProvider.Config> provider() {
    return Subject.providerOr(new FakeProbeProvider());
  }

  @Override
  protected Map<String, Object> validSettings() {
    return Map.of(
        "radius-m",
        0.02,
        "center-m",
        List.of(0.0, 0.1, 0.2),
        "calibration",
        "pom.xml",
        "hand",
        Map.of("type", "fake-hand", "fake-hand", Map.of("side", "right")));
  }

  @Override
  protected Map<String, Object> roleOptions() {
    return Map.of("rate-hz", 50);
  }
}
