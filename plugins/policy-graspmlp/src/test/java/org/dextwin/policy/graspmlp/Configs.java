package org.dextwin.policy.graspmlp;

import java.util.List;

/** Configurations for tests. */
final class Configs {

  private Configs() {}

  static GraspMlpConfig small(int epochs, int refinementEpochs, List<Double> widths) {
    return new GraspMlpConfig(
        widths, 4, epochs, 8, 3e-3, 0.05, 0, 0, refinementEpochs, 32, 1e-3, 0.8, 0.3, 0);
  }
}
