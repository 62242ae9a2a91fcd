package org.dextwin.core.internal.cli;

import java.util.ArrayList;
import java.util.List;
import org.dextwin.api.spi.KeyDoc;
import org.dextwin.core.PluginInfo;
import org.dextwin.core.ProviderInfo;

/** Shows the keys of a component the way they are written in a configuration. */
final class KeyListing {

  private static final String STEP = "  ";

  private final int width;
  private final StringBuilder text = new StringBuilder();

  private KeyListing(int width) {
    this.width = width;
  }

  static String of(PluginInfo plugin, ProviderInfo provider, int width) {
    KeyListing listing = new KeyListing(width);
    listing.heading(plugin, provider);
    listing.line("", provider.role() + " {");
    listing.line(STEP, "type = " + provider.name());
    listing.keys(provider.roleKeys(), STEP);
    if (provider.keys().isEmpty()) {
      listing.line(STEP, "# " + provider.name() + " has no keys of its own");
    } else {
      listing.line(STEP, provider.name() + " {");
      listing.keys(provider.keys(), STEP + STEP);
      listing.line(STEP, "}");
    }
    listing.line("", "}");
    return listing.text.toString();
  }

  private void heading(PluginInfo plugin, ProviderInfo provider) {
    line("", "# " + provider.role() + "." + provider.name());
    line("", "# plugin " + plugin.id() + " " + plugin.version());
    String licence = plugin.licence().isBlank() ? "not stated" : plugin.licence();
    line("", "# licence " + licence + "; DexTwin API " + plugin.requires());
    if (!plugin.description().isBlank()) {
      wrapped("", plugin.description());
    }
  }

  private void keys(List<KeyDoc> keys, String indent) {
    for (KeyDoc key : keys) {
      wrapped(indent, key.doc());
      String facts = String.join(", ", facts(key));
      if (key.nested().isEmpty()) {
        String value = key.fallback().isEmpty() ? "" : " = " + key.fallback();
        line(indent, key.name() + value + "   # " + facts);
      } else {
        line(indent, key.name() + " {   # " + facts);
        keys(key.nested(), indent + STEP);
        line(indent, "}");
      }
    }
  }

  private static List<String> facts(KeyDoc key) {
    List<String> facts = new ArrayList<>();
    facts.add(key.type() + (key.unit().isEmpty() ? "" : " [" + key.unit() + "]"));
    if (!key.range().isEmpty()) {
      facts.add(key.range());
    }
    facts.add(key.required() ? "required" : key.fallback().isEmpty() ? "optional" : "default");
    return facts;
  }

  private void wrapped(String indent, String paragraph) {
    StringBuilder line = new StringBuilder("#");
    for (String word : paragraph.strip().split("\\s+", -1)) {
      if (indent.length() + line.length() + 1 + word.length() > width && line.length() > 1) {
        line(indent, line.toString());
        line = new StringBuilder("#");
      }
      line.append(' ').append(word);
    }
    line(indent, line.toString());
  }

  private void line(String indent, String content) {
    text.append(indent).append(content).append('\n');
  }
}
