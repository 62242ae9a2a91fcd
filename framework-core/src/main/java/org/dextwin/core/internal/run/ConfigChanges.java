package org.dextwin.core.internal.run;

import com.typesafe.config.Config;
import com.typesafe.config.ConfigException;
import com.typesafe.config.ConfigFactory;
import com.typesafe.config.ConfigValue;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.TreeSet;
import org.dextwin.api.spi.InvalidInputException;
import org.jspecify.annotations.Nullable;

/** Compares effective configurations by value; where a value was written does not matter. */
final class ConfigChanges {

  private ConfigChanges() {}

  /** Returns a line for each key whose value is not the same. */
  static List<String> between(Path beforeFile, String before, String now) {
    Map<String, Object> old = values(beforeFile, before);
    Map<String, Object> current = values(beforeFile, now);
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

  private static Map<String, Object> values(Path file, String text) {
    try {
      Config config = ConfigFactory.parseString(text);
      Map<String, Object> values = new TreeMap<>();
      for (Map.Entry<String, ConfigValue> entry : config.entrySet()) {
        values.put(entry.getKey(), entry.getValue().unwrapped());
      }
      return values;
    } catch (ConfigException e) {
      throw new InvalidInputException(file + ": damaged: " + e.getMessage(), e);
    }
  }

  private static String text(@Nullable Object value) {
    return value == null ? "missing" : value.toString();
  }
}
