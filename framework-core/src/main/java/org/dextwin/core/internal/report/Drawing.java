package org.dextwin.core.internal.report;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Font;
import java.awt.FontMetrics;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.Shape;
import java.awt.geom.AffineTransform;
import java.awt.geom.Ellipse2D;
import java.awt.geom.Line2D;
import java.awt.geom.Path2D;
import java.awt.geom.Rectangle2D;
import java.util.List;
import org.dextwin.api.experiment.Plot;

/**
 * Paints one plot: title, axes with a light grid, curves, and the legend to the right of the frame.
 */
final class Drawing {

  static final int WIDTH = 960;
  static final int HEIGHT = 540;

  private static final int EDGE = 18;
  private static final int TICK = 5;
  private static final int LEGEND_GAP = 22;
  private static final int SAMPLE = 30;
  private static final int MARKER = 5;

  /** Lines with fewer points than this show where the points are. */
  private static final int FEW_POINTS = 26;

  /**
   * Colours that people with any form of colour blindness tell apart. Reference: Okabe and Ito,
   * "Color Universal Design", 2008; without yellow, which is too light for lines on white.
   */
  private static final List<Color> COLOURS =
      List.of(
          new Color(0x0072B2),
          new Color(0xD55E00),
          new Color(0x009E73),
          new Color(0xCC79A7),
          new Color(0xE69F00),
          new Color(0x56B4E9),
          new Color(0x000000));

  private static final Color INK = new Color(0x222222);
  private static final Color GRID = new Color(0xDDDDDD);
  private static final Color FINE_GRID = new Color(0xF0F0F0);
  private static final Color FRAME = new Color(0x8A8A8A);

  private static final Font TEXT = new Font(Font.SANS_SERIF, Font.PLAIN, 14);
  private static final Font LABEL = new Font(Font.SANS_SERIF, Font.PLAIN, 15);
  private static final Font TITLE = new Font(Font.SANS_SERIF, Font.BOLD, 17);

  private final Graphics2D graphics;
  private final Plot plot;
  private final List<Curve> curves;
  private final Axis horizontal;
  private final Axis vertical;
  private final Legend legend;
  private final Rectangle2D frame;

  private Drawing(Graphics2D graphics, Plot plot) {
    this.graphics = graphics;
    this.plot = plot;
    this.curves = plot.series().stream().map(series -> Curve.of(series, plot.yScale())).toList();
    this.horizontal =
        Axis.over(
            Plot.Scale.LINEAR,
            curves.stream().filter(Curve::isVisible).flatMapToDouble(Curve::xs),
            8);
    this.vertical = Axis.over(plot.yScale(), curves.stream().flatMapToDouble(Curve::ys), 8);
    this.legend = Legend.of(plot, curves, graphics.getFontMetrics(TEXT));
    this.frame = frame();
  }

  /** Paints the plot onto a surface of {@link #WIDTH} times {@link #HEIGHT}. */
  static void paint(Plot plot, Graphics2D graphics) {
    graphics.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
    graphics.setRenderingHint(
        RenderingHints.KEY_TEXT_ANTIALIASING, RenderingHints.VALUE_TEXT_ANTIALIAS_ON);
    graphics.setRenderingHint(RenderingHints.KEY_STROKE_CONTROL, RenderingHints.VALUE_STROKE_PURE);
    graphics.setColor(Color.WHITE);
    graphics.fill(new Rectangle2D.Double(0, 0, WIDTH, HEIGHT));
    Drawing drawing = new Drawing(graphics, plot);
    drawing.paintGrid();
    drawing.paintCurves();
    drawing.paintFrame();
    drawing.paintTexts();
    drawing.paintLegend();
  }

  private Rectangle2D frame() {
    FontMetrics text = graphics.getFontMetrics(TEXT);
    int labels =
        vertical.ticks().stream().mapToInt(tick -> text.stringWidth(tick.label())).max().orElse(0);
    int lineHeight = graphics.getFontMetrics(LABEL).getHeight();
    double left = EDGE + lineHeight + 8 + labels + TICK + 4;
    double right = legend.isEmpty() ? EDGE : EDGE + legend.width() + 8 + SAMPLE + LEGEND_GAP;
    double top =
        EDGE + (plot.title().isBlank() ? 0 : graphics.getFontMetrics(TITLE).getHeight() + 10);
    double bottom = EDGE + lineHeight + 6 + text.getHeight() + TICK;
    return new Rectangle2D.Double(left, top, WIDTH - left - right, HEIGHT - top - bottom);
  }

