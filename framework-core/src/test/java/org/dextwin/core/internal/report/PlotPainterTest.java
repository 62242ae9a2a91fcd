package org.dextwin.core.internal.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.StringReader;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import javax.imageio.ImageIO;
import javax.xml.parsers.DocumentBuilderFactory;
import org.dextwin.api.experiment.Plot;
import org.junit.jupiter.api.Test;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;
import org.xml.sax.InputSource;

class PlotPainterTest {

  private static final Plot PLOT =
      plot(
          "tracking",
          Plot.Scale.LINEAR,
          new Plot.Series(
              "measured <raw>",
              Plot.Style.LINE,
              new double[] {0, 1, 2, 3, 4},
              new double[] {1, 2, Double.NaN, 2, 1}),
          new Plot.Series("model", Plot.Style.DASHED, new double[] {0, 4}, new double[] {1, 2}));

  @Test
  void drawsAPngInWhichEachCurveHasItsColour() throws Exception {
    BufferedImage image = ImageIO.read(new ByteArrayInputStream(PlotPainter.png(PLOT)));
    Set<Integer> colours = new HashSet<>();
    for (int x = 0; x < image.getWidth(); x++) {
      for (int y = 0; y < image.getHeight(); y++) {
        colours.add(image.getRGB(x, y) & 0xFFFFFF);
      }
    }

    assertThat(image.getWidth()).isEqualTo(1920);
    assertThat(image.getHeight()).isEqualTo(1080);
    assertThat(colours).contains(0x0072B2, 0xD55E00, 0xFFFFFF);
  }

  @Test
  void drawsTheSameBytesEachTime() {
    assertThat(PlotPainter.png(PLOT)).isEqualTo(PlotPainter.png(PLOT));
    assertThat(PlotPainter.svg(PLOT)).isEqualTo(PlotPainter.svg(PLOT));
  }

  @Test
  void writesTextsIntoTheSvg() throws Exception {
    String text = parsed(PlotPainter.svg(PLOT)).getDocumentElement().getTextContent();

    assertThat(text).contains("Title of tracking", "time [s]", "angle [rad]");
    assertThat(text).contains("measured <raw>", "model");
  }

  @Test
  void interruptsALineAtAGap() throws Exception {
    NodeList paths = parsed(PlotPainter.svg(PLOT)).getElementsByTagName("path");
    boolean interrupted = false;
    for (int i = 0; i < paths.getLength(); i++) {
      String d = ((Element) paths.item(i)).getAttribute("d");
      interrupted |= d.matches("M[^MZ]*L[^MZ]*M[^MZ]*L[^MZ]*");
    }

    assertThat(interrupted).isTrue();
  }

  @Test
  void prefixesIdentifiersByThePlot() throws Exception {
    NodeList clips = parsed(PlotPainter.svg(PLOT)).getElementsByTagName("clipPath");

    assertThat(clips.getLength()).isPositive();
    assertThat(((Element) clips.item(0)).getAttribute("id")).startsWith("tracking-");
  }

  @Test
  void drawsWhatHasNoData() throws Exception {
    Plot nothing =
        plot(
            "nothing",
            Plot.Scale.LOGARITHMIC,
            new Plot.Series("a", Plot.Style.POINTS, new double[] {1}, new double[] {-1}));
    Plot empty = plot("empty", Plot.Scale.LINEAR);

    assertThat(parsed(PlotPainter.svg(nothing)).getDocumentElement().getTextContent())
        .contains("no data");
    assertThat(PlotPainter.png(empty)).isNotEmpty();
  }

  @Test
  void shortensALegendThatDoesNotFit() throws Exception {
    Plot.Series[] many = new Plot.Series[60];
    for (int i = 0; i < many.length; i++) {
      many[i] =
          new Plot.Series("curve " + i, Plot.Style.LINE, new double[] {0, 1}, new double[] {i, 1});
    }

    String text =
        parsed(PlotPainter.svg(plot("many", Plot.Scale.LINEAR, many)))
            .getDocumentElement()
            .getTextContent();

    assertThat(text)
        .containsPattern("and \\d+ more")
        .contains("curve 7")
        .doesNotContain("curve 59");
  }

  private static Plot plot(String name, Plot.Scale scale, Plot.Series... series) {
    return new Plot(name, "Title of " + name, "time [s]", "angle [rad]", scale, List.of(series));
  }

  private static Document parsed(String svg) throws Exception {
    DocumentBuilderFactory factory = DocumentBuilderFactory.newInstance();
    factory.setFeature("http://apache.org/xml/features/nonvalidating/load-external-dtd", false);
    return factory.newDocumentBuilder().parse(new InputSource(new StringReader(svg)));
  }
}
