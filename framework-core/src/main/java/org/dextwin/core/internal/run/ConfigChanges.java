package org.dextwin.core.internal.run;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeSet;
import org.dextwin.core.ValidConfig;
import org.jspecify.annotations.Nullable;

/** Compares effective configurations by value; where a value was written does not matter. */
final class ConfigChanges {

  private ConfigChanges() {}

  /** Returns a line for each key whose value is not the same. */
  static List<String> between(Path beforeFile, String before, String now) {
    Map<String, Object> old = ValidConfig.values(beforeFile, before);
    Map<String, Object> current = ValidConfig.values(beforeFile, now);
    TreeSet<String> keys = new TreeSet<>(old.keySet());
    keys.addAll(current.keySet());
    List<String> changes = new ArrayList<>();
    for (String key : keys) {
      if (!Objects.equals(old.get(key), current.get(key))) {
        changes.add(key + ": was " + text(old.get(key)) + ", is now " + text(current.get(key)));
      }
    }
    return changes;
  }

  private static String text(@Nullable Object value) {
    return value == null ? "missing" : value.toString();
  }
}