  private double x(double value) {
    return frame.getX() + horizontal.place(value) * frame.getWidth();
  }

  private double y(double value) {
    return frame.getMaxY() - vertical.place(value) * frame.getHeight();
  }

  private void paintGrid() {
    graphics.setStroke(new BasicStroke(1f));
    graphics.setColor(FINE_GRID);
    vertical.minor().forEach(value -> acrossFrame(y(value)));
    graphics.setColor(GRID);
    vertical.ticks().forEach(tick -> acrossFrame(y(tick.value())));
    for (Axis.Tick tick : horizontal.ticks()) {
      double place = x(tick.value());
      graphics.draw(new Line2D.Double(place, frame.getY(), place, frame.getMaxY()));
    }
  }

  private void acrossFrame(double height) {
    graphics.draw(new Line2D.Double(frame.getX(), height, frame.getMaxX(), height));
  }

  private void paintFrame() {
    graphics.setStroke(new BasicStroke(1f));
    graphics.setColor(FRAME);
    graphics.draw(frame);
    for (Axis.Tick tick : horizontal.ticks()) {
      double place = x(tick.value());
      graphics.draw(new Line2D.Double(place, frame.getMaxY(), place, frame.getMaxY() + TICK));
    }
    for (Axis.Tick tick : vertical.ticks()) {
      double place = y(tick.value());
      graphics.draw(new Line2D.Double(frame.getX() - TICK, place, frame.getX(), place));
    }
  }

  private void paintTexts() {
    graphics.setColor(INK);
    graphics.setFont(TEXT);
    FontMetrics text = graphics.getFontMetrics(TEXT);
    double below = frame.getMaxY() + TICK + 2 + text.getAscent();
    for (Axis.Tick tick : horizontal.ticks()) {
      centred(tick.label(), x(tick.value()), below, text);
    }
    for (Axis.Tick tick : vertical.ticks()) {
      double width = text.stringWidth(tick.label());
      double middle = y(tick.value()) + 0.35 * text.getAscent();
      string(tick.label(), frame.getX() - TICK - 4 - width, middle);
    }
    if (curves.stream().noneMatch(Curve::isVisible)) {
      centred("no data", frame.getCenterX(), frame.getCenterY(), text);
    }
    graphics.setFont(LABEL);
    FontMetrics label = graphics.getFontMetrics(LABEL);
    centred(plot.xLabel(), frame.getCenterX(), HEIGHT - EDGE - label.getDescent(), label);
    AffineTransform upright = graphics.getTransform();
    graphics.rotate(-Math.PI / 2, EDGE + label.getAscent(), frame.getCenterY());
    centred(plot.yLabel(), EDGE + label.getAscent(), frame.getCenterY(), label);
    graphics.setTransform(upright);
    graphics.setFont(TITLE);
    FontMetrics title = graphics.getFontMetrics(TITLE);
    centred(plot.title(), frame.getCenterX(), EDGE + title.getAscent(), title);
  }

  private void centred(String text, double middle, double baseline, FontMetrics font) {
    double left = middle - font.stringWidth(text) / 2.0;
    string(text, left, baseline);
  }

  private void string(String text, double left, double baseline) {
    if (!text.isBlank()) {
      graphics.drawString(text, (float) left, (float) baseline);
    }
  }

  private void paintCurves() {
    Shape clip = graphics.getClip();
    // Markers on the frame are seen whole.
    graphics.clip(
        new Rectangle2D.Double(
            frame.getX() - MARKER,
            frame.getY() - MARKER,
            frame.getWidth() + 2 * MARKER,
            frame.getHeight() + 2 * MARKER));
    for (int i = 0; i < curves.size(); i++) {
      if (curves.get(i).isVisible()) {
        paintCurve(i);
      }
    }
    graphics.setClip(clip);
  }

