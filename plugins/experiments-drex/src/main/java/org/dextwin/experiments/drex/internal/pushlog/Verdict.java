package org.dextwin.experiments.drex.internal.pushlog;

import java.util.Locale;

/** What a take tells of a mass. */
enum Verdict {
  /**
   * The fingers did significant work on the object, in a known unit. The interval may still be wide
   * and is always given.
   */
  IDENTIFIED,
  /** The log does not hold the mass: no significant contact, or efforts of unknown unit. */
  NOT_IDENTIFIABLE,
  /** The object stayed where it was. */
  DID_NOT_MOVE,
  /** Poses, mesh and joint log contradict each other or the model of a push. */
  MODEL_DOES_NOT_FIT;

  /** Returns the verdict as results spell it. */
  String word() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  /** Says whether a verdict, as results spell it, claims something about a mass. */
  static boolean isScored(String word) {
    return !word.equals(NOT_IDENTIFIABLE.word()) && !word.equals(DID_NOT_MOVE.word());
  }
}
