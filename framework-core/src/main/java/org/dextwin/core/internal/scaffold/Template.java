package org.dextwin.core.internal.scaffold;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Properties;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** The texts of a role's project, with {@code @KEY@} where a project has words of its own. */
final class Template {

  private static final String COMMON = "common/";
  private static final Pattern KEY = Pattern.compile("@([A-Za-z.-]+)@");

  private final String folder;
  private final Map<String, String> words = new LinkedHashMap<>();

  /**
   * Opens the template of a role.
   *
   * @throws IllegalArgumentException if the role has none
   */
  Template(String role) {
    folder = role + "/";
    words.putAll(properties("versions.properties"));
    words.putAll(properties(folder + "template.properties"));
    String contract = words.getOrDefault("contract.class", "");
    words.put("Contract", contract.substring(contract.lastIndexOf('.') + 1));
    // The contract that all roles share has the role as a parameter.
    boolean shared = contract.endsWith(".ProviderContract");
    words.put("contract.arguments", shared ? "@Role@, @Class@Config" : "@Class@Config");
  }

  Template with(String key, String word) {
    words.put(key, word);
    return this;
  }

  /** Returns a word, which may hold others. */
  String word(String key) {
    String word = words.get(key);
    if (word == null) {
      throw new IllegalStateException("the template " + folder + " has no word for @" + key + "@");
    }
    return filled(word);
  }

  boolean has(String file) {
    return resource(folder + file) != null || resource(COMMON + file) != null;
  }

  /** Returns a file of the role, or else the one that all roles share, with all words filled in. */
  String file(String name) {
    String own = resource(folder + name);
    String text = own == null ? resource(COMMON + name) : own;
    if (text == null) {
      throw new IllegalStateException("the template " + folder + " has no file " + name);
    }
    return filled(text);
  }

  private String filled(String text) {
    return KEY.matcher(text).replaceAll(found -> Matcher.quoteReplacement(word(found.group(1))));
  }

  private static Map<String, String> properties(String name) {
    Properties properties = new Properties();
    try (InputStream stream = Template.class.getResourceAsStream(name)) {
      if (stream == null) {
        throw new IllegalArgumentException("there is no template " + name);
      }
      properties.load(stream);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    Map<String, String> words = new LinkedHashMap<>();
    properties.stringPropertyNames().forEach(key -> words.put(key, properties.getProperty(key)));
    return words;
  }

  private static @Nullable String resource(String name) {
    try (InputStream stream = Template.class.getResourceAsStream(name)) {
      return stream == null ? null : new String(stream.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