  private void paintCurve(int index) {
    Curve curve = curves.get(index);
    Path2D line = new Path2D.Double();
    Path2D points = new Path2D.Double();
    double[] xs = curve.x();
    double[] ys = curve.y();
    boolean pen = false;
    for (int i = 0; i < xs.length; i++) {
      if (Double.isNaN(ys[i])) {
        pen = false;
        continue;
      }
      double x = x(xs[i]);
      double y = y(ys[i]);
      if (pen) {
        line.lineTo(x, y);
      } else {
        line.moveTo(x, y);
      }
      if (isMarked(index) || isLonely(ys, i)) {
        points.append(marker(index, x, y), false);
      }
      pen = true;
    }
    paint(index, line, points);
  }

  private void paint(int index, Path2D line, Path2D points) {
    graphics.setColor(COLOURS.get(index % COLOURS.size()));
    if (plot.series().get(index).style() != Plot.Style.POINTS) {
      graphics.setStroke(stroke(index));
      graphics.draw(line);
    }
    graphics.fill(points);
  }

  private boolean isMarked(int index) {
    return switch (plot.series().get(index).style()) {
      case POINTS -> true;
      case LINE -> curves.get(index).size() < FEW_POINTS;
      case DASHED -> false;
    };
  }

  /** A point between two gaps has no line through it, and would be invisible. */
  private static boolean isLonely(double[] ys, int i) {
    boolean alone = i == 0 || Double.isNaN(ys[i - 1]);
    return alone && (i == ys.length - 1 || Double.isNaN(ys[i + 1]));
  }

  /** A second round through the colours has finer dashes, so that no two lines look the same. */
  private BasicStroke stroke(int index) {
    boolean again = index >= COLOURS.size();
    float[] dashes =
        plot.series().get(index).style() == Plot.Style.DASHED
            ? (again ? new float[] {9, 3, 2, 3} : new float[] {8, 5})
            : (again ? new float[] {2, 2} : null);
    return new BasicStroke(2f, BasicStroke.CAP_BUTT, BasicStroke.JOIN_ROUND, 1f, dashes, 0f);
  }

  private static Shape marker(int index, double x, double y) {
    return switch (index % 4) {
      case 0 -> new Ellipse2D.Double(x - 3.5, y - 3.5, 7, 7);
      case 1 -> new Rectangle2D.Double(x - 3, y - 3, 6, 6);
      case 2 -> polygon(x, y - 4.5, x + 4.5, y, x, y + 4.5, x - 4.5, y);
      default -> polygon(x, y - 4.5, x + 4.5, y + 3.5, x - 4.5, y + 3.5);
    };
  }

  private static Shape polygon(double... corners) {
    Path2D path = new Path2D.Double();
    path.moveTo(corners[0], corners[1]);
    for (int i = 2; i < corners.length; i += 2) {
      path.lineTo(corners[i], corners[i + 1]);
    }
    path.closePath();
    return path;
  }

  private void paintLegend() {
    FontMetrics font = graphics.getFontMetrics(TEXT);
    double left = frame.getMaxX() + LEGEND_GAP;
    double top = frame.getY();
    for (int i = 0; i < legend.entries().size(); i++) {
      Legend.Entry entry = legend.entries().get(i);
      double height = entry.lines().size() * font.getHeight() + 6.0;
      boolean last = i == legend.entries().size() - 1;
      if (top + height + (last ? 0 : font.getHeight()) > HEIGHT - EDGE) {
        text("and " + (legend.entries().size() - i) + " more", left, top + font.getAscent());
        return;
      }
      paintSample(entry.curve(), left, top + 0.5 * font.getHeight());
      double baseline = top + font.getAscent();
      for (String line : entry.lines()) {
        text(line, left + SAMPLE + 8, baseline);
        baseline += font.getHeight();
      }
      top += height;
    }
  }

  private void text(String text, double left, double baseline) {
    graphics.setColor(INK);
    graphics.setFont(TEXT);
    string(text, left, baseline);
  }

  private void paintSample(int index, double left, double middle) {
    Path2D line = new Path2D.Double(new Line2D.Double(left, middle, left + SAMPLE, middle));
    Path2D points = new Path2D.Double();
    if (isMarked(index)) {
      points.append(marker(index, left + SAMPLE / 2.0, middle), false);
    }
    paint(index, line, points);
  }
}
