package org.dextwin.core;

/**
 * Something wrong with a configuration.
 *
 * <p><i>Thread safety</i>: immutable.
 *
 * @param location file and line, {@code --set} text or environment variable; empty if none
 * @param key path of the key; empty if none
 * @param message what is wrong and how to mend it; may have further, indented lines
 */
public record Problem(String location, String key, String message) {

  @Override
  public String toString() {
    StringBuilder text = new StringBuilder();
    text.append(location).append(location.isEmpty() ? "" : ": ");
    text.append(key).append(key.isEmpty() ? "" : ": ");
    return text.append(message).toString();
  }
}
