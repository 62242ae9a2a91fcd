package org.dextwin.dynamics.jointwise;

import java.util.List;
import java.util.Map;

/** Configurations for tests. */
final class Configs {

  /** Trains in seconds. */
  static final Map<String, Object> SMALL =
      Map.of(
          "window", 5,
          "layer-widths", List.of(24, 16),
          "epochs", 12,
          "batch-size", 32,
          "learning-rate", 0.003);

  private Configs() {}

  static DynamicsConfig small(int window, int epochs) {
    return of(window, List.of(32.0, 32.0), epochs);
  }

  /** Without hidden layers. */
  static DynamicsConfig linear(int window, int epochs) {
    return of(window, List.of(), epochs);
  }

  private static DynamicsConfig of(int window, List<Double> widths, int epochs) {
    return new DynamicsConfig(window, widths, epochs, 64, 3e-3, 0.02, 0.1, 0, 1e-3, 0);
  }
}
