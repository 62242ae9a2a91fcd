package org.dextwin.core.internal.report;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.dextwin.api.experiment.Item;
import org.dextwin.api.experiment.Plot;
import org.dextwin.api.experiment.Table;
import org.dextwin.api.spi.ComponentUnavailableException;
import org.jspecify.annotations.Nullable;

/**
 * Renders a run as one HTML page that needs nothing else: no scripts, no fonts, no files beside it.
 *
 * <p><i>Thread safety</i>: thread-safe, without state.
 */
public final class HtmlReport {

  private final StringBuilder html = new StringBuilder();

  private HtmlReport() {}

  /**
   * Renders the page.
   *
   * @param content what it shows
   * @return HTML
   */
  public static String render(ReportContent content) {
    HtmlReport page = new HtmlReport();
    page.head(content);
    page.error(content.result().values().get("error"));
    page.sections(content, Section.TableSection.class);
    page.metrics(content.result());
    page.sections(content, Section.NoteSection.class);
    page.sections(content, Section.PlotSection.class);
    page.items(content.result());
    page.provenance(content);
    page.html.append("</main>\n</body>\n</html>\n");
    return page.html.toString();
  }

  private void head(ReportContent content) {
    String experiment = Cells.text(content.result().values().get("experiment"));
    html.append("<!DOCTYPE html>\n<html lang=\"en\">\n<head>\n<meta charset=\"utf-8\">\n")
        .append("<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n")
        .append("<title>")
        .append(escaped(experiment + " · " + content.name()))
        .append("</title>\n<style>\n")
        .append(PageStyle.CSS)
        .append("</style>\n</head>\n<body>\n<main>\n<header>\n");
    element("h1", experiment);
    Object status = content.result().values().get("status");
    html.append("<p><span class=\"status ")
        .append(escaped(Cells.text(status)))
        .append("\">")
        .append(escaped(content.status()))
        .append("</span> ")
        .append(escaped(content.name()))
        .append("</p>\n</header>\n");
  }

  private void error(@Nullable Object error) {
    if (error instanceof Map<?, ?> fields) {
      html.append("<div class=\"error\">\n");
      element("pre", String.valueOf(fields.get("message")));
      if (fields.get("remedy") != null) {
        element("p", "Remedy: " + fields.get("remedy"));
      }
      html.append("</div>\n");
    }
  }

  /** What matters most comes first: tables, then what was said, then plots. */
  private void sections(ReportContent content, Class<? extends Section> kind) {
    content.sections().stream().filter(kind::isInstance).forEach(this::section);
  }

  private void section(Section section) {
    html.append("<section>\n");
    if (section instanceof Section.NoteSection note) {
      element("h2", note.heading());
      element("p", note.text());
    } else if (section instanceof Section.TableSection table) {
      table(table.table());
    } else if (section instanceof Section.PlotSection plot) {
      plot(plot.plot());
    }
    html.append("</section>\n");
  }

  private void table(Table table) {
    element("h2", table.title());
    if (!table.caption().isBlank()) {
      element("p", table.caption());
    }
    html.append("<div class=\"wide\"><table>\n<thead><tr>");
    table.columns().forEach(column -> cell("th", column, table, column.heading()));
    html.append("</tr></thead>\n<tbody>\n");
    for (Item row : table.rows()) {
      html.append("<tr>");
      table.columns().forEach(column -> cell("td", column, table, Cells.text(column, row)));
      html.append("</tr>\n");
    }
    html.append("</tbody>\n</table></div>\n");
  }

  private void cell(String tag, Table.Column column, Table table, String text) {
    boolean numeric = Cells.isNumeric(column, table.rows());
    html.append('<').append(tag).append(numeric ? " class=\"number\">" : ">");
    html.append(escaped(text)).append("</").append(tag).append('>');
  }

  /** The drawing is made anew from its numbers: what stands in files is never put into the page. */
  private void plot(Plot plot) {
    try {
      String svg = PlotPainter.svg(plot);
      html.append("<figure role=\"img\" aria-label=\"")
          .append(escaped(plot.title()))
          .append("\">\n")
          .append(svg, svg.indexOf("<svg"), svg.length())
          .append("</figure>\n");
    } catch (ComponentUnavailableException e) {
      element("h2", plot.title());
      element("p", e.getMessage() + ". Remedy: " + e.remedy() + "; then: dextwin report RUN");
    }
  }

  private void metrics(Item result) {
    if (result.values().get("metrics") instanceof Map<?, ?> metrics && !metrics.isEmpty()) {
      html.append("<section>\n");
      element("h2", "Metrics");
      facts(metrics);
      html.append("</section>\n");
    }
  }

  private void items(Item result) {
    if (result.values().get("items") instanceof List<?> items && !items.isEmpty()) {
      html.append("<details>\n");
      element("summary", "Items (" + items.size() + ")");
      items(items);
      html.append("</details>\n");
    }
  }

  private void items(List<?> items) {
    Set<String> names = new LinkedHashSet<>();
    for (Object item : items) {
      ((Map<?, ?>) item).keySet().forEach(name -> names.add(String.valueOf(name)));
    }
    html.append("<div class=\"wide\"><table>\n<thead><tr>");
    names.forEach(name -> element("th", name));
    html.append("</tr></thead>\n<tbody>\n");
    for (Object item : items) {
      html.append("<tr>");
      names.forEach(name -> element("td", Cells.text(((Map<?, ?>) item).get(name))));
      html.append("</tr>\n");
    }
    html.append("</tbody>\n</table></div>\n");
  }

  private void provenance(ReportContent content) {
    Map<String, @Nullable Object> values = content.provenance().values();
    if (!values.isEmpty()) {
      html.append("<details>\n");
      element("summary", "Provenance");
      facts(values);
      html.append("</details>\n");
    }
    if (!content.config().isBlank()) {
      html.append("<details>\n");
      element("summary", "Configuration");
      element("pre", content.config());
      html.append("</details>\n");
    }
  }

  private void facts(Map<?, ?> facts) {
    html.append("<div class=\"wide\"><table>\n<tbody>\n");
    facts.forEach(
        (name, value) -> {
          html.append("<tr>");
          element("th", String.valueOf(name));
          fact(value);
          html.append("</tr>\n");
        });
    html.append("</tbody>\n</table></div>\n");
  }

  /** Lists of blocks stand one block to a line. */
  private void fact(@Nullable Object value) {
    if (value instanceof List<?> list && list.stream().anyMatch(Map.class::isInstance)) {
      html.append("<td>");
      list.forEach(entry -> html.append(escaped(Cells.text(entry))).append("<br>"));
      html.append("</td>");
    } else {
      element("td", Cells.text(value));
    }
  }

  private void element(String tag, String text) {
    html.append('<').append(tag).append('>').append(escaped(text));
    html.append("</").append(tag).append(">\n");
  }

  private static String escaped(String text) {
    return text.replace("&", "&amp;")
        .replace("<", "&lt;")
        .replace(">", "&gt;")
        .replace("\"", "&quot;")
        .replace("'", "&#39;");
  }
}
