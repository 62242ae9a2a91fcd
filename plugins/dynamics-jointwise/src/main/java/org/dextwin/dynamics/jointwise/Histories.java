package org.dextwin.dynamics.jointwise;

import org.dextwin.api.learning.DynamicsSpec;

/** Checks what a model is given. */
final class Histories {

  private Histories() {}

  static void require(DynamicsSpec spec, float[] histories, int count) {
    requireNumbers("histories", histories, count, spec.historySize());
  }

  static void requireCotangents(DynamicsSpec spec, float[] cotangents, int count) {
    requireNumbers("cotangents", cotangents, count, spec.joints().size());
  }

  private static void requireNumbers(String what, float[] values, int count, int each) {
    if (count < 0 || values.length < (long) count * each) {
      throw new IllegalArgumentException(
          values.length + " numbers, but " + count + " " + what + " need " + each + " each");
    }
    for (int i = 0; i < count * each; i++) {
      if (!Float.isFinite(values[i])) {
        throw new IllegalArgumentException(
            what + ": number " + i % each + " of row " + i / each + " is " + values[i]);
      }
    }
  }
}
