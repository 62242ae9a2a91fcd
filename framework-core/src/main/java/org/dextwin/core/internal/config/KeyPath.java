package org.dextwin.core.internal.config;

import com.typesafe.config.ConfigException;
import com.typesafe.config.ConfigUtil;
import java.util.List;

/** Paths of keys in a configuration, such as {@code hands.right}. */
public final class KeyPath {

  private KeyPath() {}

  /** Returns the path of a key inside a block. */
  public static String child(String path, String key) {
    String quoted = ConfigUtil.joinPath(key);
    return path.isEmpty() ? quoted : path + "." + quoted;
  }

  /** Returns the path of an element of a list. */
  public static String element(String path, int index) {
    return path + "[" + index + "]";
  }

  /** Returns the first key of a path; the path itself if it is none. */
  static String first(String path) {
    try {
      return split(path).get(0);
    } catch (IllegalArgumentException e) {
      return path;
    }
  }

  /**
   * Splits a path into its keys.
   *
   * @throws IllegalArgumentException if it is no path
   */
  public static List<String> split(String path) {
    try {
      return ConfigUtil.splitPath(path);
    } catch (ConfigException e) {
      throw new IllegalArgumentException("'" + path + "' is no path of keys", e);
    }
  }
}
