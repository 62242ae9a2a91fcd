package org.dextwin.core.internal.report;

import java.awt.FontMetrics;
import java.util.ArrayList;
import java.util.List;
import org.dextwin.api.experiment.Plot;

/**
 * The labels of a plot's curves, broken into lines that fit beside it.
 *
 * @param entries one for each curve that has a label and something to see
 * @param width width of the widest line of text [px]
 */
record Legend(List<Entry> entries, int width) {

  private static final int WIDEST = 210;

  /** One label. */
  record Entry(int curve, List<String> lines) {}

  static Legend of(Plot plot, List<Curve> curves, FontMetrics font) {
    List<Entry> entries = new ArrayList<>();
    int width = 0;
    for (int i = 0; i < curves.size(); i++) {
      String label = plot.series().get(i).label();
      if (!label.isBlank() && curves.get(i).isVisible()) {
        List<String> lines = lines(label, font);
        entries.add(new Entry(i, lines));
        width = Math.max(width, lines.stream().mapToInt(font::stringWidth).max().orElse(0));
      }
    }
    return new Legend(List.copyOf(entries), width);
  }

  boolean isEmpty() {
    return entries.isEmpty();
  }

  private static List<String> lines(String label, FontMetrics font) {
    List<String> lines = new ArrayList<>();
    String line = "";
    for (String word : label.strip().split("\\s+", -1)) {
      String longer = line.isEmpty() ? word : line + " " + word;
      if (line.isEmpty() || font.stringWidth(longer) <= WIDEST) {
        line = longer;
      } else {
        lines.add(shortened(line, font));
        line = word;
      }
    }
    lines.add(shortened(line, font));
    return lines;
  }

  private static String shortened(String line, FontMetrics font) {
    String text = line;
    while (font.stringWidth(text) > WIDEST) {
      text = text.substring(0, text.length() - 2) + "…";
    }
    return text;
  }
}
