package org.dextwin.core.internal.config;

import com.typesafe.config.Config;
import com.typesafe.config.ConfigException;
import com.typesafe.config.ConfigFactory;
import com.typesafe.config.ConfigIncludeContext;
import com.typesafe.config.ConfigIncluder;
import com.typesafe.config.ConfigIncluderClasspath;
import com.typesafe.config.ConfigIncluderFile;
import com.typesafe.config.ConfigIncluderURL;
import com.typesafe.config.ConfigList;
import com.typesafe.config.ConfigObject;
import com.typesafe.config.ConfigParseOptions;
import com.typesafe.config.ConfigValue;
import java.io.File;
import java.io.IOException;
import java.net.URL;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.dextwin.api.spi.IoReason;
import org.jspecify.annotations.Nullable;

/**
 * Parses configuration files and what they include. An included file that is missing is a fault
 * (HOCON itself passes over it), and nothing is included but files.
 */
final class Includes
    implements ConfigIncluder, ConfigIncluderFile, ConfigIncluderURL, ConfigIncluderClasspath {

  /** A configuration is written by hand; this is a thousand times more than that. */
  private static final long MAX_BYTES = 16L << 20;

  private final Sources sources;
  private final Faults faults;
  private final Path workingFolder;
  private final Deque<Path> open = new ArrayDeque<>();
  private final Map<Path, Source> known = new HashMap<>();
  private final Map<String, Origin> parameters = new LinkedHashMap<>();

  Includes(Sources sources, Faults faults, Path workingFolder) {
    this.sources = sources;
    this.faults = faults;
    this.workingFolder = workingFolder;
  }

  /** Parses a file; an unreadable one is a fault and gives an empty configuration. */
  Config parse(Path file, String label) {
    Path absolute = workingFolder.resolve(file).normalize();
    String unreadable = whyUnreadable(absolute);
    if (unreadable != null) {
      faults.add(
          null, "", "configuration file " + label + " " + unreadable + " (" + absolute + ")");
      return ConfigFactory.empty();
    }
    Path folder = absolute.getParent();
    Source source =
        known.computeIfAbsent(
            absolute, f -> sources.add(label, folder == null ? workingFolder : folder, true));
    open.push(absolute);
    try {
      Config config = ConfigFactory.parseFile(absolute.toFile(), options(source));
      noteParameters(config);
      return config;
    } catch (ConfigException e) {
      addFault(e);
      return ConfigFactory.empty();
    } finally {
      open.pop();
    }
  }

  private void noteParameters(Config config) {
    if (config.root().get(ConfigReader.PARAMETERS) instanceof ConfigList names) {
      for (ConfigValue name : names) {
        if (name.unwrapped() instanceof String text) {
          sources
              .first(name.origin().description())
              .ifPresent(origin -> parameters.putIfAbsent(text, origin));
        }
      }
    }
  }

  /** Returns the names that all files declare, with where they do. */
  Map<String, Origin> parameters() {
    return parameters;
  }

  /** Parses a text. */
  Config parse(String hocon, Source source) {
    return ConfigFactory.parseString(hocon, options(source));
  }

  /** Records what Typesafe Config complains about. */
  void addFault(ConfigException e) {
    String message = sources.readable(String.valueOf(e.getMessage()));
    Origin origin = null;
    if (e.origin() != null) {
      origin = sources.first(e.origin().description()).orElse(null);
      message = sources.readable(message.replace(e.origin().description() + ": ", ""));
    }
    if (origin != null && message.startsWith(origin + ": ")) {
      message = message.substring(origin.toString().length() + 2);
    }
    if (message.contains("close parentheses") && message.contains("end of file")) {
      message = "a block is opened with '{' and never closed"; // the parser says ')' for '}'
    }
    faults.add(origin, "", message, e);
  }

  private ConfigParseOptions options(Source source) {
    return ConfigParseOptions.defaults()
        .setAllowMissing(false)
        .setIncluder(this)
        .setOriginDescription(sources.mark(source));
  }

  private static @Nullable String whyUnreadable(Path file) {
    try {
      if (!Files.exists(file)) {
        return "does not exist";
      }
      if (Files.isDirectory(file)) {
        return "is a folder";
      }
      if (Files.size(file) > MAX_BYTES) {
        return "is larger than " + MAX_BYTES + " bytes";
      }
      Files.readString(file);
      return null;
    } catch (CharacterCodingException e) {
      return "is not UTF-8 text";
    } catch (IOException e) {
      return "cannot be read: " + IoReason.of(e);
    }
  }

  @Override
  public ConfigIncluder withFallback(ConfigIncluder fallback) {
    return this;
  }

  @Override
  public ConfigObject include(ConfigIncludeContext context, String what) {
    Path folder = open.isEmpty() ? workingFolder : folderOf(open.peek());
    Path file = folder.resolve(what).normalize();
    if (!Files.exists(file)) {
      Path withEnding = folder.resolve(what + ".conf").normalize();
      file = Files.exists(withEnding) ? withEnding : file;
    }
    if (open.contains(file)) {
      refuse(what, "includes itself");
    } else {
      String unreadable = whyUnreadable(file);
      if (unreadable == null) {
        return parse(file, labelOf(file)).root();
      }
      refuse(what, file + " " + unreadable);
    }
    return ConfigFactory.empty().root();
  }

  @Override
  public ConfigObject includeFile(ConfigIncludeContext context, File what) {
    return include(context, what.getPath());
  }

  @Override
  public ConfigObject includeURL(ConfigIncludeContext context, URL what) {
    refuse(what.toString(), "only files can be included");
    return ConfigFactory.empty().root();
  }

  @Override
  public ConfigObject includeResources(ConfigIncludeContext context, String what) {
    refuse(what, "only files can be included");
    return ConfigFactory.empty().root();
  }

  private void refuse(String what, String message) {
    Path includer = open.peek();
    Source source = includer == null ? null : known.get(includer);
    Origin origin =
        includer == null || source == null ? null : new Origin(source, lineOf(includer, what));
    faults.add(origin, "", "include \"" + what + "\": " + message);
  }

  private static int lineOf(Path includer, String what) {
    try {
      List<String> lines = Files.readAllLines(includer);
      for (int i = 0; i < lines.size(); i++) {
        if (lines.get(i).contains("include") && lines.get(i).contains(what)) {
          return i + 1;
        }
      }
    } catch (IOException e) {
      // it was read a moment ago; without a line the message still names the file
    }
    return 0;
  }

  private Path folderOf(Path file) {
    Path folder = file.getParent();
    return folder == null ? workingFolder : folder;
  }

  private String labelOf(Path file) {
    return file.startsWith(workingFolder)
        ? workingFolder.relativize(file).toString()
        : file.toString();
  }
}
