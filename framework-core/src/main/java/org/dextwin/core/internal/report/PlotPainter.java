package org.dextwin.core.internal.report;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Font;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Locale;
import java.util.function.Supplier;
import javax.imageio.ImageIO;
import org.apache.batik.dom.GenericDOMImplementation;
import org.apache.batik.svggen.SVGGeneratorContext;
import org.apache.batik.svggen.SVGGraphics2D;
import org.apache.batik.svggen.SVGGraphics2DIOException;
import org.apache.batik.svggen.SVGIDGenerator;
import org.dextwin.api.experiment.Plot;
import org.dextwin.api.spi.ComponentUnavailableException;
import org.knowm.xchart.XYChart;
import org.knowm.xchart.XYChartBuilder;
import org.knowm.xchart.XYSeries;
import org.knowm.xchart.style.Styler;
import org.knowm.xchart.style.XYStyler;
import org.knowm.xchart.style.markers.Marker;
import org.knowm.xchart.style.markers.SeriesMarkers;
import org.w3c.dom.Document;

/**
 * Draws plots as PNG and SVG. The same plot gives the same bytes on the same machine.
 *
 * <p><i>Thread safety</i>: thread-safe, without state.
 */
public final class PlotPainter {

  private static final int WIDTH = 960;
  private static final int HEIGHT = 540;

  /** Pixels of the PNG per unit of the drawing, so that it is sharp in print. */
  private static final int PNG_SCALE = 2;

  /** Lines with fewer points than this show where the points are. */
  private static final int FEW_POINTS = 26;

  private static final String SVG_NAMESPACE = "http://www.w3.org/2000/svg";

  /**
   * Colours that people with any form of colour blindness tell apart. Reference: Okabe and Ito,
   * "Color Universal Design", 2008; without yellow, which is too light for lines on white.
   */
  private static final Color[] COLOURS = {
    new Color(0x0072B2),
    new Color(0xD55E00),
    new Color(0x009E73),
    new Color(0xCC79A7),
    new Color(0xE69F00),
    new Color(0x56B4E9),
    new Color(0x000000)
  };

  private static final Marker[] MARKERS = {
    SeriesMarkers.CIRCLE,
    SeriesMarkers.SQUARE,
    SeriesMarkers.DIAMOND,
    SeriesMarkers.TRIANGLE_UP,
    SeriesMarkers.TRIANGLE_DOWN
  };

  private static final Color INK = new Color(0x222222);
  private static final Color GRID = new Color(0xE3E3E3);
  private static final Color FRAME = new Color(0x9A9A9A);

  private PlotPainter() {}

  /**
   * Draws a plot as PNG.
   *
   * @param plot the plot
   * @return the file's content
   * @throws ComponentUnavailableException if this machine cannot draw text
   */
  public static byte[] png(Plot plot) {
    return drawing(
        () -> {
          var image =
              new BufferedImage(
                  WIDTH * PNG_SCALE, HEIGHT * PNG_SCALE, BufferedImage.TYPE_INT_RGB);
          Graphics2D graphics = image.createGraphics();
          graphics.setRenderingHint(
              RenderingHints.KEY_TEXT_ANTIALIASING, RenderingHints.VALUE_TEXT_ANTIALIAS_ON);
          graphics.scale(PNG_SCALE, PNG_SCALE);
          chart(plot).paint(graphics, WIDTH, HEIGHT);
          graphics.dispose();
          return encode(image);
        });
  }

  /**
   * Draws a plot as SVG. Identifiers in it start with the plot's name, so that several drawings can
   * stand in one page.
   *
   * @param plot the plot
   * @return the file's content
   * @throws ComponentUnavailableException if this machine cannot draw text
   */
  public static String svg(Plot plot) {
    return drawing(
        () -> {
          Document document =
              GenericDOMImplementation.getDOMImplementation()
                  .createDocument(SVG_NAMESPACE, "svg", null);
          SVGGeneratorContext context = SVGGeneratorContext.createDefault(document);
          context.setComment(plot.name());
          context.setIDGenerator(new PrefixedIds(plot.name()));
          context.setPrecision(3);
          SVGGraphics2D graphics = new SVGGraphics2D(context, false);
          graphics.setSVGCanvasSize(new java.awt.Dimension(WIDTH, HEIGHT));
          chart(plot).paint(graphics, WIDTH, HEIGHT);
          return write(graphics);
        });
  }

  /** Text needs fonts, which small servers and containers may lack; the JVM says so in many ways. */
  private static <T> T drawing(Supplier<T> draw) {
    try {
      return draw.get();
    } catch (LinkageError | InternalError | NullPointerException e) {
      throw new ComponentUnavailableException(
          "plots cannot be drawn: Java found no fonts on this machine (" + e + ")",
          "install fontconfig and a font, for example: "
              + "sudo apt-get install fontconfig fonts-dejavu-core");
    }
  }

