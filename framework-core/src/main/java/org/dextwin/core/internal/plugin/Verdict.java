package org.dextwin.core.internal.plugin;

import java.util.List;

/**
 * What came of trying a plugin file out in a JVM of its own.
 *
 * @param quarantine why the file must not be loaded; empty if it may be
 * @param warnings what is wrong with it, though it may be loaded
 */
record Verdict(String quarantine, List<String> warnings) {

  Verdict {
    warnings = List.copyOf(warnings);
  }

  static Verdict accepted(List<String> warnings) {
    return new Verdict("", warnings);
  }

  static Verdict quarantined(String reason) {
    return new Verdict(reason, List.of());
  }

  boolean isAccepted() {
    return quarantine.isEmpty();
  }
}
