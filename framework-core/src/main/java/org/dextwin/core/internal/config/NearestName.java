package org.dextwin.core.internal.config;

import java.util.Collection;
import java.util.Comparator;
import java.util.Optional;

/** Finds the name that was probably meant. */
public final class NearestName {

  private NearestName() {}

  /**
   * Returns the candidate with the fewest edits to a misspelt name, unless that many edits would
   * turn anything into anything.
   */
  public static Optional<String> of(String misspelt, Collection<String> candidates) {
    return candidates.stream()
        .filter(candidate -> distance(misspelt, candidate) <= tolerance(misspelt, candidate))
        .min(Comparator.comparingInt(candidate -> distance(misspelt, candidate)));
  }

  private static int tolerance(String a, String b) {
    return Math.max(1, Math.min(a.length(), b.length()) / 3 + 1);
  }

  /** Levenshtein's distance: how many characters to insert, delete or replace. */
  static int distance(String a, String b) {
    int[] row = new int[b.length() + 1];
    for (int j = 0; j <= b.length(); j++) {
      row[j] = j;
    }
    for (int i = 1; i <= a.length(); i++) {
      int diagonal = row[0];
      row[0] = i;
      for (int j = 1; j <= b.length(); j++) {
        int replaced = diagonal + (a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1);
        diagonal = row[j];
        row[j] = Math.min(replaced, Math.min(row[j], row[j - 1]) + 1);
      }
    }
    return row[b.length()];
  }
}
