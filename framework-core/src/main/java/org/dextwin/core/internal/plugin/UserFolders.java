package org.dextwin.core.internal.plugin;

import java.nio.file.Path;

/** The folders of the user who runs the program. */
public final class UserFolders {

  private UserFolders() {}

  /** Returns where a user's plugins are: {@code ~/.dextwin/plugins}. */
  public static Path plugins() {
    return home().resolve(".dextwin").resolve("plugins");
  }

  /** Returns where zips are unpacked, and where it is kept which plugins were tried out. */
  public static Path cache() {
    return caches().resolve("plugins");
  }

  /** Returns where components keep what took them long to find out. */
  public static Path findings() {
    return caches().resolve("findings");
  }

  private static Path caches() {
    String chosen = System.getenv().getOrDefault("XDG_CACHE_HOME", "");
    Path caches = chosen.isBlank() ? home().resolve(".cache") : Path.of(chosen);
    return caches.resolve("dextwin");
  }

  /** The variable is what the shell means by ~; Java asks the system's list of users. */
  private static Path home() {
    String variable = System.getenv().getOrDefault("HOME", "");
    return variable.isBlank()
        ? Path.of(System.getProperty("user.home"))
        : Path.of(variable).toAbsolutePath();
  }
}
