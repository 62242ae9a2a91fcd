package org.dextwin.core.internal.plugin;

import java.util.ServiceConfigurationError;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.zip.ZipException;
import org.dextwin.api.spi.ComponentProvider;

/** Says in terms of a plugin's file what is wrong with it. */
final class Reason {

  static final String SERVICE_FILE = "META-INF/services/" + ComponentProvider.class.getName();

  private static final Pattern NOT_FOUND = Pattern.compile("Provider (\\S+) not found");
  private static final Pattern CLASS_FILE = Pattern.compile("(\\S+) .*class file version (\\d+)");

  /** Class files of Java 1 have version 45. */
  private static final int CLASS_FILE_OFFSET = 44;

  private Reason() {}

  /** Explains what was thrown while a file was opened and its descriptor read. */
  static String ofFile(Throwable thrown) {
    for (Throwable t = thrown; t != null; t = t.getCause()) {
      if (t instanceof ZipException) {
        return "is not a jar or zip that can be read: " + t.getMessage();
      }
      if (t.getClass().getPackageName().startsWith("com.github.zafarkhaja")) {
        return "has a version or Plugin-Requires that is no semantic version: " + chain(t);
      }
    }
    String message = String.valueOf(thrown.getMessage());
    if (message.contains("annot be empty") || message.contains("Cannot find")) {
      return "has no plugin descriptor: its META-INF/MANIFEST.MF needs Plugin-Id and Plugin-Version";
    }
    return chain(thrown);
  }

  /** Explains what was thrown while providers were made. */
  static String ofProviders(Throwable thrown) {
    for (Throwable t = thrown; t != null; t = t.getCause()) {
      if (t instanceof UnsupportedClassVersionError) {
        return newerJava(String.valueOf(t.getMessage()));
      }
    }
    if (thrown instanceof ServiceConfigurationError) {
      String message = String.valueOf(thrown.getMessage());
      Matcher missing = NOT_FOUND.matcher(message);
      if (missing.find()) {
        return SERVICE_FILE
            + " names "
            + missing.group(1)
            + ", which is not in the plugin; correct the file or add the class";
      }
      String prefix = ComponentProvider.class.getName() + ": ";
      String plain = message.startsWith(prefix) ? message.substring(prefix.length()) : message;
      return thrown.getCause() == null ? plain : plain + ": " + chain(thrown.getCause());
    }
    return chain(thrown);
  }

  private static String newerJava(String message) {
    Matcher found = CLASS_FILE.matcher(message);
    int running = Runtime.version().feature();
    if (!found.find()) {
      return "is built for another Java than this one, which is " + running + ": " + message;
    }
    int needed = Integer.parseInt(found.group(2)) - CLASS_FILE_OFFSET;
    return "is built for Java "
        + needed
        + " (class "
        + found.group(1).replace('/', '.')
        + "), but this is Java "
        + running
        + "; start DexTwin with Java "
        + needed
        + ", or build the plugin with --release "
        + running;
  }

  /** Returns the chain of causes in one line. */
  private static String chain(Throwable thrown) {
    StringBuilder text = new StringBuilder();
    for (Throwable t = thrown; t != null; t = t.getCause()) {
      text.append(text.isEmpty() ? "" : ", because of ").append(t);
    }
    return text.toString();
  }
}
