package org.dextwin.core.internal.run;

import java.util.Locale;

/** How far a run has come. */
public enum Status {
  /** It is under way, or its process was killed. */
  RUNNING,
  /** It came to its end. */
  DONE,
  /** It stopped with an error. */
  FAILED,
  /** The user stopped it. */
  INTERRUPTED;

  /** Returns the word that stands in files. */
  String word() {
    return name().toLowerCase(Locale.ROOT);
  }
}