  private static byte[] encode(BufferedImage image) {
    try {
      var bytes = new ByteArrayOutputStream();
      ImageIO.setUseCache(false);
      ImageIO.write(image, "png", bytes);
      return bytes.toByteArray();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static String write(SVGGraphics2D graphics) {
    try {
      var text = new StringWriter();
      graphics.stream(text, true, false);
      return text.toString().replace("\r\n", "\n");
    } catch (SVGGraphics2DIOException e) {
      throw new UncheckedIOException(new IOException(e));
    }
  }

  private static XYChart chart(Plot plot) {
    XYChart chart =
        new XYChartBuilder()
            .width(WIDTH)
            .height(HEIGHT)
            .title(plot.title())
            .xAxisTitle(plot.xLabel())
            .yAxisTitle(plot.yLabel())
            .build();
    List<Curve> curves =
        plot.series().stream().map(series -> Curve.of(series, plot.yScale())).toList();
    style(chart.getStyler(), plot, curves);
    boolean empty = true;
    for (int i = 0; i < curves.size(); i++) {
      if (curves.get(i).isVisible()) {
        add(chart, plot.series().get(i), curves.get(i), i);
        empty = false;
      }
    }
    if (empty) {
      showNothing(chart);
    }
    return chart;
  }

  private static void add(XYChart chart, Plot.Series series, Curve curve, int index) {
    XYSeries drawn = chart.addSeries("series-" + index, curve.x(), curve.y());
    Color colour = COLOURS[index % COLOURS.length];
    Marker marker = MARKERS[index % MARKERS.length];
    boolean few = curve.size() < FEW_POINTS;
    drawn.setLabel(series.label());
    drawn.setLineColor(colour);
    drawn.setMarkerColor(colour);
    drawn.setXYSeriesRenderStyle(
        series.style() == Plot.Style.POINTS
            ? XYSeries.XYSeriesRenderStyle.Scatter
            : XYSeries.XYSeriesRenderStyle.Line);
    drawn.setLineStyle(line(series.style(), index / COLOURS.length));
    boolean marked =
        series.style() == Plot.Style.POINTS || (series.style() == Plot.Style.LINE && few);
    drawn.setMarker(marked ? marker : SeriesMarkers.NONE);
  }

  /** A second round through the colours has finer dots, so that no two lines look the same. */
  private static BasicStroke line(Plot.Style style, int round) {
    float[] dashes =
        switch (style) {
          case DASHED -> round == 0 ? new float[] {9, 5} : new float[] {9, 4, 2, 4};
          default -> round == 0 ? null : new float[] {2, 3};
        };
    return new BasicStroke(2f, BasicStroke.CAP_BUTT, BasicStroke.JOIN_ROUND, 1f, dashes, 0f);
  }

  private static void showNothing(XYChart chart) {
    XYSeries corners = chart.addSeries("nothing", new double[] {0, 1}, new double[] {1, 10});
    corners.setLineColor(new Color(0, 0, 0, 0));
    corners.setMarker(SeriesMarkers.NONE);
    chart.getStyler().setLegendVisible(false);
    chart.setTitle(chart.getTitle() + " (no data)");
  }

  private static void style(XYStyler styler, Plot plot, List<Curve> curves) {
    Font plain = new Font(Font.SANS_SERIF, Font.PLAIN, 14);
    styler.setLocale(Locale.ROOT);
    styler.setChartBackgroundColor(Color.WHITE);
    styler.setPlotBackgroundColor(Color.WHITE);
    styler.setChartFontColor(INK);
    styler.setChartPadding(14);
    styler.setChartTitleBoxVisible(false);
    styler.setChartTitleFont(new Font(Font.SANS_SERIF, Font.BOLD, 17));
    styler.setChartTitlePadding(10);
    styler.setAxisTitleFont(plain.deriveFont(15f));
    styler.setAxisTickLabelsFont(plain);
    styler.setAxisTickLabelsColor(INK);
    styler.setAxisTickMarksColor(FRAME);
    styler.setAxisTicksLineVisible(false);
    styler.setPlotBorderColor(FRAME);
    styler.setPlotGridLinesColor(GRID);
    styler.setPlotGridLinesStroke(new BasicStroke(1f));
    styler.setPlotContentSize(0.94);
    styler.setPlotMargin(0);
    styler.setLegendPosition(Styler.LegendPosition.OutsideE);
    styler.setLegendBorderColor(Color.WHITE);
    styler.setLegendFont(plain);
    styler.setLegendPadding(10);
    styler.setLegendSeriesLineLength(28);
    styler.setMarkerSize(6);
    styler.setLegendVisible(
        plot.series().stream().anyMatch(series -> !series.label().isBlank()));
    styler.setxAxisTickLabelsFormattingFunction(TickLabels.linear());
    if (plot.yScale() == Plot.Scale.LOGARITHMIC) {
      styler.setYAxisLogarithmic(true);
      Decades.of(curves).applyTo(styler);
    } else {
      styler.setyAxisTickLabelsFormattingFunction(TickLabels.linear());
    }
  }

  /** Identifiers of an SVG document that do not meet those of another one. */
  private static final class PrefixedIds extends SVGIDGenerator {

    private final String name;

    PrefixedIds(String name) {
      this.name = name;
    }

    @Override
    public String generateID(String prefix) {
      return super.generateID(name + "-" + prefix);
    }
  }
}
