package org.dextwin.experiments.dexndm;

import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Checks names of a configuration. */
final class Names {

  private Names() {}

  static void requireKebabCase(String name) {
    if (!name.matches("[a-z0-9]+(-[a-z0-9]+)*")) {
      throw new IllegalArgumentException("the name '" + name + "' is not in kebab-case");
    }
  }

  static void requireDistinct(String key, List<String> names) {
    if (names.isEmpty()) {
      throw new IllegalArgumentException(key + " is empty; name one or more");
    }
    Set<String> seen = new HashSet<>();
    for (String name : names) {
      requireKebabCase(name);
      if (!seen.add(name)) {
        throw new IllegalArgumentException("two entries of " + key + " are named '" + name + "'");
      }
    }
  }
}
