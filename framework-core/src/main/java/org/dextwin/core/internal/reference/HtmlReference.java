package org.dextwin.core.internal.reference;

import java.util.List;
import org.dextwin.api.spi.KeyDoc;
import org.dextwin.core.PluginInfo;

/** The reference as one HTML page, which needs no other file. */
public final class HtmlReference {

  private static final String HEAD =
      """
      <!DOCTYPE html>
      <html lang="en">
      <head>
      <meta charset="utf-8">
      <title>Configuration reference</title>
      <style>
      body { font: 16px/1.5 sans-serif; max-width: 75em; margin: 2em auto; padding: 0 1em; }
      table { border-collapse: collapse; }
      th, td { border-bottom: 1px solid #ccc; padding: 0.3em 0.8em; text-align: left;
        vertical-align: top; }
      code { white-space: nowrap; }
      </style>
      </head>
      <body>
      """;

  private final StringBuilder text = new StringBuilder(HEAD);

  private HtmlReference() {}

  /** Writes the reference. */
  public static String of(Reference reference) {
    HtmlReference html = new HtmlReference();
    html.write(reference);
    return html.text.toString();
  }

  private void write(Reference reference) {
    element("h1", "Configuration reference");
    text.append("<ul>\n");
    for (Reference.RoleEntry role : reference.roles()) {
      text.append("<li>").append(escaped(role.name())).append(": ");
      for (Reference.Entry entry : role.components()) {
        String id = role.name() + "." + entry.provider().name();
        text.append("<a href=\"#%s\">%s</a> ".formatted(id, escaped(entry.provider().name())));
      }
      text.append("</li>\n");
    }
    text.append("</ul>\n");
    for (Reference.RoleEntry role : reference.roles()) {
      element("h2", role.name());
      if (!role.keys().isEmpty()) {
        element("p", "Keys of every block of this role:");
        table(role.keys());
      }
      role.components().forEach(entry -> component(role, entry));
    }
    text.append("</body>\n</html>\n");
  }

  private void component(Reference.RoleEntry role, Reference.Entry entry) {
    PluginInfo plugin = entry.plugin();
    String id = role.name() + "." + entry.provider().name();
    text.append("<h3 id=\"%s\">%s</h3>\n".formatted(id, escaped(id)));
    String licence = plugin.licence().isBlank() ? "not stated" : plugin.licence();
    element(
        "p",
        (plugin.description()
                + " Plugin %s, licence %s, DexTwin API %s."
                    .formatted(plugin.id(), licence, plugin.requires()))
            .strip());
    if (entry.provider().keys().isEmpty()) {
      element("p", "It has no keys of its own.");
    } else {
      table(entry.provider().keys());
    }
  }

  private void table(List<KeyDoc> keys) {
    text.append("<table>\n<tr>");
    KeyRow.HEADINGS.forEach(heading -> text.append("<th>").append(heading).append("</th>"));
    text.append("</tr>\n");
    for (KeyRow row : KeyRow.of(keys)) {
      text.append("<tr><td><code>").append(escaped(row.path())).append("</code></td>");
      row.cells().stream()
          .skip(1)
          .forEach(cell -> text.append("<td>").append(escaped(cell)).append("</td>"));
      text.append("</tr>\n");
    }
    text.append("</table>\n");
  }

  private void element(String name, String content) {
    text.append("<%s>%s</%1$s>\n".formatted(name, escaped(content)));
  }

  private static String escaped(String content) {
    return content
        .replace("&", "&amp;")
        .replace("<", "&lt;")
        .replace(">", "&gt;")
        .replace("\"", "&quot;");
  }
}
